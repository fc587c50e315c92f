import type { Price } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import { priceBody } from './order.ts';
import type { ShotSession } from './shot-session.ts';

/** The pause after an edit before prices are asked for, in milliseconds. */
const PAUSE = 900;

/** Which resolutions the two buttons of the editor render in. */
export const DRAFT = '540p';
export const FINAL = '1080p';

/**
 * Has the session's shot priced as a draft and as a final whenever it changes: as an edit of the latest finished take in
 * that resolution, if there is one, so that only changed frames count.
 */
export class Pricer {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;
  readonly #changed = () => this.#schedule();

  constructor(
    private readonly session: ShotSession,
    private readonly client: Client,
  ) {
    session.addEventListener('shot', this.#changed);
    session.addEventListener('takes', this.#changed);
    void this.#price();
  }

  close(): void {
    this.session.removeEventListener('shot', this.#changed);
    this.session.removeEventListener('takes', this.#changed);
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  /** The latest finished take in a resolution, of which a rendering would be an edit. */
  parent(resolution: string): string | undefined {
    const height = Number(resolution.replace('p', ''));
    return this.session.takes.find(
      (t) => t.state === 'completed' && t.type === 'video' && Math.min(t.render?.height ?? 0, t.render?.width ?? 0) === height,
    )?.id;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#price(), PAUSE);
  }

  async #price(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const prices = new Map<string, Price>();
    const refusals = new Map<string, string>();
    const shot = this.session.shot;
    // First what everything would cost, which is known at once; then what an edit costs, which compares frames.
    for (const asEdit of [false, true]) {
      for (const resolution of [DRAFT, FINAL]) {
        const parent = asEdit ? this.parent(resolution) : undefined;
        if (asEdit && !parent) continue;
        try {
          const price = await this.client.post<Price>(
            '/v1/shots/price',
            priceBody(shot, { resolution, ...(parent ? { parent } : {}) }),
            { signal: running.signal },
          );
          prices.set(resolution, price);
        } catch (e) {
          if (running.signal.aborted || e instanceof Offline) return;
          if (!(e instanceof Problem)) throw e;
          // What the plan does not hold is told at the button, before anybody presses it.
          if (e.code === 'plan_limit' && !asEdit) refusals.set(resolution, e.message);
        }
      }
      if (running.signal.aborted) return;
      this.session.priced(prices, refusals);
    }
  }
}
