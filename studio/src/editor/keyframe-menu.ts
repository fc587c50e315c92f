import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { icon } from '../shell/icons.ts';
import { Part } from '../shell/part.ts';
import { MOST_KEYFRAMES } from '../shot/document.ts';
import { duplicate, merge, nudge, remove } from './commands.ts';
import { placeUnder } from './flyout.ts';
import { EASES, TRANSITIONS, reachedBy } from './transition.ts';

/** What can be done to the selected keyframe: moved by frames, made a cut, eased, doubled, merged, deleted. */
@customElement('bb-keyframe-menu')
export class KeyframeMenu extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @query('.flyout') private panel!: HTMLElement;
  @query('.opens') private button!: HTMLElement;

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'explanation']);
  }

  protected override render(): TemplateResult {
    const s = this.session;
    if (s.readOnly) return html`${nothing}`;
    return html`<button class="icon" type="button" aria-label="Move one frame back" title="Move one frame back, Alt Left" @click=${() => nudge(s, -1)}>${icon('back')}</button>
      <button class="icon" type="button" aria-label="Move one frame on" title="Move one frame on, Alt Right" @click=${() => nudge(s, 1)}>${icon('forward')}</button>
      <button class="icon opens" type="button" aria-label="Keyframe ${s.selected + 1}: cut, ease, duplicate, delete" title="Cut, ease, duplicate, delete" popovertarget="keyframe-menu">${icon('more')}</button>
      <div id="keyframe-menu" class="flyout" popover role="group" aria-label="Keyframe ${s.selected + 1}" @toggle=${this.#toggled}>
        ${this.#transition()} ${this.#ease()}
        <div class="chips">
          <button class="btn" type="button" ?disabled=${s.shot.keyframes.length >= MOST_KEYFRAMES} @click=${() => this.#then(() => duplicate(s))}>Duplicate</button>
          <button class="btn" type="button" ?disabled=${s.selected >= s.shot.keyframes.length - 1} @click=${() => this.#then(() => merge(s, s.selected))}>Merge with next</button>
          <button class="btn" type="button" ?disabled=${s.shot.keyframes.length === 1} @click=${() => this.#then(() => remove(s))}>Delete</button>
        </div>
      </div>`;
  }

  #toggled(e: Event): void {
    if ((e as ToggleEvent).newState === 'open') placeUnder(this.panel, this.button);
  }

  #then(work: () => void): void {
    this.panel.hidePopover();
    work();
  }

  #transition(): TemplateResult {
    const s = this.session;
    const understood = reachedBy({ ...s.shot, keyframes: s.shot.keyframes.map((k) => ({ ...k, transition: 'auto' })) }, s.explanation, s.selected);
    return this.#choice('keyframe-transition', 'Reached by', s.keyframe.transition === 'auto' ? '' : (s.keyframe.transition ?? ''), [
      ['', `As the words say: ${understood === 'cut' ? 'cut' : 'continuous'}`],
      ...TRANSITIONS,
    ], (transition) => ({ transition }));
  }

  #ease(): TemplateResult {
    return this.#choice('keyframe-ease', 'Camera eases', this.session.keyframe.ease ?? '', [['', 'As usual: smooth'], ...EASES], (ease) => ({ ease }));
  }

  #choice(
    id: string,
    name: string,
    value: string,
    all: readonly (readonly [string, string])[],
    change: (value: string | undefined) => { transition?: string | undefined; ease?: string | undefined },
  ): TemplateResult {
    return html`<label for=${id}>${name}</label>
      <select id=${id} class="sel ${value ? 'yours' : ''}" @change=${(e: Event) => this.#edit(change((e.target as HTMLSelectElement).value || undefined))}>
        ${all.map(([v, text]) => html`<option value=${v} .selected=${v === value}>${text}</option>`)}
      </select>`;
  }

  #edit(change: { transition?: string | undefined; ease?: string | undefined }): void {
    this.session.editKeyframe(this.session.selected, change as Parameters<ShotSession['editKeyframe']>[1]);
  }
}
