import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';

@customElement('bb-render-page')
export class RenderPage extends Part {
  protected override render(): unknown {
    return html`<div class="page"><h1>RenderPage</h1></div>`;
  }
}
