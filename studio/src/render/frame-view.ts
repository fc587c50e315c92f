import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type FrameRate, framesPerSecond } from '../shot/timecode.ts';
import { Part } from '../shell/part.ts';
import type { Playhead } from './playhead.ts';

/** Where the frames of a take come from: a film, and small pictures for as long as there is none. */
export interface FrameSource {
  /** Tells one source from another. */
  readonly id: string;
  readonly rate: FrameRate;
  readonly frames: number;
  readonly film?: string;
  /** The address of the small picture of a frame; undefined if it is not there yet. */
  readonly picture: (frame: number) => string | undefined;
  /** Whether pictures are drawn only when they are asked for, which takes a while. */
  readonly drawnOnRequest?: boolean;
}

/**
 * Shows the frame of a source that a playhead is at, exactly, and plays it. Dispatches `film-fault` if the film cannot be
 * played (a link that has expired, a browser without the codec); the small pictures are shown then.
 */
@customElement('bb-frame-view')
export class FrameView extends Part {
  @property({ attribute: false }) source: FrameSource | undefined;
  @property({ attribute: false }) head: Playhead | undefined;
  /** Whether another view moves the playhead, and this one goes after it. */
  @property({ attribute: false }) follows = false;
  @property() name = '';
  @state() private filmReady = false;
  @state() private filmFault = false;
  #shown = -1;
  #wanted: number | undefined;
  #attached: Playhead | undefined;
  #clock = 0;
  #callback = 0;
  #cache = new Map<string, HTMLImageElement>();
  #cacheOf = '';
  readonly #moved = () => this.#show();
  readonly #played = () => this.#play();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#attach();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#detach();
    cancelAnimationFrame(this.#clock);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('source') as FrameSource | undefined;
    if (changed.has('source') && (before?.id !== this.source?.id || before?.film !== this.source?.film)) {
      this.filmReady = false;
      this.filmFault = false;
      this.#shown = -1;
    }
    if (this.#cacheOf !== this.source?.id) {
      this.#cache.clear();
      this.#cacheOf = this.source?.id ?? '';
    }
    if (changed.has('head')) this.#attach();
  }

  protected override render(): TemplateResult {
    const film = this.source?.film;
    return html`<img class="still" alt=${this.name} ?hidden=${this.filmReady && !this.filmFault} @load=${this.#drawn} @error=${this.#undrawn} />
      ${film && !this.filmFault
        ? html`<video
            class="film"
            src=${film}
            muted
            playsinline
            preload="auto"
            tabindex="-1"
            aria-label=${this.name}
            ?hidden=${!this.filmReady}
            .muted=${true}
            @loadeddata=${this.#loaded}
            @seeked=${this.#seeked}
            @ended=${() => !this.follows && this.head?.ended()}
            @error=${this.#failed}
          ></video>`
        : nothing}
      <span class="coming num" hidden></span>`;
  }

  protected override updated(): void {
    this.#show(true);
    if (this.head?.speed) this.#play();
  }

  get #video(): HTMLVideoElement | null {
    return this.filmReady && !this.filmFault ? this.querySelector('video') : null;
  }

  #attach(): void {
    if (this.#attached === this.head) return;
    this.#detach();
    this.#attached = this.head;
    this.#attached?.addEventListener('frame', this.#moved);
    this.#attached?.addEventListener('playing', this.#played);
  }

  #detach(): void {
    this.#attached?.removeEventListener('frame', this.#moved);
    this.#attached?.removeEventListener('playing', this.#played);
    this.#attached = undefined;
  }

  #loaded(): void {
    this.filmReady = true;
  }

  #failed(): void {
    this.filmFault = true;
    this.dispatchEvent(new Event('film-fault', { bubbles: true }));
  }

  /** Shows the playhead's frame. */
  #show(again = false): void {
    const { head, source } = this;
    if (!head || !source) return;
    const frame = Math.min(head.frame, source.frames - 1);
    const video = this.#video;
    if (!video) return this.#showPicture(frame);
    if (frame === this.#shown && !again) return;
    if (this.follows && head.speed > 0 && Math.abs(this.#frameAt(video.currentTime) - frame) <= 1) return;
    if (frame !== this.#shown) this.#seek(video, frame);
  }

  /** Seeks one after the other: of what is wanted meanwhile, only the last. */
  #seek(video: HTMLVideoElement, frame: number): void {
    this.#shown = frame;
    if (video.seeking) {
      this.#wanted = frame;
      return;
    }
    // The middle of the frame, so that no rounding shows its neighbor.
    video.currentTime = (frame + 0.5) / this.#fps;
  }

  #seeked(): void {
    const video = this.#video;
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (video && wanted !== undefined) video.currentTime = (wanted + 0.5) / this.#fps;
    else this.dataset['shown'] = String(this.#shown);
  }

  #showPicture(frame: number): void {
    const source = this.source;
    const img = this.querySelector<HTMLImageElement>('img.still');
    const coming = this.querySelector<HTMLElement>('.coming');
    if (!source || !img || !coming) return;
    let n = frame;
    while (n > 0 && !source.picture(n)) n--;
    const url = source.picture(n);
    coming.hidden = n === frame && url !== undefined;
    coming.textContent = `Frame ${frame} is to come`;
    if (url) {
      if (img.getAttribute('src') !== url) img.src = url;
      img.classList.remove('none');
      if (source.drawnOnRequest && !img.complete) {
        coming.hidden = false;
        coming.textContent = 'This frame is being drawn';
      }
      this.dataset['shown'] = String(n);
    } else {
      img.removeAttribute('src');
      img.classList.add('none');
    }
    if (!source.drawnOnRequest) this.#ahead(frame);
  }

  #drawn(): void {
    const coming = this.querySelector<HTMLElement>('.coming');
    if (this.source?.drawnOnRequest && coming) coming.hidden = true;
  }

  #undrawn(): void {
    const coming = this.querySelector<HTMLElement>('.coming');
    if (!this.source?.drawnOnRequest || !coming) return;
    coming.hidden = false;
    coming.textContent = 'This frame cannot be drawn now';
  }

  /** Has the next pictures at hand while they play. */
  #ahead(frame: number): void {
    for (let n = frame; n < Math.min(frame + 12, this.source?.frames ?? 0); n++) {
      const url = this.source?.picture(n);
      if (url && !this.#cache.has(url)) this.#cache.set(url, Object.assign(new Image(), { src: url }));
    }
  }

  #play(): void {
    cancelAnimationFrame(this.#clock);
    const { head } = this;
    const video = this.#video;
    if (!head) return;
    if (video && head.speed > 0) {
      video.playbackRate = head.speed;
      void video.play().catch(() => this.follows || head.play(0));
      if (!this.follows) this.#watchFilm(video);
      return;
    }
    if (video && !video.paused) {
      video.pause();
      if (head.speed === 0) this.#seek(video, head.frame);
    }
    if (head.speed !== 0 && !this.follows) this.#run(performance.now(), head.frame);
  }

  /** Moves the playhead to what the film shows. */
  #watchFilm(video: HTMLVideoElement): void {
    video.cancelVideoFrameCallback(this.#callback);
    const told: VideoFrameRequestCallback = (_, shown) => {
      const head = this.head;
      if (!head || head.speed <= 0 || this.#video !== video) return;
      this.#shown = this.#frameAt(shown.mediaTime);
      head.seek(this.#shown);
      this.#callback = video.requestVideoFrameCallback(told);
    };
    this.#callback = video.requestVideoFrameCallback(told);
  }

  /** Moves the playhead by the clock: backward, or where there are only pictures. */
  #run(since: number, from: number): void {
    this.#clock = requestAnimationFrame((now) => {
      const head = this.head;
      if (!head || head.speed === 0) return;
      const to = from + ((now - since) / 1000) * this.#fps * head.speed;
      if (to > head.frames - 1 || to < 0) {
        head.seek(to < 0 ? 0 : head.frames - 1);
        head.ended();
        if (head.speed !== 0) this.#run(now, head.frame);
        return;
      }
      head.seek(Math.floor(to));
      this.#run(since, from);
    });
  }

  #frameAt(time: number): number {
    return Math.floor(time * this.#fps + 0.01);
  }

  get #fps(): number {
    return framesPerSecond(this.source?.rate ?? { numerator: 24, denominator: 1 });
  }
}
