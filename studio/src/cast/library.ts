import type { Page, Project } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import type { CastEntry, ShotDocument } from '../shot/document.ts';

/** A person as the library keeps them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly updated_at: string;
  readonly document: CastEntry;
}

/** A project as lists show it, without its document. */
export interface ProjectHead {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly updated_at: string;
}

/** The most projects that are looked through for who is in them. */
const MOST_PROJECTS = 200;
const MOST_PEOPLE = 500;
const AT_ONCE = 4;

/** People that are kept for any shot, and the shots that they are in. Dispatches `change`. */
export class Library extends EventTarget {
  #people: readonly Person[] | undefined;
  #shots: readonly Project[] | undefined;
  readonly #read = new Map<string, Project>();

  constructor(private readonly client: Client) {
    super();
  }

  /** Everybody, by name; undefined while nobody knows. */
  get people(): readonly Person[] | undefined {
    return this.#people;
  }

  /** The projects with their documents, the latest first; undefined while they are read. */
  get shots(): readonly Project[] | undefined {
    return this.#shots;
  }

  person(id: string): Person | undefined {
    return this.#people?.find((p) => p.id === id);
  }

  /** The shots that somebody of this name acts in; undefined while nobody knows. */
  shotsOf(name: string): readonly Project[] | undefined {
    return this.#shots?.filter((p) => p.document.cast?.some((c) => c.name === name));
  }

  async refresh(): Promise<void> {
    this.#keep(await all<Person>(this.client, '/v1/library/cast', MOST_PEOPLE));
  }

  /** Reads all projects for who is in them; each document only once while it stays the same. */
  async refreshShots(): Promise<void> {
    const heads = await all<ProjectHead>(this.client, '/v1/projects', MOST_PROJECTS);
    const wanted = heads.filter((h) => this.#read.get(h.id)?.revision !== h.revision);
    for (let i = 0; i < wanted.length; i += AT_ONCE) {
      const some = await Promise.all(
        wanted.slice(i, i + AT_ONCE).map((h) => this.client.get<Project>(`/v1/projects/${h.id}`)),
      );
      for (const p of some) this.#read.set(p.id, p);
    }
    this.#shots = heads.map((h) => this.#read.get(h.id)).filter((p) => p !== undefined);
    this.#tell();
  }

  async add(document: CastEntry): Promise<Person> {
    const person = await this.client.post<Person>('/v1/library/cast', { name: document.name, document });
    this.#keep([...(this.#people ?? []), person]);
    return person;
  }

  /** @throws Problem 409 with `current` if somebody changed the person meanwhile */
  async change(person: Person, document: CastEntry, revision = person.revision): Promise<Person> {
    const changed = await this.client.put<Person>(`/v1/library/cast/${person.id}`, {
      name: document.name,
      document,
      revision,
    });
    this.replace(changed);
    return changed;
  }

  async remove(person: Person): Promise<void> {
    await this.client.delete(`/v1/library/cast/${person.id}`);
    this.#keep((this.#people ?? []).filter((p) => p.id !== person.id));
  }

  /** Takes over what the service says of a person. */
  replace(person: Person): void {
    this.#keep((this.#people ?? []).map((p) => (p.id === person.id ? person : p)));
  }

  /** Writes a change into a shot that is kept, on the state that was just read. */
  async changeShot(id: string, edit: (shot: ShotDocument) => ShotDocument): Promise<Project> {
    const now = await this.client.get<Project>(`/v1/projects/${id}`);
    const project = await this.client.put<Project>(`/v1/projects/${id}`, {
      document: edit(now.document),
      revision: now.revision,
    });
    this.#read.set(id, project);
    this.#shots = this.#shots?.map((p) => (p.id === id ? project : p));
    this.#tell();
    return project;
  }

  /** Keeps a new shot. */
  async newShot(document: ShotDocument): Promise<Project> {
    return this.client.post<Project>('/v1/projects', { title: document.title ?? 'Untitled', document });
  }

  #keep(people: readonly Person[]): void {
    this.#people = people.toSorted((a, b) => a.name.localeCompare(b.name));
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** A shot with somebody in its cast, in the place of who had that name; the most that can act stays 8. */
export function withPerson(shot: ShotDocument, entry: CastEntry): ShotDocument {
  const cast = shot.cast ?? [];
  const there = cast.some((c) => c.name === entry.name);
  return { ...shot, cast: there ? cast.map((c) => (c.name === entry.name ? entry : c)) : [...cast, entry] };
}

/** Everything that a list has, page by page, up to a bound. */
async function all<Item>(client: Client, path: string, most: number): Promise<Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) });
    const page = await client.get<Page<Item>>(`${path}?${query}`);
    found.push(...page.items);
    cursor = page.has_more ? page.next_cursor : undefined;
  } while (cursor && found.length < most);
  return found;
}
