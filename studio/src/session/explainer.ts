import type { Explanation } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import type { ShotDocument } from '../shot/document.ts';
import type { ShotSession } from './shot-session.ts';

/** The pause in typing after which words are explained, in milliseconds. */
const PAUSE = 150;
/** What is staged waits a little longer, as it costs more. */
const STAGING_PAUSE = 450;

/**
 * Has the session's shot explained whenever its document changes; the last answer wins. Words come first: staging waits
 * for them and never takes their place, as marks must follow the hand.
 */
export class Explainer {
  #timer: ReturnType<typeof setTimeout> | undefined;
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
    void this.#explain(0);
  }

  close(): void {
    this.session.removeEventListener('shot', this.#changed);
    this.client.connection.removeEventListener('change', this.#changed);
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  #schedule(): void {
    if (!this.session.stale) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#explain(STAGING_PAUSE - PAUSE), PAUSE);
  }

  /** Explains the words of the document as it is, and after a pause how it is staged. */
  async #explain(pause: number): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const shot = this.session.shot;
    if (!(await this.#ask(shot, false, running.signal))) return;
    if (pause > 0) await new Promise((done) => setTimeout(done, pause));
    if (!running.signal.aborted && shot === this.session.shot) await this.#ask(shot, true, running.signal);
  }

  /** @returns whether it was answered and still is what is wanted */
  async #ask(shot: ShotDocument, stage: boolean, signal: AbortSignal): Promise<boolean> {
    try {
      const answer = await this.client.post<Explanation>(`${this.path}?stage=${stage}`, shot, { signal });
      if (signal.aborted) return false;
      const earlier = this.session.explanation?.staging;
      // Until the stage is set anew, what is known of it stays on the page.
      this.session.explained(answer.staging || !earlier ? answer : { ...answer, staging: earlier }, shot);
      return true;
    } catch (e) {
      if (signal.aborted || e instanceof Offline) return false;
      if (!(e instanceof Problem)) throw e;
      this.session.notExplained(e.faults.map((f) => f.detail).join(' ') || e.message);
      return false;
    }
  }
}
