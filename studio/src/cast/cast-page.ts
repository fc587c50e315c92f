import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';

@customElement('bb-cast-page')
export class CastPage extends Part {
  protected override render(): unknown {
    return html`<div class="page"><h1>CastPage</h1></div>`;
  }
}
