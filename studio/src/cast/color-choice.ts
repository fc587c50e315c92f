import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';
import { type Color, titled } from './person.ts';

/**
 * A row of named colors to choose from, and all others by name. Dispatches `choose` with the color.
 */
@customElement('bb-color-choice')
export class ColorChoice extends Part {
  @property() label = '';
  @property({ attribute: false }) chosen: Color | undefined;
  /** What is shown as swatches. */
  @property({ attribute: false }) swatches: readonly Color[] = [];
  /** What can be had by name besides. */
  @property({ attribute: false }) others: readonly Color[] = [];

  protected override render(): unknown {
    const rest = this.others.filter((c) => !this.swatches.some((s) => s.srgb === c.srgb));
    return html`<div class="sw" role="group" aria-label=${this.label}>
      ${this.swatches.map(
        (c) =>
          html`<button
            type="button"
            data-srgb=${c.srgb}
            aria-pressed=${c.srgb === this.chosen?.srgb}
            aria-label=${titled(c.name)}
            title=${titled(c.name)}
            @click=${() => this.#choose(c)}
          ></button>`,
      )}
      ${rest.length === 0
        ? nothing
        : html`<select class="sel more" aria-label=${`${this.label}, other colors`} @change=${this.#other}>
            <option value="">Other</option>
            ${rest.map((c) => html`<option value=${c.srgb}>${titled(c.name)}</option>`)}
          </select>`}
    </div>`;
  }

  /** Colors of people's clothes are data, so they are set from here and not by the style sheets. */
  protected override updated(): void {
    for (const b of this.querySelectorAll<HTMLElement>('[data-srgb]')) b.style.background = b.dataset['srgb'] ?? '';
    const select = this.querySelector('select');
    if (select) select.value = '';
  }

  #other(e: Event): void {
    const color = this.others.find((c) => c.srgb === (e.target as HTMLSelectElement).value);
    if (color) this.#choose(color);
  }

  #choose(color: Color): void {
    this.dispatchEvent(new CustomEvent<Color>('choose', { detail: color }));
  }
}
