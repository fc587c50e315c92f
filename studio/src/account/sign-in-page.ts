import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';

@customElement('bb-sign-in-page')
export class SignInPage extends Part {
  protected override render(): unknown {
    return html`<div class="page"><h1>SignInPage</h1></div>`;
  }
}
