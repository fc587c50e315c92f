import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { vocabulary } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { go } from '../shell/route.ts';
import { said } from '../shell/said.ts';
import { say } from '../shell/toast.ts';
import { titled } from './person.ts';
import { library } from './shelves.ts';

/** What each set is and what it is found by, besides its name. */
const ABOUT: Readonly<Record<string, string>> = {
  'office-corridor': 'Wooden doors, ceiling lights, hallway, lobby',
  office: 'Desks, laptops, windows, workplace',
  'meeting-room': 'A long table for eight, screen, conference',
  'living-room': 'Sofa, armchairs, bookshelf, rug, home',
  kitchen: 'Counter, stove, fridge, sink, home',
  cafe: 'Small tables, counter, menu board, restaurant, bar',
  bedroom: 'Bed, wardrobe, lamps, home, hotel',
  'empty-apartment': 'Bare walls, fireplace, wooden floor, home',
  studio: 'Seamless ground, for products and portraits',
  'street-day': 'Houses, parked cars, trees, outside, city',
  'street-night': 'Street lamps, wet asphalt, outside, city',
};

/** All sets with a picture, to begin a shot in one or to move a shot there. */
@customElement('bb-sets-shelf')
export class SetsShelf extends Part {
  @property() sought = '';

  @state() private sets: readonly string[] | undefined;
  @state() private fault = '';
  @state() private chosen = '';
  @state() private busy = false;
  @state() private unseen: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new Watch(this, () => library, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void vocabulary().then((v) => (this.sets = v.sets), (e: unknown) => (this.fault = said(e)));
  }

  protected override render(): unknown {
    const words = this.sought.toLowerCase().split(/\s+/).filter(Boolean);
    const found = (this.sets ?? []).filter((s) => {
      const text = `${titled(s)} ${ABOUT[s] ?? ''}`.toLowerCase();
      return words.every((w) => text.includes(w));
    });
    return html`${this.fault ? html`<p class="fail" role="alert">${this.fault}</p>` : nothing}
      <ul class="grid sets">
        ${found.map((s) => html`<li>${this.#card(s)}</li>`)}
      </ul>
      ${this.sets && found.length === 0 ? html`<p class="dim empty" role="status">No set is like “${this.sought}”.</p>` : nothing}`;
  }

  #card(set: string): TemplateResult {
    const open = this.chosen === set;
    return html`<div class="card place">
      <div class="th">
        ${this.unseen.has(set)
          ? nothing
          : html`<img src=${`/sets/${set}.jpg`} alt="" loading="lazy" @error=${() => (this.unseen = new Set([...this.unseen, set]))} />`}
      </div>
      <div class="ih">
        <h2>${titled(set)}</h2>
        <button class="btn" type="button" aria-expanded=${open} aria-label=${`Film here, ${titled(set)}`} @click=${() => (this.chosen = open ? '' : set)}>Film here</button>
      </div>
      <p class="dim">${ABOUT[set] ?? ''}</p>
      ${open ? this.#where(set) : nothing}
    </div>`;
  }

  #where(set: string): TemplateResult {
    return html`<div class="chips where">
      <button class="btn go" type="button" ?disabled=${this.busy} @click=${() => void this.#begin(set)}>New shot</button>
      ${library.shots?.length
        ? html`<select class="sel" aria-label="Move a shot here" ?disabled=${this.busy} @change=${(e: Event) => void this.#move(set, e.target as HTMLSelectElement)}>
            <option value="">Move a shot here</option>
            ${library.shots.map((p) => html`<option value=${p.id}>${p.document.title ?? 'Untitled'}</option>`)}
          </select>`
        : nothing}
    </div>`;
  }

  async #begin(set: string): Promise<void> {
    await this.#doing(async () => {
      const project = await library.newShot({
        title: titled(set),
        duration: '5s',
        set,
        keyframes: [{ at: '0s', prompt: `Wide shot of the ${titled(set).toLowerCase()}.` }],
      });
      go(`/edit/${project.id}`);
    });
  }

  async #move(set: string, select: HTMLSelectElement): Promise<void> {
    const id = select.value;
    select.value = '';
    if (!id) return;
    await this.#doing(async () => {
      const project = await library.changeShot(id, (shot) => ({ ...shot, set }));
      say(`“${project.document.title ?? 'Untitled'}” is filmed in: ${titled(set).toLowerCase()}.`);
      go(`/edit/${id}`);
    });
  }

  async #doing(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.fault = '';
    try {
      await work();
    } catch (e) {
      this.fault = said(e);
    } finally {
      this.busy = false;
    }
  }
}
