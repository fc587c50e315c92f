import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';

@customElement('bb-review-page')
export class ReviewPage extends Part {
  protected override render(): unknown {
    return html`<div class="page"><h1>ReviewPage</h1></div>`;
  }
}
