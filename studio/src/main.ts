import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/editor.css';
import './styles/stage.css';
import './styles/direction.css';
import './styles/pages.css';
import './styles/render.css';
import './styles/cast.css';
import './styles/account.css';
import './styles/dialogs.css';
import './styles/responsive.css';
import { applyTheme } from './shell/theme.ts';
import './shell/app.ts';

applyTheme();
