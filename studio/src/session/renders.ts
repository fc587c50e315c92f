import type { Generation, GenerationPage } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import { type Sample, newFrames, sampled } from './pace.ts';

/** The small picture of a frame, as it is drawn. */
export interface FrameNews {
  readonly generation: string;
  readonly frame: number;
  readonly url: string;
}

/** A page of generations, or of what is asked of them, is this long. */
const PAGE = 50;
/** After a refusal of the stream, in milliseconds. */
const AGAIN = 3000;

/**
 * All renderings of the account that the page knows, kept up to date by the service's event stream. Dispatches `change`,
 * and `frame` (a `CustomEvent<FrameNews>`) for each picture that comes.
 *
 * The stream is closed while nobody looks at the page, as browsers have few connections for all tabs of a server; and
 * whenever it is opened anew, the list is asked for anew, so that nothing is missed.
 */
export class Renders extends EventTarget {
  #known = new Map<string, Generation>();
  #pictures = new Map<string, Set<number>>();
  #samples = new Map<string, readonly Sample[]>();
  #goesOn = new Map<string, number>();
  #stream: EventSource | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #broken = false;
  #wanted = false;
  #next: string | undefined;

  constructor(private readonly client: Client) {
    super();
    client.connection.addEventListener('change', () => {
      if (client.connection.online && this.#wanted) this.listen();
    });
    document.addEventListener('visibilitychange', () => {
      if (!this.#wanted) return;
      if (document.visibilityState === 'hidden') this.#shut();
      else void this.load();
    });
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

  /** Whether there are older ones that were not asked for. */
  get hasOlder(): boolean {
    return this.#next !== undefined;
  }

  /** Whether the stream of news is broken; what is shown may be behind. */
  get broken(): boolean {
    return this.#broken;
  }

  /** The frames of which there are small pictures, as far as is known. */
  pictures(id: string): ReadonlySet<number> {
    return this.#pictures.get(id) ?? new Set();
  }

  /** How far it was when, for an estimate of the time left. */
  samples(id: string): readonly Sample[] {
    return this.#samples.get(id) ?? [];
  }

  /** The frame at which it goes on after the server was away, until the next one comes. */
  goesOnAt(id: string): number | undefined {
    return this.#goesOn.get(id);
  }

  /** Loads the latest ones, of a project if one is given, and begins to listen. */
  async load(project?: string): Promise<void> {
    this.#wanted = true;
    await this.#page(project ? `&project_id=${encodeURIComponent(project)}` : '', project === undefined);
    this.listen();
  }

  /** Loads those before the ones that are known. */
  async older(): Promise<void> {
    if (this.#next) await this.#page(`&cursor=${encodeURIComponent(this.#next)}`, true);
  }

  /** Asks anew for one. */
  async refresh(id: string): Promise<Generation> {
    const g = await this.client.get<Generation>(`/v1/generations/${encodeURIComponent(id)}`);
    this.put(g);
    return g;
  }

  /** Takes one up, as after an order. */
  put(generation: Generation): void {
    this.#take(generation);
    this.#tell();
  }

  forget(id: string): void {
    for (const m of [this.#known, this.#pictures, this.#samples, this.#goesOn]) m.delete(id);
    this.#tell();
  }

  /** Stops one; its credits come back. */
  async cancel(id: string): Promise<Generation> {
    const g = await this.client.post<Generation>(`/v1/generations/${encodeURIComponent(id)}/cancel`);
    this.put(g);
    return g;
  }

  /**
   * Orders one again that failed or was cancelled.
   *
   * @param key the same key never orders twice
   */
  async retry(id: string, key: string): Promise<Generation> {
    const g = await this.client.post<Generation>(`/v1/generations/${encodeURIComponent(id)}/retry`, undefined, {
      headers: { 'Idempotency-Key': key },
    });
    this.put(g);
    return g;
  }

  /** Deletes one with all its files. */
  async delete(id: string): Promise<void> {
    await this.client.delete(`/v1/generations/${encodeURIComponent(id)}`);
    this.forget(id);
  }

  /** Finds out which pictures of one there are already; the page's own stream tells only of those that come. */
  findPictures(id: string): void {
    const stream = new EventSource(`/v1/generations/${encodeURIComponent(id)}/events`);
    stream.addEventListener('frame', (e) => this.#frame(e as MessageEvent<string>, false));
    const done = () => {
      stream.close();
      this.#tell();
    };
    // The pictures that there are come before everything else.
    for (const kind of ['state', 'progress', 'end', 'error']) stream.addEventListener(kind, done);
  }

  /** Begins to listen; the browser connects again by itself and says what it has seen. */
  listen(): void {
    this.#wanted = true;
    if (document.visibilityState === 'hidden') return;
    if (this.#stream && this.#stream.readyState !== EventSource.CLOSED) return;
    clearTimeout(this.#again);
    const stream = new EventSource('/v1/generations/events');
    this.#stream = stream;
    stream.onopen = () => this.#opened();
    stream.addEventListener('state', (e) => this.#whole(e));
    stream.addEventListener('end', (e) => this.#whole(e));
    stream.addEventListener('progress', (e) => this.#progress(e));
    stream.addEventListener('frame', (e) => this.#frame(e, true));
    stream.onerror = () => {
      if (this.#stream !== stream) return;
      this.#broken = true;
      this.#tell();
      // A stream that was refused (no session, too many) is closed for good; one that broke comes back by itself.
      if (stream.readyState === EventSource.CLOSED) this.#again = setTimeout(() => this.listen(), AGAIN);
    };
  }

  close(): void {
    this.#wanted = false;
    this.#shut();
  }

  #shut(): void {
    clearTimeout(this.#again);
    this.#stream?.close();
    this.#stream = undefined;
  }

  async #page(query: string, whole: boolean): Promise<void> {
    try {
      const page = await this.client.get<GenerationPage>(`/v1/generations?limit=${PAGE}${query}`);
      for (const g of page.generations) this.#take(g);
      if (whole) this.#next = page.has_more ? page.next_cursor : undefined;
      this.#tell();
    } catch (e) {
      if (!(e instanceof Offline) && !(e instanceof Problem)) throw e;
    }
  }

  /** Once it was broken, something may have been missed: states of what ended, and orders of others. */
  #opened(): void {
    if (!this.#broken) return;
    this.#broken = false;
    for (const g of this.#known.values()) {
      if (g.state === 'processing') this.#goesOn.set(g.id, g.frames?.done ?? 0);
      // How fast it went before says nothing of a server that has to dress the set anew.
      this.#samples.delete(g.id);
    }
    this.client.connection.answered();
    void this.#page('', true);
  }

  #take(g: Generation): void {
    const before = this.#known.get(g.id);
    // A bar never runs backwards, even if a server that was started again counts anew.
    const done = Math.max(g.frames?.done ?? 0, g.state === 'processing' ? (before?.frames?.done ?? 0) : 0);
    const frames = g.frames ? { ...g.frames, done } : before?.frames;
    this.#known.set(g.id, { ...g, ...(frames ? { frames } : {}) });
    if (g.state !== 'processing' || done > (this.#goesOn.get(g.id) ?? Infinity)) this.#goesOn.delete(g.id);
    if (g.state === 'processing' && frames && !this.#goesOn.has(g.id)) {
      this.#samples.set(g.id, sampled(this.samples(g.id), { at: Date.now(), done: newFrames(frames) }));
    }
  }

  #whole(e: MessageEvent<string>): void {
    const g = JSON.parse(e.data) as Partial<Generation> & { id: string };
    if ((g.state as string) === 'deleted') return this.forget(g.id);
    const before = this.#known.get(g.id);
    this.put({ ...before, ...g } as Generation);
  }

  #progress(e: MessageEvent<string>): void {
    const p = JSON.parse(e.data) as { id: string; frames: NonNullable<Generation['frames']>; progress: number };
    const g = this.#known.get(p.id);
    if (!g) return void this.refresh(p.id).catch(() => undefined);
    this.put({ ...g, frames: p.frames, progress: p.progress });
  }

  #frame(e: MessageEvent<string>, news: boolean): void {
    const f = JSON.parse(e.data) as { id: string; n: number; preview: string };
    const known = this.#pictures.get(f.id) ?? new Set<number>();
    known.add(f.n);
    this.#pictures.set(f.id, known);
    if (!news) return;
    this.dispatchEvent(new CustomEvent<FrameNews>('frame', { detail: { generation: f.id, frame: f.n, url: f.preview } }));
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}
