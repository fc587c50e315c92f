import { type TemplateResult, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type FrameRate, timecode } from '../shot/timecode.ts';
import { Part } from '../shell/part.ts';
import type { Playhead } from './playhead.ts';
import { type Segment, segmentsText } from './segments.ts';

/** Something at a frame that is marked over the bar. */
export interface ScrubMark {
  readonly frame: number;
  readonly kind: 'continuous' | 'cut' | 'comment';
  readonly label: string;
}

/** The line of a take's frames: what is kept, new and to come, the keyframes over it, and the playhead. */
@customElement('bb-scrub-bar')
export class ScrubBar extends Part {
  @property({ attribute: false }) head: Playhead | undefined;
  @property({ attribute: false }) rate: FrameRate = { numerator: 24, denominator: 1 };
  @property({ attribute: false }) segments: readonly Segment[] = [];
  @property({ attribute: false }) marks: readonly ScrubMark[] = [];
  #attached: Playhead | undefined;
  readonly #moved = () => this.#place();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#attach();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attached?.removeEventListener('frame', this.#moved);
    this.#attached = undefined;
  }

  protected override willUpdate(): void {
    this.#attach();
  }

  protected override render(): TemplateResult {
    const frames = this.head?.frames ?? 1;
    const x = (n: number) => `${(100 * n) / Math.max(1, frames)}%`;
    return html`<div
      class="scrubw"
      role="slider"
      tabindex="0"
      aria-label="Frame"
      aria-valuemin="0"
      aria-valuemax=${frames - 1}
      aria-valuenow=${this.head?.frame ?? 0}
      aria-description=${segmentsText(this.segments) || nothing}
      @pointerdown=${this.#down}
      @pointermove=${this.#move}
      @keydown=${this.#key}
    >
      <svg class="scrub" aria-hidden="true">
        ${this.segments.map((s) => {
          const width = x(s.to - s.from + 1);
          return s.kind === 'to come'
            ? svg`<rect class="coming" x=${x(s.from)} y="24.5" width=${width} height="7" />`
            : svg`<rect class=${s.kind} x=${x(s.from)} y="24" width=${width} height="8" />`;
        })}
        <line class="ph" x1="0%" x2="0%" y1="20" y2="38" />
        ${this.marks.map((m, i) => this.#mark(m, i, x))}
      </svg>
    </div>`;
  }

  #mark(m: ScrubMark, i: number, x: (n: number) => string): TemplateResult<2> {
    const shape =
      m.kind === 'comment'
        ? svg`<path d="M0 33l4 4h4v7h-16v-7h4z" />`
        : m.kind === 'cut'
          ? svg`<rect x="-4" y="3" width="8" height="14" rx="1" />`
          : svg`<path d="M0 3l7 7-7 7-7-7z" />`;
    return svg`<svg class="m ${m.kind}" data-mark=${i} x=${x(m.frame)} y="0" overflow="visible"><title>${m.label}</title>${shape}</svg>`;
  }

  protected override updated(): void {
    this.#place();
  }

  #attach(): void {
    if (this.#attached === this.head) return;
    this.#attached?.removeEventListener('frame', this.#moved);
    this.#attached = this.head;
    this.#attached?.addEventListener('frame', this.#moved);
  }

  /** The playhead moves without drawing the rest anew. */
  #place(): void {
    const head = this.head;
    const line = this.querySelector('.ph');
    const slider = this.querySelector('.scrubw');
    if (!head || !line || !slider) return;
    const x = `${(100 * head.frame) / head.frames}%`;
    line.setAttribute('x1', x);
    line.setAttribute('x2', x);
    slider.setAttribute('aria-valuenow', String(head.frame));
    slider.setAttribute('aria-valuetext', `${timecode(head.frame, this.rate)}, frame ${head.frame} of ${head.frames}`);
    this.querySelectorAll('[data-mark]').forEach((m, i) => m.classList.toggle('on', this.marks[i]?.frame === head.frame));
  }

  #down(e: PointerEvent): void {
    if (e.button !== 0) return;
    this.head?.play(0);
    const mark = (e.target as Element).closest('[data-mark]');
    const at = mark ? this.marks[Number(mark.getAttribute('data-mark'))] : undefined;
    if (at) return this.head?.seek(at.frame);
    (e.currentTarget as HTMLElement).setPointerCapture(e.pointerId);
    this.#to(e);
  }

  #move(e: PointerEvent): void {
    if ((e.currentTarget as HTMLElement).hasPointerCapture(e.pointerId)) this.#to(e);
  }

  #to(e: PointerEvent): void {
    const box = this.querySelector('.scrub')?.getBoundingClientRect();
    if (box && this.head) this.head.seek(Math.floor(((e.clientX - box.left) / Math.max(1, box.width)) * this.head.frames));
  }

  /** A slider's own keys that the player does not have; the player has the arrows. */
  #key(e: KeyboardEvent): void {
    const head = this.head;
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 24, PageDown: -24 }[e.key];
    if (!head || by === undefined) return;
    e.preventDefault();
    head.play(0);
    head.seek(head.frame + by);
  }
}
