import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { icon } from '../shell/icons.ts';
import { Part } from '../shell/part.ts';
import { MOST_KEYFRAMES } from '../shot/document.ts';
import { timecode } from '../shot/timecode.ts';
import './clip-settings.ts';
import { KEYS, step, togglePlay } from './commands.ts';
import './key-dialog.ts';
import { shownPrice } from './kept-frames.ts';
import { Keyboard } from './keyboard.ts';
import { Playback } from './playback.ts';

/** The bar over the storyboard: playing, where one is, and what rendering would draw. The editor's keys and clock live here. */
@customElement('bb-transport')
export class Transport extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @query('.tc') private timecode!: HTMLElement;
  @query('.fr') private frame!: HTMLElement;
  #playback: Playback | undefined;
  #keyboard: Keyboard | undefined;
  #following: ShotSession | undefined;
  readonly #moved = () => this.#showPlayhead();

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'playing', 'price']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#attach();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#detach();
  }

  protected override firstUpdated(): void {
    this.#attach();
  }

  protected override updated(): void {
    if (this.#following !== this.session) this.#attach();
    this.#showPlayhead();
  }

  #attach(): void {
    this.#detach();
    this.#following = this.session;
    this.session.addEventListener('playhead', this.#moved);
    this.#playback = new Playback(this.session);
    this.#keyboard = new Keyboard(this.session);
  }

  #detach(): void {
    this.#following?.removeEventListener('playhead', this.#moved);
    this.#playback?.close();
    this.#keyboard?.close();
    this.#following = undefined;
  }

  /** Up to 60 times a second, so without drawing anything else. */
  #showPlayhead(): void {
    const { playhead, rate, frames } = this.session;
    this.timecode.textContent = timecode(playhead, rate);
    this.frame.textContent = `frame ${playhead} of ${frames}`;
  }

  protected override render(): TemplateResult {
    const s = this.session;
    const playing = s.speed !== 0;
    const count = s.shot.keyframes.length;
    return html`<div class="trans">
        <button class="icon" type="button" aria-label="Previous keyframe" title="Previous keyframe, Shift Left" @click=${() => step(s, -1)}>${icon('previous')}</button>
        <button class="icon play" type="button" aria-label=${playing ? 'Pause' : 'Play'} title="${playing ? 'Pause' : 'Play'}, Space" @click=${() => togglePlay(s)}>${icon(playing ? 'pause' : 'play')}</button>
        <button class="icon" type="button" aria-label="Next keyframe" title="Next keyframe, Shift Right" @click=${() => step(s, 1)}>${icon('next')}</button>
        <span class="tc num"></span>
        <span class="fr dim num hide-s"></span>
        ${playing && s.speed !== 1 ? html`<span class="mid num">${s.speed < 0 ? '−' : ''}${Math.abs(s.speed)}×</span>` : nothing}
        ${s.hasRange ? this.#range() : nothing}
        <div class="grow"></div>
        ${this.#price()}
        ${count === MOST_KEYFRAMES
          ? html`<span class="rule hide-m"></span><span class="mid num hide-s">${count} of ${MOST_KEYFRAMES} keyframes, full</span>`
          : nothing}
        <bb-clip-settings class="only-m" brief .session=${s}></bb-clip-settings>
        <span class="rule hide-m"></span>
        <button class="icon hide-s" type="button" aria-label="All keys" title="All keys, question mark" @click=${() => document.dispatchEvent(new Event(KEYS))}>${icon('keys')}</button>
      </div>
      <bb-key-dialog></bb-key-dialog>`;
  }

  #range(): TemplateResult {
    const [from, to] = this.session.range;
    const span = `${timecode(from, this.session.rate)} to ${timecode(to, this.session.rate)}`;
    return html`<button class="btn quiet range" type="button" title="Play all again" @click=${() => this.session.setRange(undefined)}>
      <span class="sr">Clear the range, </span><span class="num">${span}</span>${icon('close')}
    </button>`;
  }

  #price(): unknown {
    const price = shownPrice(this.session);
    if (!price) return nothing;
    const frames = `${price.new} ${price.new === 1 ? 'frame' : 'frames'} to render`;
    const text = price.new === 0 ? `All ${price.kept} frames are rendered` : price.kept > 0 ? `${frames}, ${price.kept} kept` : frames;
    return html`<span class="mid num hide-m todo-count" title="As a ${price.quality} in ${price.resolution}">${text}</span>`;
  }
}
