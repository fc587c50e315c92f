import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';

/** A secret that the service tells one time only, to be copied. Dispatches `done` when it is put away. */
@customElement('bb-shown-once')
export class ShownOnce extends Part {
  @property() label = '';
  @property() value = '';
  @state() private copied = false;

  protected override render(): unknown {
    return html`<div class="once" role="status">
      <label for=${this.#id}>${this.label}</label>
      <input class="f num" id=${this.#id} readonly .value=${this.value} @focus=${(e: Event) => (e.target as HTMLInputElement).select()} />
      <p class="dim">Shown this one time. Keep it now.</p>
      <div class="chips">
        <button class="btn" type="button" @click=${this.#copy}>${this.copied ? 'Copied' : 'Copy'}</button>
        <button class="btn quiet" type="button" @click=${() => this.dispatchEvent(new Event('done'))}>I have kept it</button>
      </div>
    </div>`;
  }

  readonly #id = `once-${crypto.getRandomValues(new Uint32Array(1))[0]}`;

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.value);
      this.copied = true;
    } catch {
      this.querySelector('input')?.select(); // Without leave for the clipboard it can be copied by hand.
    }
  }
}
