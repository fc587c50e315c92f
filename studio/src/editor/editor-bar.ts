import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { openShot } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';

/** The editor's part of the top bar: title, clip settings, sync state, undo, redo, sharing, and the two prices. */
@customElement('bb-editor-bar')
export class EditorBar extends Part {
  constructor() {
    super();
    new Watch(this, () => openShot, ['change']);
  }

  protected override render(): unknown {
    return html`<div class="title"><h1>${openShot.session?.shot.title ?? ''}</h1></div><div class="grow"></div>`;
  }
}
