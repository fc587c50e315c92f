import type { Client } from '../api/client.ts';
import { Offline } from '../api/problem.ts';
import type { CastEntry } from '../shot/document.ts';
import { digestOf } from './digest.ts';
import { turntable } from './turntable.ts';

const DATABASE = 'beatboard.pictures';
const STORE = 'people';
const KEPT = 300;

/**
 * Small pictures of people, kept in this browser by what the person looks like and made when they are first wanted, one
 * at a time. Dispatches `change` when one is there.
 */
export class PeoplePictures extends EventTarget {
  readonly #urls = new Map<string, string>();
  readonly #digests = new WeakMap<CastEntry, Promise<string>>();
  readonly #known = new WeakMap<CastEntry, string>();
  #queue: Promise<void> = Promise.resolve();
  readonly #wanted = new Set<string>();

  constructor(private readonly client: Client) {
    super();
  }

  /** The address of a picture; undefined while there is none. It is asked for by this. */
  of(entry: CastEntry): string | undefined {
    const digest = this.#known.get(entry);
    if (digest !== undefined) return this.#urls.get(digest);
    void this.#want(entry);
    return undefined;
  }

  async #want(entry: CastEntry): Promise<void> {
    const digest = await this.#digest(entry);
    this.#known.set(entry, digest);
    if (this.#urls.has(digest)) return this.#tell();
    if (this.#wanted.has(digest)) return;
    this.#wanted.add(digest);
    const kept = await get(digest);
    if (kept) return this.#show(digest, kept);
    this.#queue = this.#queue.then(async () => {
      const made = await this.#made(entry);
      if (!made) {
        this.#wanted.delete(digest);
        this.#known.delete(entry); // Asked for again when it is shown again.
        return;
      }
      this.#show(digest, made);
      await put(digest, made);
    });
  }

  /** As the service draws it; by the turntable if the service does not. No picture is no error. */
  async #made(entry: CastEntry): Promise<Blob | undefined> {
    const prompt = `Full shot of ${entry.name} standing, facing the camera, soft light.`;
    const shot = { duration: '1s', aspect: '4:5', set: 'studio', cast: [entry], keyframes: [{ at: '0s', prompt }] };
    try {
      return await (await this.client.send('POST', '/v1/shots/still?frame=0&width=320', shot)).blob();
    } catch (e) {
      if (e instanceof Offline) return undefined;
    }
    try {
      const table = await turntable();
      return table ? await snapshotOf(table, entry) : undefined;
    } catch {
      return undefined;
    }
  }

  #digest(entry: CastEntry): Promise<string> {
    const known = this.#digests.get(entry);
    if (known) return known;
    const digest = digestOf(entry);
    this.#digests.set(entry, digest);
    return digest;
  }

  #show(digest: string, picture: Blob): void {
    const before = this.#urls.get(digest);
    if (before) URL.revokeObjectURL(before);
    this.#urls.set(digest, URL.createObjectURL(picture));
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** Turns somebody once out of sight, and takes the picture. */
async function snapshotOf(tag: string, entry: CastEntry): Promise<Blob | undefined> {
  const table = document.createElement(tag) as HTMLElement & {
    person: CastEntry;
    snapshot(): Promise<Blob | undefined>;
  };
  table.classList.add('out-of-sight');
  table.inert = true;
  table.ariaHidden = 'true';
  table.person = entry;
  document.body.append(table);
  try {
    await new Promise((r) => setTimeout(r, 100)); // It begins to stage when it is in the page.
    return await table.snapshot();
  } finally {
    table.remove();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('no storage'));
  });
}

async function get(digest: string): Promise<Blob | undefined> {
  try {
    const database = await opened();
    const found = await finished<unknown>(database.transaction(STORE).objectStore(STORE).get(digest));
    database.close();
    return found instanceof Blob ? found : undefined;
  } catch {
    return undefined; // A browser without storage makes its pictures each time.
  }
}

async function put(digest: string, picture: Blob): Promise<void> {
  try {
    const database = await opened();
    const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
    if ((await finished(store.count())) >= KEPT) await finished(store.clear());
    await finished(store.put(picture, digest));
    database.close();
  } catch {
    // As above.
  }
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('no storage'));
  });
}
