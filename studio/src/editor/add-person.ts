import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Page } from '../api/answers.ts';
import { api } from '../api/client.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import type { CastEntry } from '../shot/document.ts';
import { castOf, withCastEntry } from '../shot/fields.ts';

interface LibraryPerson {
  readonly id: string;
  readonly name: string;
  readonly document: Readonly<Record<string, unknown>>;
}

const MOST_PEOPLE = 8;

/** Puts somebody in the shot, new or out of the library; or casts a person of the library for a performer. */
@customElement('bb-add-person')
export class AddPerson extends Part {
  @property({ attribute: false }) session!: ShotSession;
  /** For whom somebody is cast; empty to add a person. */
  @property({ attribute: false }) person = '';
  @state() private open = false;
  @state() private library: readonly LibraryPerson[] = [];
  @state() private fault = '';
  #serial = Math.random().toString(36).slice(2, 8);

  protected override render(): TemplateResult {
    if (!this.open) {
      return html`<button class="drop" type="button" aria-expanded="false" @click=${this.#show}>
        ${this.person ? html`Cast from the library<span class="sr"> for ${this.person}</span>` : 'Add a person'}
      </button>`;
    }
    return html`<form class="adder" @submit=${this.#submit} @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && this.#hide()}>
      ${this.person
        ? nothing
        : html`<label for="an-${this.#serial}">Name</label>
            <input class="f" id="an-${this.#serial}" name="name" maxlength="80" autocomplete="off" placeholder="Mara" />
            <label for="ad-${this.#serial}">Looks</label>
            <input class="f" id="ad-${this.#serial}" name="looks" maxlength="1000" autocomplete="off" placeholder="woman, 40 years old, red coat" />`}
      ${this.library.length
        ? html`<label for="al-${this.#serial}">Library</label>
            <select class="sel" id="al-${this.#serial}" name="library">
              <option value="">${this.person ? 'Choose' : 'Somebody new'}</option>
              ${this.library.map((p) => html`<option value=${p.id}>${p.name}</option>`)}
            </select>`
        : this.person
          ? html`<p class="dim">The library has nobody yet. <a href="#/cast">Make a person</a></p>`
          : nothing}
      ${this.fault ? html`<p class="fail" role="alert">${this.fault}</p>` : nothing}
      <div class="chips">
        ${this.person && this.library.length === 0
          ? nothing
          : html`<button class="btn" type="submit">${this.person ? `Cast for ${this.person}` : 'Add'}</button>`}
        <button class="btn quiet" type="button" @click=${this.#hide}>Close</button>
      </div>
    </form>`;
  }

  readonly #show = () => {
    this.open = true;
    this.fault = '';
    api
      .get<Page<LibraryPerson>>('/v1/library/cast?limit=100')
      .then((page) => (this.library = page.items))
      .catch(() => (this.library = []));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('input, select, a')?.focus());
  };

  readonly #hide = () => {
    this.open = false;
    void this.updateComplete.then(() => this.querySelector('button')?.focus());
  };

  readonly #submit = (e: SubmitEvent) => {
    e.preventDefault();
    const data = new FormData(e.target as HTMLFormElement);
    const chosen = this.library.find((p) => p.id === data.get('library'));
    const name = this.person || String(data.get('name') ?? '').trim() || (chosen?.name ?? '');
    const looks = String(data.get('looks') ?? '').trim();
    if (!name) {
      this.fault = 'A person needs a name.';
      return;
    }
    if (this.person && !chosen) {
      this.fault = 'Choose somebody of the library.';
      return;
    }
    const there = [...castOf(this.session.shot), ...castOf(this.session.explanation?.shot)].map((c) => c.name);
    if (!this.person && there.includes(name)) {
      this.fault = `“${name}” is in this shot already.`;
      return;
    }
    if (!this.person && new Set(there).size >= MOST_PEOPLE) {
      this.fault = 'A shot has at most 8 people.';
      return;
    }
    const entry = { ...(chosen?.document ?? {}), ...(looks && !chosen ? { description: looks } : {}), name } as CastEntry;
    const fault = this.session.edit((shot) => withCastEntry(shot, this.session.explanation, entry));
    if (fault) {
      this.fault = fault;
      return;
    }
    this.open = false;
    say(this.person ? `${chosen?.name ?? ''} plays ${name}. Ctrl Z undoes.` : `${name} is in the shot. Ctrl Z undoes.`);
  };
}
