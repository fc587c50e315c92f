import { type PropertyValues, type TemplateResult, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Generation } from '../api/answers.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { Part } from '../shell/part.ts';

/** The frame of a finished take at the playhead: of its film, or its small pictures if the browser does not play it. */
@customElement('bb-take-picture')
export class TakePicture extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @property({ attribute: false }) generation!: Generation;
  @state() private film = true;
  @state() private frame = 0;
  #source: ShotSession | undefined;
  readonly #moved = () => {
    this.frame = this.session.playhead;
    this.#seek();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#source = this.session;
    this.#source.addEventListener('playhead', this.#moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#source?.removeEventListener('playhead', this.#moved);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('generation')) this.film = this.generation.files?.some((f) => f.name === 'clip.mp4') ?? true;
    this.frame = this.session.playhead;
  }

  protected override render(): TemplateResult {
    const id = encodeURIComponent(this.generation.id);
    const last = (this.generation.frames?.total ?? 1) - 1;
    return this.film
      ? html`<video
          src=${`/v1/generations/${id}/files/clip.mp4`}
          muted
          playsinline
          preload="auto"
          tabindex="-1"
          aria-label="The take at the playhead"
          @loadedmetadata=${this.#seek}
          @seeked=${this.#seeked}
          @error=${() => (this.film = false)}
        ></video>`
      : html`<img src=${`/v1/generations/${id}/frames/${Math.min(this.frame, last)}`} alt="The take at the playhead" />`;
  }

  /** The middle of a frame, so that rounding never shows its neighbor. */
  get #time(): number {
    const { numerator, denominator } = this.session.rate;
    const last = (this.generation.frames?.total ?? Infinity) - 1;
    return ((Math.min(this.session.playhead, last) + 0.5) * denominator) / numerator;
  }

  #seek(): void {
    const video = this.querySelector('video');
    // While one frame is looked for, the next one waits: what is asked for last is shown at the end.
    if (!video || video.readyState < 1 || video.seeking) return;
    if (Math.abs(video.currentTime - this.#time) > 1e-4) video.currentTime = this.#time;
  }

  #seeked(): void {
    this.#seek();
  }
}
