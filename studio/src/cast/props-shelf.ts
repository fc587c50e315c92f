import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Prop } from '../api/answers.ts';
import { props, vocabulary } from '../session/studio.ts';
import { Part } from '../shell/part.ts';
import { go } from '../shell/route.ts';
import { said } from '../shell/said.ts';
import { spoken, titled } from './person.ts';
import { bestSet, filmable, fits, settings, shotOf, uses, whereabouts } from './prop.ts';
import { library } from './shelves.ts';

/** Things with a picture, with the sets that have them and what people can do with them, to begin a shot of one. */
@customElement('bb-props-shelf')
export class PropsShelf extends Part {
  @property() sought = '';

  @state() private things: readonly Prop[] | undefined;
  @state() private sets: readonly string[] = [];
  @state() private fault = '';
  @state() private chosen = '';
  @state() private busy = false;
  @state() private unseen: ReadonlySet<string> = new Set();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.fault = '';
    try {
      this.sets = (await vocabulary()).sets;
      this.things = filmable(await props());
    } catch (e) {
      this.fault = said(e);
    }
  }

  protected override render(): unknown {
    const found = this.things?.filter((t) => fits(t, this.sought));
    return html`${this.fault
        ? html`<p class="fail" role="alert">
            ${this.fault} ${this.things ? nothing : html`<button class="drop" type="button" @click=${() => void this.#load()}>Try again</button>`}
          </p>`
        : nothing}
      ${found
        ? html`<p class="dim">Name a thing in the words of a keyframe: people look at it, go to it and use it.</p>
            <ul class="grid things">
              ${found.map((t) => html`<li>${this.#card(t)}</li>`)}
            </ul>`
        : this.fault
          ? nothing
          : html`<p class="dim empty">Looking through the sets.</p>`}
      ${found?.length === 0 ? html`<p class="dim empty" role="status">No thing is like “${this.sought}”.</p>` : nothing}`;
  }

  #card(thing: Prop): TemplateResult {
    const { name } = thing;
    const open = this.chosen === name;
    return html`<div class="card place">
      <div class="th">
        ${this.unseen.has(name)
          ? nothing
          : html`<img
              src=${`/props/${name}.jpg`}
              alt=${`${titled(name)}, in the set ${spoken(bestSet(thing))}`}
              loading="lazy"
              @error=${() => (this.unseen = new Set([...this.unseen, name]))}
            />`}
      </div>
      <div class="ih">
        <h2>${titled(name)}</h2>
        <button class="btn" type="button" aria-expanded=${open} aria-label=${`Film it, ${titled(name)}`} @click=${() => (this.chosen = open ? '' : name)}>
          Film it
        </button>
      </div>
      ${open ? this.#where(thing) : nothing}
      <p class="dim">${whereabouts(thing)}</p>
      <ul>
        ${uses(name).map((u) => html`<li class="mid">“… ${u}”</li>`)}
      </ul>
    </div>`;
  }

  #where(thing: Prop): TemplateResult {
    return html`<form class="chips where" @submit=${(e: SubmitEvent) => void this.#begin(e, thing)}>
      <select class="sel" name="set" aria-label="Where to film it" ?disabled=${this.busy}>
        ${settings(thing, this.sets).map((s) => html`<option value=${s}>${titled(s)}</option>`)}
      </select>
      <button class="btn go" type="submit" ?disabled=${this.busy}>New shot</button>
    </form>`;
  }

  async #begin(e: SubmitEvent, thing: Prop): Promise<void> {
    e.preventDefault();
    const set = new FormData(e.target as HTMLFormElement).get('set');
    this.busy = true;
    this.fault = '';
    try {
      const project = await library.newShot(shotOf(thing.name, String(set)));
      go(`/edit/${project.id}`);
    } catch (fault) {
      this.fault = said(fault);
    } finally {
      this.busy = false;
    }
  }
}
