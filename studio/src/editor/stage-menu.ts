import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';

let count = 0;

/** A button of the stage's bar with a small panel under it. */
@customElement('bb-stage-menu')
export class StageMenu extends Part {
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) content: () => TemplateResult = () => html``;
  /** Whether something of the panel is on. */
  @property({ attribute: false }) active = false;
  /** Why there is nothing to open. */
  @property({ attribute: false }) refused = '';
  @state() private open = false;
  readonly #id = `stage-menu-${++count}`;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#elsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#elsewhere);
  }

  protected override render(): TemplateResult {
    return html`<button
        class="btn quiet"
        type="button"
        aria-expanded=${this.open}
        aria-controls=${this.#id}
        aria-disabled=${this.refused ? 'true' : nothing}
        data-on=${this.active}
        title=${this.refused || nothing}
        @click=${this.#toggle}
      >
        ${this.name}
      </button>
      <div class="menu" id=${this.#id} ?hidden=${!this.open} @keydown=${this.#key}>${this.open ? this.content() : nothing}</div>`;
  }

  readonly #elsewhere = (e: Event) => {
    if (this.open && !e.composedPath().includes(this)) this.open = false;
  };

  #toggle(): void {
    if (!this.refused) this.open = !this.open;
  }

  #key(e: KeyboardEvent): void {
    if (e.key !== 'Escape') return;
    e.stopPropagation();
    this.open = false;
    this.querySelector('button')?.focus();
  }
}
