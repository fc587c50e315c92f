import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Part } from './part.ts';
import type { Offer, Said } from './say.ts';

export { type Offer, say } from './say.ts';

const SHOWN = 4000;
/** What offers something stays long enough to be read, reached and pressed. */
const SHOWN_WITH_OFFER = 20_000;

/** The one line at the foot of the page that says what just happened. Screen readers hear it politely. */
@customElement('bb-toast')
export class Toast extends Part {
  @state() private said: Said = { text: '' };
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('bb-say', this.#told);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('bb-say', this.#told);
  }

  readonly #told = (e: Event) => {
    this.said = (e as CustomEvent<Said>).detail;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#close(), this.said.offer ? SHOWN_WITH_OFFER : SHOWN);
  };

  #close(): void {
    clearTimeout(this.#timer);
    this.said = { text: '' };
  }

  #take(offer: Offer): void {
    this.#close();
    offer.run();
  }

  protected override render(): unknown {
    const { text, offer } = this.said;
    return html`<div class="toast" ?hidden=${text === ''}>
      <span role="status">${text}</span>
      ${offer
        ? html`<button class="offer" type="button" @click=${() => this.#take(offer)}>${offer.label}</button>
            <button class="offer" type="button" aria-label="Close the message" @click=${() => this.#close()}>Close</button>`
        : nothing}
    </div>`;
  }
}
