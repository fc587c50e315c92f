import type { Client } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import type { ShotDocument } from '../shot/document.ts';
import type { Company } from './company.ts';
import { type Motion, readMotion } from './motion.ts';
import { type PartLink, Parts } from './parts.ts';

/** What the service says a shot is made of. */
interface Ingredients {
  readonly set: PartLink;
  readonly people: readonly (PartLink & { readonly name: string })[];
  readonly motion: PartLink;
}

/** How far the stage is set: parts that are in, of how many. */
export interface Progress {
  readonly people: number;
  readonly cast: number;
  readonly in: number;
  readonly of: number;
}

/** Brings a shot onto the stage: asks what it is made of, loads what is not there yet, and has the company play it. */
export class Rehearsal {
  readonly #parts: Parts;

  constructor(
    private readonly client: Client,
    private readonly company: Company,
    /** Under a link for review other addresses answer. */
    private readonly path = '/v1/shots/preview',
  ) {
    this.#parts = new Parts(client);
  }

  /**
   * Stages a shot. Until everything of it is there, the company plays what it played.
   *
   * @throws Problem in the service's words, or Offline, or UnreadableMotion
   */
  async stage(shot: ShotDocument, signal: AbortSignal, told: (progress: Progress) => void): Promise<Motion> {
    const made = await this.client.post<Ingredients>(this.path, shot, { signal });
    try {
      return await this.#stageParts(made, signal, told);
    } catch (e) {
      // Parts are dropped after a while: asked anew, they are made anew.
      if (!(e instanceof Problem) || e.status !== 404) throw e;
      return this.#stageParts(await this.client.post<Ingredients>(this.path, shot, { signal }), signal, told);
    }
  }

  dispose(): void {
    this.#parts.dispose();
  }

  async #stageParts(made: Ingredients, signal: AbortSignal, told: (progress: Progress) => void): Promise<Motion> {
    const of = made.people.length + 2;
    let people = 0;
    let rest = 0;
    const tell = () => told({ people, cast: made.people.length, in: people + rest, of });
    tell();
    const counted = async <T>(part: Promise<T>, person: boolean): Promise<T> => {
      const it = await part;
      if (person) people++;
      else rest++;
      if (!signal.aborted) tell();
      return it;
    };
    const [motion, set, ...bodies] = await Promise.all([
      counted(this.#motion(made.motion, signal), false),
      counted(this.#parts.get(made.set), false),
      ...made.people.map((p) => counted(this.#parts.get(p, p.name), true)),
    ]);
    signal.throwIfAborted();
    this.company.dress(made.set.digest, set);
    made.people.forEach((p, i) => this.company.enter(p.name, p.digest, bodies[i]!));
    this.company.follow(motion);
    this.#parts.keep(new Set([made.set.digest, ...made.people.map((p) => p.digest)]));
    return motion;
  }

  async #motion(link: PartLink, signal: AbortSignal): Promise<Motion> {
    const answer = await this.client.send('GET', link.url, undefined, { signal });
    return readMotion(await answer.arrayBuffer());
  }
}
