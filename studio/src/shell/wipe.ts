import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Part } from './part.ts';

const STEP = 0.02;

/**
 * A line over two pictures that lie on each other: left of it the lower one is seen, right of it the upper one. It is
 * dragged, or moved by arrow keys.
 *
 * ```ts
 * html`<div class="pic">…lower… <div class="over">…upper…</div>
 *   <bb-wipe .over=${() => this.querySelector('.over')} left="Take 2" right="Take 1"></bb-wipe></div>`
 * ```
 *
 * The two lie in one box with `position: relative`, the upper one and the wipe with `position: absolute; inset: 0`.
 */
@customElement('bb-wipe')
export class Wipe extends Part {
  /** Finds what is cut away left of the line. */
  @property({ attribute: false }) over: () => HTMLElement | null | undefined = () => undefined;
  /** The names of the two. */
  @property() left = '';
  @property() right = '';
  /** Where the line is, 0 to 1. */
  @property({ attribute: false }) share = 0.5;

  protected override render(): unknown {
    return html`<span class="wipe-name l">${this.left}</span>
      <span class="wipe-name r">${this.right}</span>
      <div
        class="wipe-line"
        role="slider"
        tabindex="0"
        aria-label="Wipe between ${this.left} and ${this.right}"
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(this.share * 100)}
        aria-valuetext="${Math.round(this.share * 100)} % ${this.left}"
        @keydown=${this.#key}
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
      ></div>`;
  }

  protected override updated(): void {
    const percent = `${this.share * 100}%`;
    this.querySelector<HTMLElement>('.wipe-line')?.style.setProperty('inset-inline-start', percent);
    this.over()?.style.setProperty('clip-path', `inset(0 0 0 ${percent})`);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.over()?.style.removeProperty('clip-path');
  }

  #key(e: KeyboardEvent): void {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP, PageDown: -0.1, PageUp: 0.1, Home: -1, End: 1 }[e.key];
    if (by === undefined || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    e.stopPropagation();
    this.#set(this.share + by);
  }

  #down(e: PointerEvent): void {
    (e.currentTarget as HTMLElement).setPointerCapture(e.pointerId);
  }

  #move(e: PointerEvent): void {
    if (!(e.currentTarget as HTMLElement).hasPointerCapture(e.pointerId)) return;
    const box = this.getBoundingClientRect();
    this.#set((e.clientX - box.left) / Math.max(1, box.width));
  }

  #set(share: number): void {
    this.share = Math.min(1, Math.max(0, share));
  }
}
