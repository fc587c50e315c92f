import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { go } from '../shell/route.ts';
import { said } from '../shell/said.ts';
import type { Person } from './library.ts';
import { findable } from './person.ts';
import './person-editor.ts';
import './person-picture.ts';
import './props-shelf.ts';
import './sets-shelf.ts';
import { library } from './shelves.ts';

const SHELVES = [
  ['people', 'People', 'Find by name, hair, clothes'],
  ['sets', 'Sets', 'Find a place'],
  ['props', 'Props', 'Find a thing'],
] as const;

/** People, sets and props that shots are made of. */
@customElement('bb-cast-page')
export class CastPage extends Part {
  @property() shelf: 'people' | 'sets' | 'props' = 'people';
  @property() itemId = '';

  @state() private sought = '';
  @state() private fault = '';
  @state() private deleted: Person | undefined;

  constructor() {
    super();
    new Watch(this, () => library, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Cast, Beatboard';
    void this.#load();
  }

  async #load(): Promise<void> {
    this.fault = '';
    try {
      await library.refresh();
      await library.refreshShots();
    } catch (e) {
      this.fault = said(e);
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('shelf')) this.sought = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    // On a narrow page the person is under all others: whoever was chosen comes into view.
    const aside = this.querySelector('aside');
    if (changed.has('itemId') && this.itemId && changed.get('itemId') !== undefined && aside) {
      if (aside.getBoundingClientRect().top > innerHeight / 2) aside.scrollIntoView({ block: 'start' });
    }
  }

  /** Who is open: whom the address names, else the first. */
  get #person(): Person | undefined {
    if (this.itemId === 'new') return undefined;
    return library.person(this.itemId) ?? (this.itemId ? undefined : library.people?.[0]);
  }

  protected override render(): unknown {
    const [, , hint] = SHELVES.find(([s]) => s === this.shelf) ?? SHELVES[0];
    const people = this.shelf === 'people';
    return html`<div class=${people ? 'lib' : 'lib whole'}>
      <div class="l">
        <h1>Cast</h1>
        <p class="lede">
          ${people ? 'People you can put in any shot. A change here asks before it touches a shot.' : this.shelf === 'sets' ? 'Places to film in, dressed and lit.' : 'Things that stand on the sets, to look at, name and use.'}
        </p>
        <div class="find">
          <div class="seg" role="group" aria-label="Library">
            ${SHELVES.map(
              ([shelf, name]) =>
                html`<button type="button" aria-pressed=${shelf === this.shelf} @click=${() => go(`/cast/${shelf}`)}>${name}</button>`,
            )}
          </div>
          <label class="sr" for="cast-find">Find</label>
          <input
            class="f"
            id="cast-find"
            type="search"
            placeholder=${hint}
            .value=${this.sought}
            @input=${(e: Event) => (this.sought = (e.target as HTMLInputElement).value)}
          />
        </div>
        ${this.fault
          ? html`<p class="fail" role="alert">${this.fault} <button class="drop" type="button" @click=${() => void this.#load()}>Try again</button></p>`
          : nothing}
        ${this.#undo()} ${this.#shelf()}
      </div>
      ${people ? this.#aside() : nothing}
    </div>`;
  }

  #shelf(): TemplateResult {
    if (this.shelf === 'sets') return html`<bb-sets-shelf .sought=${this.sought}></bb-sets-shelf>`;
    if (this.shelf === 'props') return html`<bb-props-shelf .sought=${this.sought}></bb-props-shelf>`;
    const words = this.sought.toLowerCase().split(/\s+/).filter(Boolean);
    const all = library.people ?? [];
    const found = all.filter((p) => words.every((w) => findable(p.document).includes(w) || p.name.toLowerCase().includes(w)));
    const open = this.#person;
    return html`<div class="grid ppl">
        <a class="card new" href="#/cast/people/new" aria-current=${this.itemId === 'new' || !open ? 'true' : nothing}>
          <span class="th">New person</span><b>From words</b><span class="dim">or from fields</span>
        </a>
        ${found.map((p) => this.#card(p, p.id === open?.id))}
      </div>
      ${this.#nobody(all.length, found.length)}`;
  }

  #nobody(all: number, found: number): unknown {
    if (library.people === undefined) return this.fault ? nothing : html`<p class="dim empty">Asking who there is.</p>`;
    if (all === 0) return html`<p class="dim empty">Nobody is kept yet. Describe a person in words, and save.</p>`;
    return found === 0 ? html`<p class="dim empty" role="status">Nobody here is like “${this.sought}”.</p>` : nothing;
  }

  #card(p: Person, open: boolean): TemplateResult {
    const shots = library.shotsOf(p.name);
    const used = shots === undefined ? '' : shots.length === 0 ? 'not used yet' : shots.length === 1 ? 'in 1 shot' : `in ${shots.length} shots`;
    return html`<a class="card" href=${`#/cast/people/${p.id}`} aria-current=${open ? 'true' : nothing}>
      <span class="th"><bb-person-picture .person=${p.document}></bb-person-picture></span>
      <b>${p.name}</b><span class="dim">${used}</span>
    </a>`;
  }

  #aside(): TemplateResult {
    const person = this.#person;
    if (this.itemId && this.itemId !== 'new' && !person) {
      return html`<aside aria-label="Person">
        ${library.people ? html`<p class="dim">This person is not in the library. They may have been deleted.</p>` : nothing}
      </aside>`;
    }
    if (library.people === undefined && this.itemId !== 'new') return html`<aside aria-label="Person"></aside>`;
    return html`<aside aria-label=${person?.name ?? 'New person'}>
      ${keyed(person?.id ?? 'new', html`<bb-person-editor .person=${person} @deleted=${this.#gone}></bb-person-editor>`)}
    </aside>`;
  }

  #gone(e: CustomEvent<Person>): void {
    this.deleted = e.detail;
    go('/cast/people');
  }

  #undo(): unknown {
    const person = this.deleted;
    if (!person || this.shelf !== 'people') return nothing;
    return html`<p class="undo" role="status">
      ${person.name} is deleted.
      <button class="drop" type="button" @click=${() => void this.#bringBack(person)}>Undo</button>
      <button class="drop" type="button" @click=${() => (this.deleted = undefined)}>Close</button>
    </p>`;
  }

  async #bringBack(person: Person): Promise<void> {
    try {
      const back = await library.add(person.document);
      this.deleted = undefined;
      go(`/cast/people/${back.id}`);
    } catch (e) {
      this.fault = said(e);
    }
  }
}
