import { html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Part } from '../shell/part.ts';
import { KEYS } from './commands.ts';
import { setSingleKeys, singleKeys } from './keyboard.ts';

/** Keys, what they do, and whether they are single letters, which can be switched off. */
const LIST: readonly (readonly [readonly string[], string])[] = [
  [['Space'], 'Play or pause'],
  [['J', 'K', 'L'], 'Back, stop, forward; again for twice and four times the speed'],
  [['←', '→'], 'One frame'],
  [['Shift', '←', '→'], 'Previous, next keyframe'],
  [['Alt', '←', '→'], 'Move the keyframe one frame'],
  [['Home', 'End'], 'First, last frame'],
  [['N', 'D', 'Delete'], 'New at the playhead, duplicate, delete'],
  [['Enter', 'Esc'], 'Into the words, out of them'],
  [['I', 'O'], 'In and out of the range; again on the same frame for no range'],
  [['B'], 'Overhead or lens'],
  [['Ctrl', 'Z'], 'Undo; with Shift, redo'],
  [['?'], 'These keys'],
];

const ON_A_MARK: readonly (readonly [readonly string[], string])[] = [
  [['←', '→'], 'Move it one frame; with Shift, 12 frames'],
  [['↑', '↓'], 'Previous, next mark'],
];

/** The list of all keys, with the switch that turns single letters off. */
@customElement('bb-key-dialog')
export class KeyDialog extends Part {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private letters = singleKeys();
  readonly #asked = () => this.dialog.open || this.dialog.showModal();

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(KEYS, this.#asked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener(KEYS, this.#asked);
  }

  #switched(e: Event): void {
    this.letters = (e.target as HTMLInputElement).checked;
    setSingleKeys(this.letters);
  }

  #list(list: readonly (readonly [readonly string[], string])[]): unknown {
    return html`<dl>
      ${list.map(([keys, what]) => html`<dt>${keys.map((k) => html`<kbd>${k}</kbd> `)}</dt>
        <dd>${what}</dd>`)}
    </dl>`;
  }

  protected override render(): unknown {
    return html`<dialog class="keys" aria-labelledby="keys-title" @click=${this.#outside}>
      <h2 id="keys-title">Keys</h2>
      ${this.#list(LIST)}
      <h3>On a keyframe’s mark</h3>
      ${this.#list(ON_A_MARK)}
      <label class="switch">
        <input type="checkbox" role="switch" .checked=${this.letters} @change=${this.#switched} />
        <span>Single letters are keys<span class="dim">Turn off if you speak to the computer or press keys by chance.</span></span>
      </label>
      <div class="chips"><button class="btn" type="button" @click=${() => this.dialog.close()}>Close</button></div>
    </dialog>`;
  }

  #outside(e: MouseEvent): void {
    if (e.target === this.dialog) this.dialog.close();
  }
}
