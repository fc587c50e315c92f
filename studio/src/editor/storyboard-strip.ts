import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { MOST_KEYFRAMES } from '../shot/document.ts';
import { timecode } from '../shot/timecode.ts';
import { captionOf } from './caption.ts';
import { addAtPlayhead, writeWords } from './commands.ts';

/** More cards than this show their number only, but on a phone, where they are swiped. */
const CAPTIONED = 9;

/** The keyframes as cards, in their order. */
@customElement('bb-storyboard-strip')
export class StoryboardStrip extends Part {
  @property({ attribute: false }) session!: ShotSession;
  #shown = -1;

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'explanation', 'pictures']);
  }

  /** On a phone the strip is swiped; the selected card comes into sight. */
  protected override updated(): void {
    const { selected } = this.session;
    if (selected === this.#shown) return;
    this.#shown = selected;
    const strip = this.querySelector<HTMLElement>('.strip');
    const card = this.querySelector<HTMLElement>(`.kf[data-i="${selected}"]`);
    if (!strip || !card || strip.scrollWidth <= strip.clientWidth) return;
    strip.scrollTo({ left: card.offsetLeft - (strip.clientWidth - card.offsetWidth) / 2 });
  }

  protected override render(): TemplateResult {
    const s = this.session;
    const count = s.shot.keyframes.length;
    return html`<div class="strip ${count > CAPTIONED ? 'many' : ''}" role="group" aria-label="Storyboard">
      ${repeat(
        s.shot.keyframes,
        (_, i) => i,
        (_, i) => this.#card(i),
      )}
      ${count < MOST_KEYFRAMES && !s.readOnly
        ? html`<button class="kf add" type="button" @click=${() => addAtPlayhead(s)}>
            <span class="th">Add</span>
            <span class="lab num"><span class="sr">a keyframe at the playhead, </span>${count} of ${MOST_KEYFRAMES}</span>
          </button>`
        : nothing}
    </div>`;
  }

  #card(i: number): TemplateResult {
    const s = this.session;
    const picture = s.picture(i);
    const issues = s.issues(i).length;
    const caption = captionOf(s, i);
    return html`<button class="kf" type="button" data-i=${i} aria-current=${i === s.selected} title=${caption} @click=${() => s.select(i)} @dblclick=${writeWords}>
      <span class="th">${picture ? html`<img src=${picture} alt="" draggable="false" />` : nothing}</span>
      <span class="lab"
        ><b class="num"><span class="sr">Keyframe </span>${i + 1}</b>${issues ? html`<i class="dot"></i>` : nothing}<span class="cap">${caption}</span><span class="sr">, ${timecode(s.frameOf(i), s.rate)}${issues ? `, ${issues} to look at` : ''}</span></span
      >
    </button>`;
  }
}
