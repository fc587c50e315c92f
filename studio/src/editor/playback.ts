import type { ShotSession } from '../session/shot-session.ts';
import { framesPerSecond } from '../shot/timecode.ts';

/** Where the clock stands: the frame to show, and whether it goes on. */
export interface Tact {
  readonly frame: number;
  readonly on: boolean;
  /** Whether it began anew at the other end of the range. */
  readonly again: boolean;
}

/**
 * The frame that is shown after some time of playing.
 *
 * @param from the frame at which playing began
 * @param elapsed seconds since then
 * @param range both ends included
 * @param loop whether the range is played over and over
 */
export function playedTo(
  from: number,
  elapsed: number,
  speed: number,
  fps: number,
  range: readonly [number, number],
  loop: boolean,
): Tact {
  const [first, last] = range;
  const frame = from + Math.trunc(elapsed * fps * speed);
  // A frame lasts until the next would begin: the last one too.
  if (speed > 0 ? frame <= last : frame >= first) return { frame, on: true, again: false };
  if (loop) return { frame: speed > 0 ? first : last, on: true, again: true };
  return { frame: speed > 0 ? last : first, on: false, again: false };
}

/** Moves a session's playhead in real time while it plays. */
export class Playback {
  #request = 0;
  #since = 0;
  #from = 0;
  #shown = 0;
  readonly #changed = () => this.#begin();

  constructor(
    private readonly session: ShotSession,
    private readonly calm: MediaQueryList = matchMedia('(prefers-reduced-motion: reduce)'),
  ) {
    session.addEventListener('playing', this.#changed);
    this.#begin();
  }

  close(): void {
    cancelAnimationFrame(this.#request);
    this.session.removeEventListener('playing', this.#changed);
    this.session.play(0);
  }

  #begin(): void {
    cancelAnimationFrame(this.#request);
    if (this.session.speed === 0) return;
    this.#anchor(performance.now());
    this.#request = requestAnimationFrame(this.#tick);
  }

  #anchor(now: number): void {
    this.#since = now;
    this.#from = this.session.playhead;
    this.#shown = this.#from;
  }

  readonly #tick = () => {
    const s = this.session;
    // The time that the browser hands over is that of a frame's beginning; on a busy machine that is long ago.
    const now = performance.now();
    // Somebody looked at another frame meanwhile: playing goes on from there.
    if (s.playhead !== this.#shown) this.#anchor(now);
    const elapsed = Math.max(0, now - this.#since) / 1000;
    // Who asked for less motion gets what was asked for once, and no loop.
    const loop = s.hasRange && !this.calm.matches;
    const { frame, on, again } = playedTo(this.#from, elapsed, s.speed, framesPerSecond(s.rate), s.range, loop);
    s.seek(frame);
    this.#shown = s.playhead;
    if (again) this.#anchor(now);
    if (on) this.#request = requestAnimationFrame(this.#tick);
    else s.play(0);
  };
}
