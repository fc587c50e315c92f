import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from './part.ts';

/** What an address shows that names nothing. */
@customElement('bb-missing-page')
export class MissingPage extends Part {
  protected override render(): unknown {
    document.title = 'Not found, Beatboard';
    return html`<div class="page narrow">
      <h1>Nothing is at this address</h1>
      <p class="lede">The link may be old, or cut off at its end. <a href="#/">All shots</a></p>
    </div>`;
  }
}
