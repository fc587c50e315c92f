import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Vocabulary } from '../api/answers.ts';
import { vocabulary } from '../session/studio.ts';
import { Part } from '../shell/part.ts';
import { said } from '../shell/said.ts';
import { titled } from './person.ts';

/** What people do with a thing, as sentences a prompt understands. */
const USES: Readonly<Record<string, readonly string[]>> = {
  chair: ['sits on the chair'],
  armchair: ['sits in the armchair', 'leans back'],
  sofa: ['sits on the sofa', 'leans back'],
  bed: ['sits on the bed'],
  bench: ['sits on the bench'],
  stool: ['sits on the stool'],
  laptop: ['types on the laptop', 'looks at the laptop'],
  phone: ['picks up the phone', 'holds the phone to the ear', 'reads the phone'],
  cup: ['picks up the cup', 'drinks from the cup', 'puts down the cup'],
  glass: ['picks up the glass', 'drinks from the glass', 'puts down the glass'],
  book: ['picks up the book', 'reads the book', 'puts down the book'],
  notebook: ['writes in the notebook', 'reads the notebook'],
  paper: ['picks up the paper', 'reads the paper', 'writes on the paper'],
  bottle: ['picks up the bottle', 'puts down the bottle'],
  box: ['picks up the box', 'puts down the box'],
  watch: ['checks the watch'],
  door: ['enters through the door', 'exits through the door', 'stands by the door'],
  window: ['looks out of the window', 'stands at the window'],
  table: ['sits at the table', 'walks to the table'],
  desk: ['sits at the desk', 'walks to the desk'],
  counter: ['stands at the counter', 'walks to the counter'],
};

/** Things that the camera goes close to. */
const CLOSE = new Set(['bookshelf', 'car', 'coffee-machine', 'fridge', 'lamp', 'mailbox', 'plant', 'rug', 'street-lamp', 'vase']);

/** Nouns that are no props, or that no set has yet. */
const NO_PROPS = new Set([
  'wall', 'ceiling', 'floor', 'sky', 'elevator', 'stairs', 'spout', 'button', 'key', 'shoe', 'pen', 'plinth', 'screen',
  'partition', 'painting', 'bag', 'headphones', 'microphone', 'umbrella', 'ladder', 'camera-body',
]);

/** What every engine has, for a vocabulary that does not list it. */
const THINGS: readonly string[] = [
  'window', 'door', 'table', 'desk', 'chair', 'armchair', 'sofa', 'bed', 'bench', 'stool', 'counter', 'laptop', 'phone',
  'cup', 'glass', 'book', 'notebook', 'paper', 'bottle', 'box', 'watch', 'coffee-machine', 'whiteboard', 'lamp', 'plant',
  'clock', 'fireplace', 'rug', 'vase', 'curtain', 'mailbox', 'hydrant', 'menu-board', 'mirror', 'fridge', 'stove', 'sink',
  'bookshelf', 'car', 'tree', 'street-lamp',
];

/** Things by name, each with what people can do with it. */
@customElement('bb-props-shelf')
export class PropsShelf extends Part {
  @property() sought = '';

  @state() private names: Vocabulary | undefined;
  @state() private fault = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void vocabulary().then((v) => (this.names = v), (e: unknown) => (this.fault = said(e)));
  }

  protected override render(): unknown {
    if (this.fault) return html`<p class="fail" role="alert">${this.fault}</p>`;
    if (!this.names) return html`<p class="dim empty">Asking what there is.</p>`;
    const listed = this.names['props'];
    const all = Array.isArray(listed) && listed.length > 0 ? listed.map((t) => String(t).replaceAll(' ', '-')).filter((t) => !NO_PROPS.has(t)) : THINGS;
    const words = this.sought.toLowerCase().split(/\s+/).filter(Boolean);
    const found = all.filter((t) => {
      const text = `${titled(t)} ${this.#uses(t).join(' ')}`.toLowerCase();
      return words.every((w) => text.includes(w));
    });
    return html`<p class="dim">Name a thing in the words of a keyframe: people look at it, go to it and use it, where the set has it or it is small enough to be brought.</p>
      <ul class="things">
        ${found.map(
          (t) => html`<li>
            <h2>${titled(t)}</h2>
            <ul>
              ${this.#uses(t).map((u) => html`<li class="mid">${u.startsWith('close-up') ? `“${u.charAt(0).toUpperCase()}${u.slice(1)}”` : `“… ${u}”`}</li>`)}
            </ul>
          </li>`,
        )}
      </ul>
      ${found.length === 0 ? html`<p class="dim empty" role="status">No thing is like “${this.sought}”.</p>` : nothing}`;
  }

  #uses(thing: string): readonly string[] {
    const name = titled(thing).toLowerCase();
    return USES[thing] ?? [`looks at the ${name}`, ...(CLOSE.has(thing) ? [`close-up of the ${name}`] : [])];
  }
}
