import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Part } from './part.ts';

const SHOWN = 4000;

/** The one line at the foot of the page that says what just happened. Screen readers hear it politely. */
@customElement('bb-toast')
export class Toast extends Part {
  @state() private text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('bb-say', this.#said);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('bb-say', this.#said);
  }

  readonly #said = (e: Event) => {
    this.text = (e as CustomEvent<string>).detail;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.text = ''), SHOWN);
  };

  protected override render(): unknown {
    return html`<div class="toast" role="status">${this.text}</div>`;
  }
}

/** Says something in the toast. */
export function say(text: string): void {
  document.dispatchEvent(new CustomEvent('bb-say', { detail: text }));
}
