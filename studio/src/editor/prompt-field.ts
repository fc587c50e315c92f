import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ShotSession } from '../session/shot-session.ts';
import { issuesOf } from '../session/issues.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { openList } from '../start/new-shot.ts';
import { fourChecks } from './four-checks.ts';
import { type Refused, guard } from './paste-guard.ts';
import { type Mark, changeBetween, explainedKeyframe, fateOf, markAt, marksOf, pieces } from './word-marks.ts';

/**
 * The words of the selected keyframe: a text area over a mirror that draws the marks. Under it stands what became of the
 * word at the pointer or the caret, else the four checks.
 */
@customElement('bb-prompt-field')
export class PromptField extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @state() private refused: Refused | undefined;
  @state() private pointed: number | undefined;
  @state() private caret: number | undefined;
  @query('textarea') private area!: HTMLTextAreaElement;
  #index = -1;
  #announced = '';
  #restored: string | undefined;

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'explanation']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('selectionchange', this.#selection);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('selectionchange', this.#selection);
  }

  /** Puts the caret at the end of the words. */
  focusWords(): void {
    this.area.focus();
    this.area.setSelectionRange(this.area.value.length, this.area.value.length);
  }

  protected override firstUpdated(): void {
    guard(this.area, (what) => (this.refused = what));
  }

  protected override willUpdate(): void {
    if (this.session.selected !== this.#index) {
      this.#index = this.session.selected;
      this.refused = undefined;
      this.pointed = undefined;
    }
  }

  protected override updated(): void {
    const before = this.#restored;
    if (before === undefined) return;
    // After undo the caret stands where the text changed, as in any text editor.
    this.#restored = undefined;
    const { newEnd } = changeBetween(before, this.area.value);
    this.area.setSelectionRange(newEnd, newEnd);
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const index = session.selected;
    const prompt = session.keyframe.prompt ?? '';
    const explained = explainedKeyframe(session.explanation, index, prompt, session.shot.keyframes.length);
    const open = session.issues(index);
    const left = issuesOf(session.explanation, session.shot, index).filter((w) => !open.includes(w));
    const marks = explained ? marksOf(explained, open, left, prompt) : [];
    const at = this.pointed ?? this.caret;
    const mark = at === undefined ? undefined : markAt(marks, at);
    return html`
      <div class="prompt" @pointermove=${this.#point} @pointerleave=${() => (this.pointed = undefined)}>
        <div class="mirror" aria-hidden="true">${this.#mirror(prompt, marks)}</div>
        <label class="sr" for="words">What happens at this keyframe</label>
        <textarea
          id="words"
          spellcheck="false"
          aria-describedby="attention"
          placeholder="Write what happens here."
          ?readonly=${session.readOnly}
          .value=${live(prompt)}
          @input=${this.#typed}
          @keydown=${this.#key}
          @blur=${() => (this.caret = undefined)}
        ></textarea>
      </div>
      <div class="under">
        ${mark?.word && explained
          ? html`<p class="explain"><b>“${prompt.slice(mark.start, mark.end)}”</b> ${fateOf(mark.word, explained.frame)}</p>`
          : session.explainFault
            ? html`<p class="explain fail" role="status">${session.explainFault}</p>`
            : fourChecks(explained?.checks)}
      </div>
      ${this.refused ? this.#refusal(this.refused) : nothing}
      <p class="sr" role="status" id="attention">${this.#announcement(open.length)}</p>
    `;
  }

  #mirror(prompt: string, marks: readonly Mark[]): unknown {
    // A trailing line break shows only if something follows it.
    return html`${pieces(prompt, marks).map(({ text, mark }) => {
      if (!mark) return text;
      const kind = mark.kind === 'unknown' ? 'bad' : mark.kind === 'ignored' ? 'ign' : 'ok';
      return html`<span class=${kind} data-at=${mark.start}>${text}</span>`;
    })}${'\n'}`;
  }

  #refusal(refused: Refused): TemplateResult {
    return html`<div class="refused" role="alert">
      <p><b>Too long for a prompt.</b> ${refused.message}</p>
      <div class="chips">
        ${refused.pasted
          ? html`<button class="btn" type="button" @click=${() => this.#asList(refused.text)}>Import it as a shot list</button>`
          : nothing}
        <button class="btn quiet" type="button" @click=${this.#close}>Close</button>
      </div>
    </div>`;
  }

  readonly #close = () => {
    this.refused = undefined;
    this.area.focus();
  };

  async #asList(text: string): Promise<void> {
    const fault = await openList(text);
    if (fault) say(fault);
  }

  /** While words are explained the last count stays; it changes once per pause. */
  #announcement(count: number): string {
    if (!this.session.stale && this.session.explanation) {
      this.#announced = count === 0 ? 'Nothing needs your eye.' : `${count} ${count === 1 ? 'thing needs' : 'things need'} your eye.`;
    }
    return this.#announced;
  }

  #typed(): void {
    this.refused = undefined;
    this.caret = this.area.selectionStart;
    const index = this.session.selected;
    this.session.editKeyframe(index, { prompt: this.area.value }, `words:${index}`);
  }

  #key(e: KeyboardEvent): void {
    if (e.key === 'Escape') this.area.blur();
    if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
    const key = e.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && e.shiftKey);
    if (!redo && key !== 'z') return;
    // The shot's own history also holds what is typed; the browser's knows nothing of chips and fields.
    e.preventDefault();
    e.stopPropagation();
    this.#restored = this.area.value;
    if (redo) this.session.redo();
    else this.session.undo();
  }

  readonly #selection = () => {
    if (document.activeElement !== this.area) return;
    const single = this.area.selectionStart === this.area.selectionEnd;
    this.caret = single ? this.area.selectionStart : undefined;
  };

  #point(e: PointerEvent): void {
    const over = document.elementsFromPoint(e.clientX, e.clientY).find((x) => x instanceof HTMLElement && x.dataset['at'] !== undefined);
    this.pointed = over instanceof HTMLElement ? Number(over.dataset['at']) : undefined;
  }
}
