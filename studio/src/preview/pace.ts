/** A picture that takes longer than this, in milliseconds, is drawn without a graphics card, or by a weak one. */
const SLOW = 80;
/** The hand rests: nothing has moved for so long, in milliseconds. */
const REST = 140;
/** While a slow preview plays, drawing takes this share of the time. */
const SHARE = 0.5;

/**
 * How often the preview is drawn. With a graphics card each frame is. Without one a picture takes long, and the page could
 * do nothing meanwhile: then it is drawn when the hand rests, and timeline and words keep up with hand and keys.
 */
export class Pace {
  #took: number;
  #at = -Infinity;

  /** @param slow whether it is known from the start that there is no graphics card */
  constructor(slow = false) {
    this.#took = slow ? 2 * SLOW : 0;
  }

  /** Whether a picture takes so long that the page has to be spared. */
  get slow(): boolean {
    return this.#took > SLOW;
  }

  /** Notes how long a picture took, and when it was done, in milliseconds. */
  took(milliseconds: number, now: number): void {
    this.#took = milliseconds;
    this.#at = now;
  }

  /**
   * How long the next picture has to wait, in milliseconds; 0 is the next animation frame.
   *
   * @param playing whether the shot plays, so that no rest will come
   */
  wait(playing: boolean, now = performance.now()): number {
    if (!this.slow) return 0;
    return playing ? Math.max(0, this.#at + this.#took * (1 / SHARE - 1) - now) : REST;
  }
}
