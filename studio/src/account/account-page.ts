import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';

@customElement('bb-account-page')
export class AccountPage extends Part {
  protected override render(): unknown {
    return html`<div class="page"><h1>AccountPage</h1></div>`;
  }
}
