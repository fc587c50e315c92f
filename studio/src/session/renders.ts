import type { Generation, GenerationPage } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';

/** The small picture of a frame, as it is drawn. */
export interface FrameNews {
  readonly generation: string;
  readonly frame: number;
  readonly url: string;
}

/**
 * All renderings of the account that the page knows, kept up to date by the service's event stream. Dispatches `change`,
 * and `frame` (a `CustomEvent<FrameNews>`) for each picture that comes.
 */
export class Renders extends EventTarget {
  #known = new Map<string, Generation>();
  #stream: EventSource | undefined;

  constructor(private readonly client: Client) {
    super();
  }

  /** The latest first. */
  get all(): readonly Generation[] {
    return [...this.#known.values()].sort((a, b) => (a.created_at < b.created_at ? 1 : -1));
  }

  get(id: string): Generation | undefined {
    return this.#known.get(id);
  }

  /** Those of a project, the latest first. */
  of(project: string): readonly Generation[] {
    return this.all.filter((g) => g.project_id === project);
  }

  /** Loads the latest ones, of a project if one is given, and begins to listen. */
  async load(project?: string): Promise<void> {
    const query = project ? `&project_id=${encodeURIComponent(project)}` : '';
    try {
      const page = await this.client.get<GenerationPage>(`/v1/generations?limit=50${query}`);
      for (const g of page.generations) this.#known.set(g.id, g);
      this.dispatchEvent(new Event('change'));
    } catch (e) {
      if (!(e instanceof Offline) && !(e instanceof Problem)) throw e;
    }
    this.listen();
  }

  /** Asks anew for one. */
  async refresh(id: string): Promise<Generation> {
    const g = await this.client.get<Generation>(`/v1/generations/${id}`);
    this.put(g);
    return g;
  }

  /** Takes one up, as after an order. */
  put(generation: Generation): void {
    this.#known.set(generation.id, generation);
    this.dispatchEvent(new Event('change'));
  }

  forget(id: string): void {
    this.#known.delete(id);
    this.dispatchEvent(new Event('change'));
  }

  /** Begins to listen; the browser connects again by itself and says what it has seen. */
  listen(): void {
    if (this.#stream && this.#stream.readyState !== EventSource.CLOSED) return;
    const stream = new EventSource('/v1/generations/events');
    this.#stream = stream;
    stream.addEventListener('state', (e) => this.#whole(e));
    stream.addEventListener('end', (e) => this.#whole(e));
    stream.addEventListener('progress', (e) => this.#progress(e));
    stream.addEventListener('frame', (e) => this.#frame(e));
    stream.onerror = () => {
      // A stream that was refused (no session, too many) is closed for good; one that broke comes back by itself.
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => this.listen(), 8000);
    };
  }

  close(): void {
    this.#stream?.close();
    this.#stream = undefined;
  }

  #whole(e: MessageEvent<string>): void {
    const g = JSON.parse(e.data) as Partial<Generation> & { id: string; state?: string };
    if ((g.state as string) === 'deleted') return this.forget(g.id);
    const before = this.#known.get(g.id);
    this.put({ ...before, ...g } as Generation);
  }

  #progress(e: MessageEvent<string>): void {
    const p = JSON.parse(e.data) as { id: string; done?: number; kept?: number; total?: number };
    const g = this.#known.get(p.id);
    if (!g) return void this.refresh(p.id).catch(() => undefined);
    const frames = { total: p.total ?? g.frames?.total ?? 1, done: p.done ?? g.frames?.done ?? 0, kept: p.kept ?? g.frames?.kept ?? 0 };
    // A bar never runs backwards, even if a server that was started again counts anew.
    const done = Math.max(frames.done, g.frames?.done ?? 0);
    this.put({ ...g, frames: { ...frames, done }, progress: done / Math.max(1, frames.total) });
  }

  #frame(e: MessageEvent<string>): void {
    const f = JSON.parse(e.data) as { id: string; n: number; preview: string };
    this.dispatchEvent(new CustomEvent<FrameNews>('frame', { detail: { generation: f.id, frame: f.n, url: f.preview } }));
  }
}
