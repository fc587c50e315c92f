/**
 * Which frame of a take is looked at, and how fast it plays. Dispatches `frame` up to 60 times a second, and `playing`
 * when the speed or the loop changes.
 */
export class Playhead extends EventTarget {
  #frame = 0;
  #frames = 1;
  #speed = 0;
  #loop = false;

  get frame(): number {
    return this.#frame;
  }

  /** How many frames there are. */
  get frames(): number {
    return this.#frames;
  }

  /** -4 to 4 times; 0 stands. */
  get speed(): number {
    return this.#speed;
  }

  get loop(): boolean {
    return this.#loop;
  }

  /** Another take has another length; the place is kept as far as it goes. */
  setFrames(frames: number): void {
    this.#frames = Math.max(1, frames);
    this.seek(this.#frame);
  }

  seek(frame: number): void {
    const to = Math.min(Math.max(0, Math.round(frame)), this.#frames - 1);
    if (to === this.#frame) return;
    this.#frame = to;
    this.dispatchEvent(new Event('frame'));
  }

  play(speed: number): void {
    const to = Math.min(Math.max(-4, speed), 4);
    if (to === this.#speed) return;
    if (to > 0 && this.#frame === this.#frames - 1) this.seek(0);
    this.#speed = to;
    this.dispatchEvent(new Event('playing'));
  }

  setLoop(loop: boolean): void {
    this.#loop = loop;
    this.dispatchEvent(new Event('playing'));
  }

  /** Plays or stands. */
  toggle(): void {
    this.play(this.#speed === 0 ? 1 : 0);
  }

  /** J and L: each press in the same direction doubles the speed. */
  shuttle(direction: -1 | 1): void {
    this.play(Math.sign(this.#speed) === direction ? this.#speed * 2 : direction);
  }

  /** At the end of the way it begins anew or stands. */
  ended(): void {
    if (this.#loop) this.seek(this.#speed < 0 ? this.#frames - 1 : 0);
    else this.play(0);
  }
}
