/** Seconds between attempts to reach the server; the last one repeats. */
const PAUSES = [1, 2, 4, 8];

/** Whether the server can be reached, and when it is tried again. Dispatches `change`. */
export class Connection extends EventTarget {
  #online = true;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextAt = 0;

  constructor(private readonly probe: () => Promise<boolean>) {
    super();
  }

  get online(): boolean {
    return this.#online;
  }

  /** When the next attempt is made, in milliseconds of `Date.now()`; 0 if online. */
  get nextAt(): number {
    return this.#nextAt;
  }

  /** A request was answered. */
  answered(): void {
    if (this.#online) return;
    clearTimeout(this.#timer);
    this.#online = true;
    this.#attempt = 0;
    this.#nextAt = 0;
    this.dispatchEvent(new Event('change'));
  }

  /** A request was not answered. */
  lost(): void {
    if (!this.#online) return;
    this.#online = false;
    this.#attempt = 0;
    this.#wait();
  }

  /** Tries at once. */
  async tryNow(): Promise<void> {
    clearTimeout(this.#timer);
    if (await this.probe()) this.answered();
    else this.#wait();
  }

  #wait(): void {
    const pause = PAUSES[Math.min(this.#attempt++, PAUSES.length - 1)] ?? 8;
    this.#nextAt = Date.now() + pause * 1000;
    this.#timer = setTimeout(() => void this.tryNow(), pause * 1000);
    this.dispatchEvent(new Event('change'));
  }
}
