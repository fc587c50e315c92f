import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { room } from '../shot/edits.ts';
import { timecode } from '../shot/timecode.ts';
import { captionOf } from './caption.ts';
import { newFrames } from './kept-frames.ts';
import { type Lane, lanesOf } from './lanes.ts';
import * as draw from './timeline-drawing.ts';
import { TimelineDrag } from './timeline-drag.ts';
import { type TimelineLayout, laidOut } from './timeline-layout.ts';
import { reachedBy } from './transition.ts';

const HINTS: readonly (readonly [readonly string[], string])[] = [
  [['Space'], 'play'],
  [['J', 'K', 'L'], 'shuttle'],
  [['←', '→'], 'frame'],
  [['⇧', '←', '→'], 'keyframe'],
  [['Alt', '←', '→'], 'move it'],
  [['N'], 'new'],
  [['D'], 'duplicate'],
  [['I', 'O'], 'range'],
  [['B'], 'overhead'],
];

/** The ruler with the keyframes' marks, and what the camera, each performer and the light do from frame to frame. */
@customElement('bb-timeline')
export class Timeline extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @state() private width = 0;
  @state() private cards: readonly number[] = [];
  @query('svg.lanes') private svg!: SVGSVGElement;
  @query('.playhead') private head!: SVGGElement;
  #rem = 16;
  #small = false;
  #layout: TimelineLayout | undefined;
  #following: ShotSession | undefined;
  #left = 0;
  #measured = new Map<string, number>();
  #pen = document.createElement('canvas').getContext('2d');
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #moved = () => this.#showPlayhead();
  readonly #drag = new TimelineDrag(
    () => this.session,
    () => this.#layout!.scale,
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'explanation', 'price', 'takes', 'comments', 'playing']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Widths of letters are right once the typeface is there.
    void document.fonts.ready.then(() => {
      this.#measured.clear();
      this.requestUpdate();
    });
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#following?.removeEventListener('playhead', this.#moved);
    this.#following = undefined;
  }

  protected override updated(): void {
    this.#follow();
    this.#showPlayhead();
    this.#keepFocus();
    if (this.cards.length !== this.session.shot.keyframes.length) requestAnimationFrame(() => this.#measure());
  }

  #follow(): void {
    if (this.#following === this.session) return;
    this.#following?.removeEventListener('playhead', this.#moved);
    this.#following = this.session;
    this.session.addEventListener('playhead', this.#moved);
    this.#sizes.observe(this);
    const strip = this.parentElement?.querySelector('bb-storyboard-strip');
    if (strip) this.#sizes.observe(strip);
    this.#measure();
  }

  #measure(): void {
    if (!this.isConnected) return;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    if (rem !== this.#rem) this.#measured.clear();
    this.#rem = rem;
    this.#small = matchMedia('(max-width: 43.75rem)').matches;
    const box = this.svg.getBoundingClientRect();
    this.width = Math.round(this.clientWidth);
    const cards = this.#small ? [] : [...(this.parentElement?.querySelectorAll('.kf[data-i]') ?? [])];
    const centers = cards.map((c) => {
      const r = c.getBoundingClientRect();
      return Math.round((r.left + r.width / 2 - box.left) * 2) / 2;
    });
    if (centers.join() !== this.cards.join()) this.cards = centers;
  }

  #width(text: string): number {
    let w = this.#measured.get(text);
    if (w === undefined) {
      if (!this.#pen) return text.length * 6.4 * (this.#rem / 16);
      this.#pen.font = `500 ${0.75 * this.#rem}px Inter, system-ui, sans-serif`;
      w = this.#pen.measureText(text).width;
      this.#measured.set(text, w);
    }
    return w;
  }

  /** Only this is drawn while one scrubs or plays. */
  #showPlayhead(): void {
    const layout = this.#layout;
    if (!layout || !this.head) return;
    const { playhead, rate } = this.session;
    this.head.setAttribute('transform', `translate(${layout.scale.x(playhead)} 0)`);
    this.head.setAttribute('aria-valuenow', String(playhead));
    this.head.setAttribute('aria-valuetext', `${timecode(playhead, rate)}, frame ${playhead}`);
  }

  /** The focus stays on the selected mark when another one is selected by keys. */
  #keepFocus(): void {
    const focused = document.activeElement;
    if (!(focused instanceof SVGElement) || focused.dataset['keyframeMark'] === undefined || !this.contains(focused)) return;
    if (Number(focused.dataset['keyframeMark']) === this.session.selected) return;
    this.querySelector<SVGElement>(`[data-keyframe-mark="${this.session.selected}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    const s = this.session;
    const lanes = lanesOf(s.explanation);
    const layout = laidOut(this.width || 1000, this.#rem, this.#small, s.frames, lanes.length);
    this.#layout = layout;
    const marks = this.#marks();
    const frames = marks.map((m) => m.frame);
    return html`<svg
        class="lanes"
        role="group"
        aria-label="Keyframes and lanes"
        width=${layout.width}
        height=${layout.height}
        viewBox="0 0 ${layout.width} ${layout.height}"
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#up}
      >
        ${this.#small ? nothing : draw.leaders(layout, this.cards, frames, s.selected)}
        ${draw.ruler(layout, s.rate, frames, newFrames(s))}
        ${lanes.map((l, i) => draw.lane(layout, s.rate, l, i, (t) => this.#width(t)))}
        ${lanes.length === 0 ? this.#empty(layout) : nothing}
        ${marks.map((m) => draw.markLine(layout, m))}
        <g aria-hidden="true">${lanes.map((l, i) => draw.labels(layout, l, i, (t) => this.#width(t)))}</g>
        ${s.hasRange ? draw.range(layout, s.range) : nothing}
        ${draw.playhead(layout)}
        ${draw.pins(layout, s.rate, this.session.comments, (frame) => this.#read(frame))}
        ${repeat(
          marks,
          (m) => m.index,
          (m) => draw.mark(layout, s.rate, m, s.readOnly),
        )}
      </svg>
      ${this.#hints(lanes)}`;
  }

  #marks(): readonly draw.Mark[] {
    const s = this.session;
    return s.shot.keyframes.map((_, index) => ({
      index,
      frame: s.frameOf(index),
      cut: reachedBy(s.shot, s.explanation, index) === 'cut',
      selected: index === s.selected,
      dragged: index === this.#drag.dragged,
      caption: captionOf(s, index),
      room: room(s.shot, index),
    }));
  }

  #empty(layout: TimelineLayout): unknown {
    return draw.note(layout, this.session.explainFault ? 'The words cannot be read yet, see the note beside them.' : 'Reading the words.');
  }

  #hints(lanes: readonly Lane[]): unknown {
    if (lanes.length > 8) return html`<div class="foot"></div>`;
    return html`<div class="hints" aria-hidden="true">
      ${HINTS.map(([keys, what]) => html`<span>${keys.map((k) => html`<kbd>${k}</kbd>`)} ${what}</span>`)}
    </div>`;
  }

  #read(frame: number): void {
    this.session.seek(frame);
    const said = this.session.comments.filter((c) => c.frame === frame);
    say(said.map((c) => `${c.author}: ${c.text}`).join(' '));
  }

  /** Where in the drawing the pointer is; its place on the page is asked for only when it is pressed. */
  #x(e: PointerEvent): number {
    return e.clientX - this.#left;
  }

  #down(e: PointerEvent): void {
    this.#left = this.svg.getBoundingClientRect().left;
    this.#drag.down(e, this.svg, this.#x(e));
  }

  #move(e: PointerEvent): void {
    this.#drag.move(e, this.#x(e));
  }

  #up(): void {
    this.#drag.up();
  }
}
