import type { Explanation } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import type { ShotSession } from './shot-session.ts';

/** The pause in typing after which words are explained, in milliseconds. */
const PAUSE = 150;
/** What is staged waits a little longer, as it costs more. */
const STAGING_PAUSE = 450;

/** Has the session's shot explained whenever its document changes; the last answer wins. */
export class Explainer {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stagingTimer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;
  readonly #changed = () => this.#schedule();

  constructor(
    private readonly session: ShotSession,
    private readonly client: Client,
    /** Under a link for review other addresses explain. */
    private readonly path = '/v1/shots/explain',
  ) {
    session.addEventListener('shot', this.#changed);
    client.connection.addEventListener('change', this.#changed);
    void this.#explain(false).then(() => this.#explain(true));
  }

  close(): void {
    this.session.removeEventListener('shot', this.#changed);
    this.client.connection.removeEventListener('change', this.#changed);
    clearTimeout(this.#timer);
    clearTimeout(this.#stagingTimer);
    this.#running?.abort();
  }

  #schedule(): void {
    if (!this.session.stale) return;
    clearTimeout(this.#timer);
    clearTimeout(this.#stagingTimer);
    this.#timer = setTimeout(() => void this.#explain(false), PAUSE);
    this.#stagingTimer = setTimeout(() => void this.#explain(true), STAGING_PAUSE);
  }

  async #explain(stage: boolean): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const shot = this.session.shot;
    try {
      const answer = await this.client.post<Explanation>(`${this.path}?stage=${stage}`, shot, { signal: running.signal });
      if (running.signal.aborted) return;
      const earlier = this.session.explanation?.staging;
      // Until the stage is set anew, what is known of it stays on the page.
      this.session.explained(answer.staging || !earlier ? answer : { ...answer, staging: earlier }, shot);
    } catch (e) {
      if (running.signal.aborted || e instanceof Offline) return;
      if (e instanceof Problem) {
        this.session.notExplained(e.faults.map((f) => f.detail).join(' ') || e.message);
        return;
      }
      throw e;
    }
  }
}
