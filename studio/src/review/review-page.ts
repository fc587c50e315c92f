import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Explanation } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { singleKeys } from '../editor/keyboard.ts';
import '../editor/timeline.ts';
import { Offline, Problem } from '../api/problem.ts';
import '../render/frame-view.ts';
import { playerKey, toKeyframe } from '../render/player-keys.ts';
import { Playhead } from '../render/playhead.ts';
import '../render/scrub-bar.ts';
import { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { framesOf } from '../shot/document.ts';
import { timecode } from '../shot/timecode.ts';
import { icon } from '../shell/icons.ts';
import { Part } from '../shell/part.ts';
import './comment-form.ts';
import './comment-list.ts';
import { type Spot, spotPlaced } from './pin.ts';
import {
  type Comment,
  type GuestClip,
  type GuestKeyframe,
  type GuestView,
  addressOf,
  clipNumber,
  commentMarks,
  commentsOn,
  isCurrent,
  keyframesOf,
  shotOf,
  sourceOf,
} from './review.ts';

/** What came of opening the link. */
type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly view: GuestView }
  | { readonly kind: 'unknown' | 'ended' | 'away'; readonly message: string };

/** Fresh links are asked for at most so often, in milliseconds. */
const FRESH = 30_000;

/** What somebody sees who was sent a link: the latest take, its keyframes and words, and what was said of its frames. */
@customElement('bb-review-page')
export class ReviewPage extends Part {
  @property({ attribute: false }) token = '';
  @state() private opened: Opened = { kind: 'opening' };
  @state() private explanation: Explanation | undefined;
  @state() private said: readonly Comment[] = [];
  @state() private clipId = '';
  @state() private spot: Spot | undefined;
  @state() private chosen = '';
  /** The shot for the timeline, which nobody changes here. */
  @state() private session: ShotSession | undefined;
  readonly #head = new Playhead();
  #refreshed = 0;
  readonly #key = (e: KeyboardEvent) => {
    if (this.opened.kind === 'open') playerKey(e, this.#head, this.#keyframes.map((k) => k.frame), singleKeys());
  };
  readonly #again = () => {
    if (api.connection.online && this.opened.kind === 'away') void this.#open();
  };

  constructor() {
    super();
    new Watch(this, () => this.#head, ['frame', 'playing']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
    api.connection.addEventListener('change', this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
    api.connection.removeEventListener('change', this.#again);
    this.#head.play(0);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('token') && this.token) void this.#open();
  }

  async #open(): Promise<void> {
    const token = this.token;
    try {
      const view = await api.get<GuestView>(addressOf(token));
      if (this.token !== token) return;
      this.opened = { kind: 'open', view };
      this.session ??= this.#sessionOf(view);
      this.#head.setFrames(sourceOf(view, token, this.#clip).frames);
      await Promise.all([this.#listen(), this.#explain()]);
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
      const kind = e instanceof Offline ? 'away' : e.status === 410 ? 'ended' : e.status === 404 ? 'unknown' : 'away';
      this.opened = { kind, message: e.message };
    }
  }

  async #listen(): Promise<void> {
    this.said = (await api.get<{ items: readonly Comment[] }>(addressOf(this.token, '/comments'))).items;
  }

  async #explain(): Promise<void> {
    try {
      this.explanation = await api.post<Explanation>(addressOf(this.token, '/explain'));
      if (this.session) this.session.explained(this.explanation, this.session.shot);
    } catch (e) {
      // A shot that cannot be explained can still be looked at.
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
    }
  }

  #sessionOf(view: GuestView): ShotSession | undefined {
    const document = shotOf(view);
    if (!document.keyframes.length) return undefined;
    const project = { id: `review ${this.token.slice(0, 8)}`, title: view.title, revision: view.revision, created_at: '', updated_at: '', document };
    const session = new ShotSession(project, true);
    session.addEventListener('playhead', () => {
      if (session.playhead !== this.#head.frame) this.#go(session.playhead);
    });
    this.#head.addEventListener('frame', () => {
      session.seek(this.#head.frame);
      if (session.current !== session.selected) session.select(session.current, false);
    });
    return session;
  }

  get #view(): GuestView | undefined {
    return this.opened.kind === 'open' ? this.opened.view : undefined;
  }

  get #clip(): GuestClip | undefined {
    const clips = this.#view?.generations ?? [];
    return clips.find((c) => c.id === this.clipId) ?? clips[0];
  }

  get #keyframes(): readonly GuestKeyframe[] {
    const view = this.#view;
    return view ? keyframesOf(view, this.token, this.#clip, this.explanation) : [];
  }

  protected override render(): TemplateResult {
    switch (this.opened.kind) {
      case 'opening':
        return html`<p class="waiting">Opening the link.</p>`;
      case 'open':
        return this.#review(this.opened.view);
      case 'unknown':
        return this.#closed('This link leads nowhere', 'It may be cut off at its end. Ask whoever sent it for the whole link.');
      case 'ended':
        return this.#closed('This link has ended', `${this.opened.message} Ask whoever sent it for a new one.`);
      case 'away':
        return this.#closed('The review cannot be opened now', `${this.opened.message} It is tried again when the connection is back.`);
    }
  }

  #closed(title: string, text: string): TemplateResult {
    document.title = `${title}, Beatboard`;
    return html`<div class="page narrow"><h1>${title}</h1><p class="lede" role="alert">${text}</p></div>`;
  }

  #review(view: GuestView): TemplateResult {
    document.title = `${view.title}, review, Beatboard`;
    const clip = this.#clip;
    const here = commentsOn(this.said, clip);
    const until = new Date(view.expires_at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
    return html`<div class="rend rev">
      <section class="player" aria-label="Player" @film-fault=${this.#fresh}>
        <div class="vbar">
          <h1 class="tt">${view.title}</h1>
          <span class="mid">For review until ${until}</span><span class="grow"></span>${this.#takes(view)}
        </div>
        <div class="frame">${this.#picture(view, clip, here)}</div>
        <div class="pc">${this.#strip()} ${this.#transport(view, clip)} ${this.#scrub(view, clip, here)} ${this.#words()}</div>
        ${this.#lanes(view, clip)}
      </section>
      <section class="report" aria-label="Notes">
        <h2>Notes</h2>
        <bb-comment-list
          .comments=${here}
          .rate=${sourceOf(view, this.token, clip).rate}
          .frame=${this.#head.frame}
          .chosen=${this.chosen}
          @comment-chosen=${this.#choose}
        ></bb-comment-list>
        ${view.comments
          ? html`<bb-comment-form
              .token=${this.token}
              .frame=${this.#head.frame}
              .time=${timecode(this.#head.frame, sourceOf(view, this.token, clip).rate)}
              .clipId=${clip?.id ?? ''}
              .spot=${this.spot}
              @spot=${(e: CustomEvent<Spot | undefined>) => (this.spot = e.detail)}
              @focusin=${() => this.#head.play(0)}
              @commented=${this.#commented}
            ></bb-comment-form>`
          : html`<p class="mid none-yet">This link is for looking only.</p>`}
      </section>
    </div>`;
  }

  #takes(view: GuestView): TemplateResult {
    const clips = view.generations;
    if (!clips.length) return html`<span class="mid">Not rendered yet: keyframes as they would be drawn</span>`;
    const name = (c: GuestClip) =>
      `Take ${clipNumber(view, c.id)}, ${c.quality} ${Math.min(c.width, c.height)}p${isCurrent(view, c) ? '' : ', by earlier words'}`;
    if (clips.length === 1 && clips[0]) return html`<span class="mid num">${name(clips[0])}</span>`;
    return html`<label class="compare"><span class="sr">Take</span><select class="sel" @change=${this.#take}>
      ${clips.map((c) => html`<option value=${c.id} .selected=${c.id === this.#clip?.id}>${name(c)}</option>`)}
    </select></label>`;
  }

  #picture(view: GuestView, clip: GuestClip | undefined, here: readonly Comment[]): TemplateResult {
    const pinned = here.filter((c) => c.frame === this.#head.frame && c.x !== undefined && c.y !== undefined);
    return html`<div class="pic shaped" @pointerdown=${view.comments ? this.#pin : undefined}>
      <bb-frame-view .source=${sourceOf(view, this.token, clip)} .head=${this.#head} name="${view.title}, the frame at the playhead"></bb-frame-view>
      ${repeat(pinned, (c) => c.id, (c) => html`<button class="pin" type="button" data-x=${c.x ?? 0} data-y=${c.y ?? 0}
        aria-label="Note of ${c.author}" title="${c.author}: ${c.text}" @click=${() => (this.chosen = c.id)}></button>`)}
      ${this.spot ? html`<span class="pin mine" data-x=${this.spot.x} data-y=${this.spot.y}></span>` : nothing}
    </div>`;
  }

  #strip(): TemplateResult | typeof nothing {
    const keyframes = this.#keyframes;
    const at = this.#at(keyframes);
    if (!keyframes.length) return nothing;
    return html`<div class="strip rs ${keyframes.length > 9 ? 'many' : ''}" role="group" aria-label="Keyframes">
      ${keyframes.map(
        (k, i) => html`<button class="kf" type="button" aria-current=${i === at} title=${k.prompt || nothing} @click=${() => this.#go(k.frame)}>
          <span class="th"><img src=${k.picture} alt="" loading="lazy" /></span>
          <span class="lab num"><b><span class="sr">Keyframe </span>${i + 1}</b><span>${k.caption}</span></span>
        </button>`,
      )}
    </div>`;
  }

  #transport(view: GuestView, clip: GuestClip | undefined): TemplateResult {
    const head = this.#head;
    const frames = this.#keyframes.map((k) => k.frame);
    const playing = head.speed !== 0;
    const button = (name: string, picture: TemplateResult, act: () => void) =>
      html`<button class="icon" type="button" aria-label=${name} title=${name} @click=${act}>${picture}</button>`;
    return html`<div class="trans">
      ${button('Previous keyframe, Shift Left', icon('previous'), () => toKeyframe(head, frames, -1))}
      ${button('One frame back, Left', icon('back'), () => this.#go(head.frame - 1))}
      ${button(playing ? 'Pause, Space' : 'Play, Space', icon(playing ? 'pause' : 'play'), () => head.toggle())}
      ${button('One frame on, Right', icon('forward'), () => this.#go(head.frame + 1))}
      ${button('Next keyframe, Shift Right', icon('next'), () => toKeyframe(head, frames, 1))}
      <span class="tc num">${timecode(head.frame, sourceOf(view, this.token, clip).rate)}</span>
      <span class="dim num hide-s">frame ${head.frame} of ${head.frames}</span>
    </div>`;
  }

  #scrub(view: GuestView, clip: GuestClip | undefined, here: readonly Comment[]): TemplateResult {
    const source = sourceOf(view, this.token, clip);
    const keyframes = this.#keyframes.map((k, i) => ({
      frame: k.frame,
      kind: k.cut ? ('cut' as const) : ('continuous' as const),
      label: `Keyframe ${i + 1}: ${k.caption}`,
    }));
    return html`<bb-scrub-bar
      .head=${this.#head}
      .rate=${source.rate}
      .segments=${[{ from: 0, to: source.frames - 1, kind: 'there' as const }]}
      .marks=${[...keyframes, ...commentMarks(here)]}
    ></bb-scrub-bar>`;
  }

  /** The words of the keyframe that holds at the playhead. */
  #words(): TemplateResult | typeof nothing {
    const keyframes = this.#keyframes;
    const at = this.#at(keyframes);
    const k = keyframes[at];
    return k?.prompt ? html`<p class="said"><b class="num">${at + 1}</b> ${k.prompt}</p>` : nothing;
  }

  /** What everybody does and when, of the shot as it is now; only beside a take of the same words and length. */
  #lanes(view: GuestView, clip: GuestClip | undefined): TemplateResult | typeof nothing {
    if (!this.session || !this.explanation || (clip && clip.frames !== framesOf(shotOf(view))) || !isCurrent(view, clip)) return nothing;
    return html`<div class="time" role="region" aria-label="Timeline"><bb-timeline .session=${this.session}></bb-timeline></div>`;
  }

  protected override updated(): void {
    const clip = this.#clip;
    const pic = this.querySelector<HTMLElement>('.pic.shaped');
    pic?.style.setProperty('--shape', clip ? String(clip.width / clip.height) : '1.7778');
    for (const pin of this.querySelectorAll<HTMLElement>('.pin')) {
      pin.style.setProperty('inset-inline-start', `${Number(pin.dataset['x']) * 100}%`);
      pin.style.setProperty('inset-block-start', `${Number(pin.dataset['y']) * 100}%`);
    }
  }

  #at(keyframes: readonly GuestKeyframe[]): number {
    return Math.max(0, keyframes.findLastIndex((k) => k.frame <= this.#head.frame));
  }

  #go(frame: number): void {
    this.#head.play(0);
    this.#head.seek(frame);
  }

  #pin(e: PointerEvent): void {
    if (e.button !== 0 || (e.target as Element).closest('button')) return;
    this.#head.play(0);
    this.spot = spotPlaced(e, (e.currentTarget as HTMLElement).getBoundingClientRect());
  }

  #take(e: Event): void {
    this.clipId = (e.target as HTMLSelectElement).value;
    this.spot = undefined;
    const view = this.#view;
    if (view) this.#head.setFrames(sourceOf(view, this.token, this.#clip).frames);
  }

  #choose(e: CustomEvent<Comment>): void {
    this.chosen = e.detail.id;
    this.#go(e.detail.frame);
  }

  #commented(e: CustomEvent<Comment>): void {
    this.said = [...this.said, e.detail];
    this.spot = undefined;
    this.chosen = e.detail.id;
  }

  /** Links to files end after an hour; whoever left the page open gets fresh ones. */
  #fresh(): void {
    if (Date.now() - this.#refreshed < FRESH) return;
    this.#refreshed = Date.now();
    void this.#open();
  }
}
