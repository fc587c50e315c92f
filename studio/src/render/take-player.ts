import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { singleKeys } from '../editor/keyboard.ts';
import type { Generation } from '../api/answers.ts';
import { type FrameNews } from '../session/renders.ts';
import { renders } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { timecode } from '../shot/timecode.ts';
import { icon } from '../shell/icons.ts';
import { Part } from '../shell/part.ts';
import './downloads-bar.ts';
import './frame-view.ts';
import type { FrameSource } from './frame-view.ts';
import { qualityText } from './job.ts';
import { playerKey, toKeyframe } from './player-keys.ts';
import type { Playhead } from './playhead.ts';
import './scrub-bar.ts';
import type { ScrubMark } from './scrub-bar.ts';
import { type Segment, segments } from './segments.ts';
import { type TakeDetails, takeNumber } from './take.ts';
import '../shell/wipe.ts';

/** Until the take's own rate is known. */
const FILM = { numerator: 24, denominator: 1 };
/** Pictures that come are put on the page at most so often, in milliseconds. */
const GATHER = 200;

/** Plays a take, frame by frame if wanted, while it is rendered and after; compares it with another one. */
@customElement('bb-take-player')
export class TakePlayer extends Part {
  @property({ attribute: false }) generation: Generation | undefined;
  @property({ attribute: false }) details: TakeDetails | undefined;
  @property({ attribute: false }) head: Playhead | undefined;
  @state() private other = '';
  @state() private at = 0;
  #attached: Playhead | undefined;
  #gather: ReturnType<typeof setTimeout> | undefined;
  #source: FrameSource | undefined;
  readonly #moved = () => this.#tellTime();
  readonly #played = () => this.requestUpdate();
  readonly #key = (e: KeyboardEvent) => {
    if (this.head && this.generation && !document.querySelector('dialog[open]')) playerKey(e, this.head, this.#keyframes(), singleKeys());
  };
  readonly #came = (e: Event) => {
    const news = (e as CustomEvent<FrameNews>).detail;
    if (news.generation !== this.generation?.id) return;
    this.#gather ??= setTimeout(() => {
      this.#gather = undefined;
      this.requestUpdate();
    }, GATHER);
  };

  constructor() {
    super();
    new Watch(this, () => renders, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
    renders.addEventListener('frame', this.#came);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
    renders.removeEventListener('frame', this.#came);
    clearTimeout(this.#gather);
    this.#detach();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('generation') as Generation | undefined;
    if (changed.has('generation') && before?.id !== this.generation?.id) this.other = '';
    if (this.#attached !== this.head) {
      this.#detach();
      this.#attached = this.head;
      this.head?.addEventListener('frame', this.#moved);
      this.head?.addEventListener('playing', this.#played);
    }
    if (this.generation?.frames) this.head?.setFrames(this.generation.frames.total);
    this.#source = this.generation && this.details ? sourceOf(this.generation, this.details) : undefined;
    this.at = this.#keyframeAt();
  }

  protected override render(): TemplateResult {
    const g = this.generation;
    return html`<div class="vbar">${g ? this.#about(g) : nothing}</div>
      <div class="frame">${g ? this.#picture(g) : html`<p class="mid none-yet">Nothing was rendered yet. The film is shown here as it comes, frame by frame.</p>`}</div>
      ${g ? html`<div class="pc">${this.#strip(g)} ${this.#transport(g)} ${this.#scrub(g)} <bb-downloads .generation=${g}></bb-downloads></div>` : nothing}`;
  }

  #about(g: Generation): TemplateResult {
    const number = g.project_id ? takeNumber(g, renders.of(g.project_id)) : undefined;
    const made = new Date(g.created_at).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
    return html`<b class="tt">${g.title ?? 'Untitled'}</b>
      <span class="mid num">${number ? `Take ${number}, ` : ''}${qualityText(g)}<span class="hide-s">, ${made}</span></span>
      <span class="grow"></span>
      ${g.project_id ? html`<a class="btn quiet" href="#/edit/${g.project_id}">Open the shot</a>` : nothing}`;
  }

  #picture(g: Generation): TemplateResult {
    const title = g.title ?? 'The take';
    if (g.state === 'failed' && !this.#pictures(g)) {
      return html`<p class="mid none-yet">${g.cancelled ? 'This render was cancelled before a frame was drawn.' : 'This render failed before a frame was drawn.'}</p>`;
    }
    const other = this.#others(g).find((o) => o.id === this.other);
    const waits = g.state === 'queued' || (g.state === 'processing' && !this.#pictures(g));
    return html`<div class="pic shaped">
      ${waits
        ? html`<p class="mid none-yet">${g.state === 'queued' ? 'It waits for its turn. Frames appear here as they are drawn.' : 'Dressing the set. Frames appear here as they are drawn.'}</p>`
        : html`<bb-frame-view .source=${this.#source} .head=${this.head} name="${title}, the frame at the playhead"></bb-frame-view>`}
      ${other && this.details
        ? html`<bb-frame-view class="over" .source=${sourceOf(other, this.details)} .head=${this.head} .follows=${true}
              name="${this.#takeName(other)}, the same frame"></bb-frame-view>
            <bb-wipe .over=${() => this.querySelector<HTMLElement>('.over')} left=${this.#takeName(g)} right=${this.#takeName(other)}></bb-wipe>`
        : nothing}
    </div>`;
  }

  #strip(g: Generation): TemplateResult | typeof nothing {
    const keyframes = this.details?.keyframes ?? [];
    if (!keyframes.length) return nothing;
    const small = keyframes.length > 9;
    return html`<div class="strip rs ${small ? 'many' : ''}" role="group" aria-label="Keyframes">
      ${keyframes.map((k, i) => {
        const url = pictureOf(g, k.frame);
        const lacks = k.of !== undefined && (k.holds ?? 0) < k.of;
        return html`<button class="kf" type="button" aria-current=${i === this.at} title=${k.prompt || nothing} @click=${() => this.#go(k.frame)}>
          <span class="th">${url ? html`<img src=${url} alt="" loading="lazy" />` : nothing}</span>
          <span class="lab num"><b><span class="sr">Keyframe </span>${i + 1}</b>${lacks ? html`<i class="dot"></i>` : nothing}
            <span class=${small ? 'sr' : ''}>${k.of === undefined ? k.caption : `${k.holds} of ${k.of}`}</span></span>
        </button>`;
      })}
    </div>`;
  }

  #transport(g: Generation): TemplateResult {
    const head = this.head;
    const playing = (head?.speed ?? 0) !== 0;
    const button = (name: string, picture: TemplateResult, act: () => void) =>
      html`<button class="icon" type="button" aria-label=${name} title=${name} @click=${act}>${picture}</button>`;
    const speed = head && playing && head.speed !== 1 ? `${head.speed} times` : '';
    return html`<div class="trans">
      ${button('Previous keyframe, Shift Left', icon('previous'), () => head && toKeyframe(head, this.#keyframes(), -1))}
      ${button('One frame back, Left', icon('back'), () => this.#go((head?.frame ?? 0) - 1))}
      ${button(playing ? 'Pause, Space' : 'Play, Space', icon(playing ? 'pause' : 'play'), () => head?.toggle())}
      ${button('One frame on, Right', icon('forward'), () => this.#go((head?.frame ?? 0) + 1))}
      ${button('Next keyframe, Shift Right', icon('next'), () => head && toKeyframe(head, this.#keyframes(), 1))}
      <button class="btn quiet loop" type="button" aria-pressed=${head?.loop ?? false} @click=${() => head?.setLoop(!head.loop)}>Loop</button>
      <span class="tc num" data-tc></span><span class="dim num hide-s" data-fr></span><span class="dim num">${speed}</span>
      <div class="grow"></div>
      ${this.#compare(g)}
    </div>`;
  }

  #compare(g: Generation): TemplateResult | typeof nothing {
    const others = this.#others(g);
    if (g.state !== 'completed' || !others.length) return nothing;
    return html`<label class="compare"><span class="sr">Compare with another take</span>
      <select class="sel" @change=${(e: Event) => (this.other = (e.target as HTMLSelectElement).value)}>
        <option value="" .selected=${this.other === ''}>${this.other ? 'End comparing' : 'Compare with'}</option>
        ${others.map((o) => html`<option value=${o.id} .selected=${o.id === this.other}>${this.#takeName(o)}, ${qualityText(o).toLowerCase()}</option>`)}
      </select></label>`;
  }

  #scrub(g: Generation): TemplateResult {
    const found = this.#segments(g);
    const marks = (this.details?.keyframes ?? []).map(
      (k, i): ScrubMark => ({ frame: k.frame, kind: k.cut ? 'cut' : 'continuous', label: `Keyframe ${i + 1}: ${k.caption}` }),
    );
    return html`<bb-scrub-bar .head=${this.head} .rate=${this.details?.rate ?? FILM} .segments=${found} .marks=${marks}></bb-scrub-bar>
      ${this.#legend(g)}`;
  }

  #legend(g: Generation): TemplateResult | typeof nothing {
    const f = g.frames;
    if (!f) return nothing;
    const parent = g.parent_id ? renders.get(g.parent_id) : undefined;
    const of = parent ? ` from ${this.#takeName(parent).toLowerCase()}` : '';
    const fresh = Math.max(0, Math.min(f.done, f.total) - f.kept);
    const coming = g.state === 'completed' ? 0 : Math.max(0, f.total - f.kept - fresh);
    const n = (v: number) => v.toLocaleString('en');
    return html`<div class="legend num">
      ${f.kept ? html`<span><i class="kept"></i>${n(f.kept)} kept${of}</span>` : nothing}
      <span><i class="new"></i>${n(fresh)} new</span>
      ${coming ? html`<span><i class="coming"></i>${n(coming)} to come</span>` : nothing}
      ${f.kept ? html`<span class="dim">${n(f.total - f.kept)} of ${n(f.total)} frames new, ${n(f.kept)} kept</span>` : nothing}
    </div>`;
  }

  protected override updated(): void {
    const r = this.generation?.render;
    this.querySelector<HTMLElement>('.pic.shaped')?.style.setProperty('--shape', r ? String(r.width / r.height) : '1.7778');
    this.#tellTime();
  }

  #tellTime(): void {
    const head = this.head;
    const tc = this.querySelector('[data-tc]');
    const fr = this.querySelector('[data-fr]');
    if (!head || !tc || !fr || !this.details) return;
    tc.textContent = timecode(head.frame, this.details.rate);
    fr.textContent = `frame ${head.frame} of ${head.frames}`;
    const at = this.#keyframeAt();
    if (at !== this.at) this.at = at;
  }

  #detach(): void {
    this.#attached?.removeEventListener('frame', this.#moved);
    this.#attached?.removeEventListener('playing', this.#played);
    this.#attached = undefined;
  }

  #go(frame: number): void {
    this.head?.play(0);
    this.head?.seek(frame);
  }

  #keyframes(): readonly number[] {
    return (this.details?.keyframes ?? []).map((k) => k.frame);
  }

  #keyframeAt(): number {
    const frame = this.head?.frame ?? 0;
    return Math.max(0, this.#keyframes().findLastIndex((f) => f <= frame));
  }

  #others(g: Generation): readonly Generation[] {
    if (!g.project_id) return [];
    return renders.of(g.project_id).filter((o) => o.id !== g.id && o.state === 'completed' && o.type.startsWith('video'));
  }

  #takeName(g: Generation): string {
    const number = g.project_id ? takeNumber(g, renders.of(g.project_id)) : undefined;
    return number ? `Take ${number}` : (g.title ?? 'Take');
  }

  #pictures(g: Generation): boolean {
    return g.state === 'completed' || renders.pictures(g.id).size > 0;
  }

  #segments(g: Generation): readonly Segment[] {
    const f = g.frames;
    if (!f) return [];
    const there = renders.pictures(g.id);
    return segments(f.total, (n) => g.state === 'completed' || there.has(n), this.details?.fresh, f.kept);
  }
}

function sourceOf(g: Generation, details: TakeDetails): FrameSource {
  const film = g.state === 'completed' && (g.render?.formats ?? ['mp4']).includes('mp4') && g.type.startsWith('video');
  return {
    id: g.id,
    rate: details.rate,
    frames: g.frames?.total ?? 1,
    ...(film ? { film: `/v1/generations/${g.id}/files/clip.mp4` } : {}),
    picture: (n) => pictureOf(g, n),
  };
}

function pictureOf(g: Generation, frame: number): string | undefined {
  if (g.state !== 'completed' && !renders.pictures(g.id).has(frame)) return undefined;
  return `/v1/generations/${g.id}/frames/${frame}`;
}
