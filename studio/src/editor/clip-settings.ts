import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Vocabulary } from '../api/answers.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { vocabulary } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { LONGEST_SECONDS, type ShotDocument, framesOf, rateOf } from '../shot/document.ts';
import { withAspect, withDuration, withRate } from '../shot/edits.ts';
import { framesPerSecond } from '../shot/timecode.ts';
import { SHARE } from './commands.ts';
import { placeUnder } from './flyout.ts';

/** How long a clip is, in seconds. */
export function secondsOf(shot: ShotDocument): number {
  return Number((framesOf(shot) / framesPerSecond(rateOf(shot))).toFixed(3));
}

/** The shape of a clip as it is written: its aspect, or what its size comes to. */
export function shapeOf(shot: ShotDocument): string {
  if (shot.aspect) return shot.aspect;
  const size = /^(\d+)\s*[x×]\s*(\d+)$/.exec(shot.size ?? '');
  if (!size) return '16:9';
  const [w, h] = [Number(size[1]), Number(size[2])];
  const d = divisor(w, h);
  // 2048x858 is not thought of as 1024:429.
  return w / d <= 32 ? `${w / d}:${h / d}` : `${(w / h).toFixed(2)}:1`;
}

function divisor(a: number, b: number): number {
  return b === 0 ? Math.max(1, a) : divisor(b, a % b);
}

let made = 0;

/** How long, how fast and of which shape the clip is, and the panel where that is changed. */
@customElement('bb-clip-settings')
export class ClipSettings extends Part {
  @property({ attribute: false }) session!: ShotSession;
  /** Whether there is little room, as on a phone: less is said, and sharing is here too. */
  @property({ type: Boolean }) brief = false;
  @state() private names: Vocabulary | undefined;
  @state() private hindrance = '';
  @query('.flyout') private panel!: HTMLElement;
  @query('.opens') private button!: HTMLElement;
  readonly #id = `clip-settings-${++made}`;

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot']);
  }

  #toggled(e: Event): void {
    if ((e as ToggleEvent).newState !== 'open') return;
    this.hindrance = '';
    placeUnder(this.panel, this.button);
    vocabulary().then(
      (v) => (this.names = v),
      () => undefined,
    );
  }

  readonly #share = () => {
    this.panel.hidePopover();
    document.dispatchEvent(new Event(SHARE));
  };

  #edit(edit: (shot: ShotDocument) => ShotDocument): void {
    this.hindrance = this.session.edit(edit) ?? '';
  }

  #duration(e: Event): void {
    const input = e.target as HTMLInputElement;
    this.#edit((shot) => withDuration(shot, Number(input.value.replace(',', '.'))));
    if (this.hindrance) input.value = String(secondsOf(this.session.shot));
  }

  protected override render(): TemplateResult {
    const { shot, rate } = this.session;
    const fps = String(shot.fps ?? '24');
    const speed = this.brief ? '' : `${Number(framesPerSecond(rate).toFixed(3))} fps, `;
    const text = `${secondsOf(shot)} s, ${speed}${shapeOf(shot)}`;
    const id = this.#id;
    return html`<button class="btn quiet num opens" type="button" popovertarget=${id} ?disabled=${this.session.readOnly} title="Clip settings">
        <span class="sr">Clip settings: </span>${text}
      </button>
      <div id=${id} class="flyout" popover role="group" aria-label="Clip settings" @toggle=${this.#toggled}>
        <label for="${id}-duration">Duration</label>
        <span class="unit"><input id="${id}-duration" class="f num" type="number" min="0.1" max=${LONGEST_SECONDS} step="any" .value=${String(secondsOf(shot))} @change=${this.#duration} /><span class="dim">seconds, at most ${LONGEST_SECONDS}</span></span>
        <label for="${id}-rate">Frame rate</label>
        ${this.#choice(`${id}-rate`, fps, this.names?.rates ?? [], (v) => this.#edit((s) => withRate(s, v)), (v) => `${v} fps`)}
        <label for="${id}-aspect">Aspect</label>
        ${this.#choice(`${id}-aspect`, shapeOf(shot), this.names?.aspects ?? [], (v) => this.#edit((s) => withAspect(s, v)))}
        <label for="${id}-set">Set</label>
        ${this.#choice(`${id}-set`, shot.set ?? '', ['', ...(this.names?.sets ?? [])], (v) => this.#edit((s) => withSet(s, v)), (v) => v ? v.replaceAll('-', ' ') : 'By the words')}
        ${this.brief ? html`<div class="chips"><button class="btn" type="button" @click=${this.#share}>Share for review</button></div>` : nothing}
        <p class="hindrance attn" role="status">${this.hindrance}</p>
      </div>`;
  }

  #choice(id: string, value: string, all: readonly string[], chosen: (v: string) => void, name: (v: string) => string = (v) => v): TemplateResult {
    const list = all.includes(value) ? all : [value, ...all];
    return html`<select id=${id} class="sel" @change=${(e: Event) => chosen((e.target as HTMLSelectElement).value)}>
      ${list.map((v) => html`<option value=${v} ?selected=${v === value} .selected=${v === value}>${name(v) || nothing}</option>`)}
    </select>`;
  }
}

function withSet(shot: ShotDocument, set: string): ShotDocument {
  const { set: _, ...rest } = shot;
  return set ? { ...rest, set } : (rest as ShotDocument);
}
