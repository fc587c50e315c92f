import type { ShotSession } from '../session/shot-session.ts';
import type { Company } from './company.ts';
import type { Lens } from './lens.ts';
import type { Motion } from './motion.ts';
import type { Pace } from './pace.ts';

const WIDTH = 320;
/** How long the hand has to rest before a slow preview draws pictures, and between two of them, in milliseconds. */
const REST = 1200;
const BETWEEN = 250;

/**
 * Draws a small picture of each keyframe whenever the shot is staged anew or a keyframe moves, one at a time and only when
 * the page has nothing better to do.
 */
export class Storyboard {
  #motion: Motion | undefined;
  #byFrame = new Map<number, string>();
  #old: string[] = [];
  #waiting = 0;
  #closed = false;

  constructor(
    private readonly session: ShotSession,
    private readonly lens: Lens,
    private readonly company: Company,
    private readonly pace: Pace,
  ) {
    session.addEventListener('shot', this.#changed);
    session.addEventListener('playing', this.#changed);
    session.addEventListener('playhead', this.#moved);
  }

  /** The shot is staged anew: all pictures are of before. */
  retake(): void {
    this.#motion = this.company.motion;
    this.#old.push(...this.#byFrame.values());
    this.#byFrame = new Map();
    this.#later();
  }

  /** Draws what is missing, as after the lens was away. */
  goOn(): void {
    this.#changed();
  }

  /** Draws no more; what it has drawn can still be shown. */
  stop(): void {
    this.#closed = true;
    clearTimeout(this.#waiting);
    this.session.removeEventListener('shot', this.#changed);
    this.session.removeEventListener('playing', this.#changed);
    this.session.removeEventListener('playhead', this.#moved);
  }

  close(): void {
    this.stop();
    for (const url of [...this.#byFrame.values(), ...this.#old]) URL.revokeObjectURL(url);
  }

  readonly #changed = () => {
    if (this.#motion) this.#later();
  };

  readonly #moved = () => {
    if (this.#motion && this.pace.slow && this.#frames().some((n) => !this.#byFrame.has(n))) this.#later();
  };

  /** @param pause how long a slow preview waits */
  #later(pause = REST): void {
    clearTimeout(this.#waiting);
    if (this.#closed) return;
    this.#waiting = window.setTimeout(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => void this.#next(), { timeout: 1000 });
      else void this.#next();
    }, this.pace.slow ? pause : 30);
  }

  async #next(): Promise<void> {
    const motion = this.#motion;
    if (!motion || this.#closed || this.lens.lost || this.session.speed !== 0) return;
    const missing = this.#frames().find((n) => !this.#byFrame.has(n));
    if (missing === undefined) return this.#show();
    const frame = this.company.frame;
    this.company.show(missing);
    const taken = this.lens.picture(this.company, WIDTH);
    // The page goes on showing what it shows: the picture is drawn into an image of its own.
    this.company.show(frame);
    try {
      const blob = await taken;
      // What a lost context draws is black.
      if (this.#closed || this.lens.lost || motion !== this.#motion) return;
      this.#byFrame.set(missing, URL.createObjectURL(blob));
      if (this.#frames().every((n) => this.#byFrame.has(n))) this.#show();
      else this.#show(true);
    } catch {
      // A context that was lost draws them when it is back.
      return;
    }
    this.#later(BETWEEN);
  }

  #frames(): number[] {
    const last = (this.#motion?.frames ?? 1) - 1;
    return this.session.shot.keyframes.map((_, i) => Math.min(this.session.frameOf(i), last));
  }

  /** @param some whether others are still to come; meanwhile those have their old pictures */
  #show(some = false): void {
    const frames = this.#frames();
    const pictures = new Map<number, string>();
    frames.forEach((n, i) => {
      const url = this.#byFrame.get(n) ?? (some ? this.session.picture(i) : undefined);
      if (url) pictures.set(i, url);
    });
    const same = pictures.size > 0 && [...pictures].every(([i, url]) => this.session.picture(i) === url);
    if (!same) this.session.setPictures(pictures);
    const shown = new Set(pictures.values());
    this.#old = this.#old.filter((url) => {
      if (shown.has(url)) return true;
      URL.revokeObjectURL(url);
      return false;
    });
    const wanted = new Set(frames);
    for (const [n, url] of this.#byFrame) {
      if (wanted.has(n) || this.#byFrame.size <= 32) continue;
      this.#byFrame.delete(n);
      URL.revokeObjectURL(url);
    }
  }
}
