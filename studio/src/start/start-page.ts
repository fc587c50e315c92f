import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';

@customElement('bb-start-page')
export class StartPage extends Part {
  protected override render(): unknown {
    return html`<div class="page"><h1>StartPage</h1></div>`;
  }
}
