import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { Explanation, Project, Vocabulary } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { vocabulary } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { go } from '../shell/route.ts';
import { said } from '../shell/said.ts';
import { say } from '../shell/toast.ts';
import type { CastEntry } from '../shot/document.ts';
import { type Person, withPerson } from './library.ts';
import { castNames } from './names.ts';
import { FACTS, type Fact, type Look, inWords, lookOf, ownFacts, sameFact, withLook } from './person.ts';
import './person-fields.ts';
import { library, pictures } from './shelves.ts';
import { turntable } from './turntable.ts';
import { type Doubt, decisions, doubts, replaced, shotOf } from './words.ts';

const PAUSE = 150;
const LONGEST_DESCRIPTION = 1000;
/** Who nobody has named yet. */
const NAMELESS = 'Someone';

/**
 * One person of the library, in words and as fields, on a turntable. Without a `person` it is a new one. Nothing touches a
 * shot before it is asked for.
 */
@customElement('bb-person-editor')
export class PersonEditor extends Part {
  @property({ attribute: false }) person: Person | undefined;

  @state() private name = '';
  @state() private words = '';
  @state() private own: Partial<Look> = {};
  @state() private explanation: Explanation | undefined;
  @state() private names: Vocabulary | undefined;
  @state() private table: string | undefined;
  @state() private busy = false;
  @state() private fault = '';
  @state() private theirs: Person | undefined;
  @state() private outdated: readonly Project[] = [];
  @state() private leaving: readonly Doubt[] = [];
  #rest: CastEntry = { name: '' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  #explained = '';

  constructor() {
    super();
    new Watch(this, () => library, ['change']);
    new Watch(this, () => pictures, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void vocabulary().then((v) => (this.names = v), (e: unknown) => (this.fault = said(e)));
    void turntable().then((tag) => (this.table = tag), () => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('person')) return;
    const before = changed.get('person');
    if (this.person && before?.id === this.person.id) return;
    this.#open(this.person?.document ?? { name: '' }, this.person?.name ?? '');
  }

  #open(document: CastEntry, name: string): void {
    this.#rest = inWords(document);
    this.name = name;
    this.words = document.description ?? '';
    this.own = lookOf(document) ?? {};
    this.explanation = undefined;
    this.fault = '';
    this.theirs = undefined;
    this.outdated = [];
    this.leaving = [];
    this.#explain(0);
  }

  get #look(): Look | undefined {
    const read = this.#read;
    const whole = FACTS.every((f) => f in this.own);
    return read || whole ? ({ ...read, ...this.own } as Look) : undefined;
  }

  /** What the words alone say. */
  get #read(): Look | undefined {
    const entry = this.explanation?.shot.cast?.[0];
    return entry ? lookOf(entry) : undefined;
  }

  /** The entry as it would be kept. */
  get #entry(): CastEntry {
    const { description: _, ...rest } = this.#rest;
    const words: CastEntry = { ...rest, name: this.name.trim() || NAMELESS, ...(this.words.trim() ? { description: this.words.trim() } : {}) };
    const look = this.#look;
    return Object.keys(this.own).length > 0 && look ? withLook(words, look) : words;
  }

  get #dirty(): boolean {
    if (!this.person) return this.name.trim() !== '' || this.words.trim() !== '' || Object.keys(this.own).length > 0;
    return this.name !== this.person.name || !sameEntry(this.#entry, this.person.document);
  }

  #explain(pause = PAUSE): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), pause);
  }

  async #ask(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const words = this.words;
    const entry: CastEntry = { name: NAMELESS, ...(words.trim() ? { description: words } : {}) };
    try {
      const explanation = await api.post<Explanation>('/v1/shots/explain', shotOf(entry), { signal: asking.signal });
      this.#explained = words;
      this.explanation = explanation;
      this.fault = '';
      const read = this.#read;
      const look = this.#look;
      // What the words say by themselves is no choice against them.
      if (read && look) this.own = ownFacts(look, read);
    } catch (e) {
      if (!asking.signal.aborted) this.fault = said(e);
    }
  }

  protected override render(): unknown {
    const look = this.#look;
    return html`
      <h2 class="sr">${this.person ? this.person.name : 'New person'}</h2>
      <label class="sr" for="person-name">Name</label>
      <input
        class="f named"
        id="person-name"
        maxlength="80"
        placeholder="Name"
        autocomplete="off"
        .value=${this.name}
        @input=${(e: Event) => (this.name = (e.target as HTMLInputElement).value)}
      />
      ${this.#turn()} ${this.#prompt()} ${this.#issues()}
      ${this.fault ? html`<p class="fail" role="alert">${this.fault}</p>` : nothing} ${this.#conflict()}
      ${look && this.names
        ? html`<bb-person-fields
            .look=${look}
            .own=${this.own}
            .decided=${this.explanation ? decisions(this.explanation, NAMELESS) : []}
            .names=${castNames(this.names)}
            @fact=${(e: CustomEvent<Partial<Look>>) => this.#change(e.detail)}
            @reset=${(e: CustomEvent<Fact>) => this.#reset(e.detail)}
          ></bb-person-fields>`
        : html`<div class="ghosts" aria-hidden="true"><div class="ghost"></div><div class="ghost"></div><div class="ghost"></div></div>`}
      ${this.#shots()}
      <div class="chips save">
        <button class="btn go" type="button" ?disabled=${this.busy || !this.#dirty} @click=${this.#save}>
          ${this.busy ? 'Saving' : 'Save'}
        </button>
        ${this.person
          ? html`<button class="btn" type="button" ?disabled=${this.busy} @click=${this.#saveNew}>Save as a new person</button>
              <button class="btn quiet" type="button" ?disabled=${this.busy} @click=${this.#delete}>Delete</button>`
          : nothing}
      </div>
    `;
  }

  #turn(): TemplateResult {
    const picture = this.person ? pictures.of(this.person.document) : undefined;
    if (this.table) {
      const tag = unsafeStatic(this.table);
      return staticHtml`<${tag} class="turn-table" .person=${this.#entry}></${tag}>` as TemplateResult;
    }
    return html`<div class="turn flat">
      ${picture ? html`<img src=${picture} alt=${`${this.name}, standing`} />` : html`<span>${this.name.trim().charAt(0).toUpperCase()}</span>`}
    </div>`;
  }

  #prompt(): TemplateResult {
    const marks = this.#doubts.filter((d) => d.start >= 0).toSorted((a, b) => a.start - b.start);
    const parts: unknown[] = [];
    let at = 0;
    for (const d of marks) {
      if (d.start < at) continue;
      parts.push(this.words.slice(at, d.start), html`<span class=${d.kind === 'unknown' ? 'bad' : 'ign'}>${this.words.slice(d.start, d.end)}</span>`);
      at = d.end;
    }
    parts.push(this.words.slice(at));
    return html`<div class="prompt words">
      <label class="sr" for="person-words">${this.name.trim() || 'The person'} in words</label>
      <div class="mirror" aria-hidden="true">${parts} </div>
      <textarea
        id="person-words"
        spellcheck="false"
        maxlength=${LONGEST_DESCRIPTION}
        placeholder="Woman in her forties, tall, curly red hair, green coat"
        .value=${this.words}
        @input=${(e: Event) => this.#say((e.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`;
  }

  /** Doubts about the words as they are now; of earlier words only those that still stand where they stood. */
  get #doubts(): readonly Doubt[] {
    if (!this.explanation) return [];
    return doubts(this.explanation, NAMELESS, this.#explained).filter(
      (d) =>
        (d.start < 0 || this.words.slice(d.start, d.end) === this.#explained.slice(d.start, d.end)) &&
        !this.leaving.some((l) => l.message === d.message),
    );
  }

  #issues(): unknown {
    const all = this.#doubts;
    return html`<div aria-live="polite" class="doubts">
      ${all.map(
        (d) => html`<div class="issue">
          <div class="ih">
            <p>${d.message}</p>
            ${d.start >= 0
              ? html`<button class="drop" type="button" @click=${() => this.#say(replaced(this.words, d.start, d.end, ''))}>Drop</button>`
              : html`<button class="drop" type="button" @click=${() => (this.leaving = [...this.leaving, d])}>Leave</button>`}
          </div>
          ${d.suggestions.length === 0
            ? nothing
            : html`<div class="chips">
                ${d.suggestions.map(
                  (s) =>
                    html`<button class="chip" type="button" @click=${() => this.#say(replaced(this.words, s.start ?? d.start, s.end ?? d.end, s.edit))}>${s.label}</button>`,
                )}
              </div>`}
        </div>`,
      )}
    </div>`;
  }

  #conflict(): unknown {
    const theirs = this.theirs;
    if (!theirs) return nothing;
    return html`<div class="issue" role="alert">
      <p><b>${theirs.name} was changed elsewhere</b> at ${clock(theirs.updated_at)}. Nothing is lost: yours is here, theirs is kept.</p>
      <div class="chips">
        <button class="chip" type="button" @click=${() => void this.#keep(theirs.revision)}>Keep mine</button>
        <button class="chip" type="button" @click=${this.#useTheirs}>Use theirs</button>
      </div>
    </div>`;
  }

  #shots(): unknown {
    if (!this.person) return nothing;
    const name = this.person.name;
    const used = library.shotsOf(name) ?? [];
    const others = (library.shots ?? []).filter((p) => !used.some((u) => u.id === p.id));
    return html`<section class="uses" aria-label="Shots">
      ${this.outdated.length === 0
        ? nothing
        : html`<div class="issue">
            <p><b>${name} looks as before in ${this.outdated.length === 1 ? 'a shot' : `${this.outdated.length} shots`}.</b> A shot changes only when you say so.</p>
            <div class="chips">
              <button class="chip" type="button" ?disabled=${this.busy} @click=${this.#carry}>
                Change ${this.outdated.length === 1 ? 'it' : 'them'} too
              </button>
              <button class="chip plain" type="button" @click=${() => (this.outdated = [])}>Leave</button>
            </div>
          </div>`}
      ${used.length === 0
        ? nothing
        : html`<h3>In ${used.length === 1 ? '1 shot' : `${used.length} shots`}</h3>
            <ul>
              ${used.slice(0, 8).map((p) => html`<li><a href=${`#/edit/${p.id}`}>${p.document.title ?? 'Untitled'}</a></li>`)}
            </ul>`}
      ${others.length === 0
        ? nothing
        : html`<label for="person-shot" class="sr">Put ${name} into a shot</label>
            <select class="sel" id="person-shot" ?disabled=${this.busy || this.#dirty} @change=${this.#put}>
              <option value="">${this.#dirty ? 'Save first, then put into a shot' : 'Put into a shot'}</option>
              ${others.map((p) => html`<option value=${p.id}>${p.document.title ?? 'Untitled'}</option>`)}
            </select>`}
    </section>`;
  }

  protected override updated(): void {
    const table = this.querySelector<HTMLElement & { person?: CastEntry }>('.turn-table');
    if (table) table.setAttribute('aria-label', `${this.name.trim() || 'The person'}, turned`);
  }

  #say(words: string): void {
    this.words = words.slice(0, LONGEST_DESCRIPTION);
    this.#explain();
  }

  #change(facts: Partial<Look>): void {
    const read = this.#read;
    const look = this.#look;
    if (!look) return;
    const next = { ...look, ...facts };
    this.own = read ? ownFacts(next, read) : next;
  }

  #reset(fact: Fact): void {
    this.own = Object.fromEntries(Object.entries(this.own).filter(([f]) => f !== fact)) as Partial<Look>;
  }

  /** Saves; a conflict is shown. */
  #save(): void {
    void this.#keep(this.person?.revision);
  }

  async #keep(revision: number | undefined): Promise<void> {
    if (!this.name.trim()) {
      this.fault = 'Each person needs a name.';
      this.querySelector<HTMLInputElement>('#person-name')?.focus();
      return;
    }
    const before = this.person;
    await this.#doing(async () => {
      const entry = this.#entry;
      const saved = before && revision !== undefined ? await library.change(before, entry, revision) : await library.add(entry);
      this.theirs = undefined;
      this.outdated = (before ? (library.shotsOf(before.name) ?? []) : []).filter(
        (p) => !p.document.cast?.some((c) => c.name === before?.name && sameEntry(c, entry)),
      );
      if (before) this.person = saved;
      else go(`/cast/people/${saved.id}`);
    });
  }

  async #saveNew(): Promise<void> {
    await this.#doing(async () => {
      const taken = new Set((library.people ?? []).map((p) => p.name));
      let name = this.name.trim();
      for (let n = 2; taken.has(name); n++) name = `${this.name.trim().slice(0, 76)} ${n}`;
      const saved = await library.add({ ...this.#entry, name });
      say(`Saved as ${name}.`);
      go(`/cast/people/${saved.id}`);
    });
  }

  async #delete(): Promise<void> {
    const person = this.person;
    if (!person) return;
    await this.#doing(async () => {
      await library.remove(person);
      this.dispatchEvent(new CustomEvent<Person>('deleted', { detail: person, bubbles: true }));
    });
  }

  async #carry(): Promise<void> {
    const [entry, name] = [this.#entry, this.person?.name];
    await this.#doing(async () => {
      for (const p of this.outdated) {
        await library.changeShot(p.id, (shot) => ({ ...shot, cast: shot.cast?.map((c) => (c.name === name ? entry : c)) ?? [] }));
      }
      say(`Changed in ${this.outdated.length === 1 ? '1 shot' : `${this.outdated.length} shots`}.`);
      this.outdated = [];
    });
  }

  async #put(e: Event): Promise<void> {
    const select = e.target as HTMLSelectElement;
    const id = select.value;
    select.value = '';
    if (!id || !this.person) return;
    const entry = this.person.document;
    await this.#doing(async () => {
      const project = await library.changeShot(id, (shot) => withPerson(shot, entry));
      say(`${entry.name} is in “${project.document.title ?? 'Untitled'}”.`);
    });
  }

  #useTheirs(): void {
    const theirs = this.theirs;
    if (!theirs) return;
    library.replace(theirs);
    this.#open(theirs.document, theirs.name);
    this.person = theirs;
  }

  async #doing(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.fault = '';
    try {
      await work();
    } catch (e) {
      const current = e instanceof Problem && e.status === 409 ? (e.extras['current'] as Person | undefined) : undefined;
      if (current) this.theirs = current;
      else this.fault = said(e);
    } finally {
      this.busy = false;
    }
  }
}

/** Whether two entries say and show the same. */
function sameEntry(a: CastEntry, b: CastEntry): boolean {
  const [la, lb] = [lookOf(a), lookOf(b)];
  if ((a.description ?? '') !== (b.description ?? '') || (la === undefined) !== (lb === undefined)) return false;
  return !la || !lb || FACTS.every((f) => sameFact(la, lb, f));
}

function clock(at: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
