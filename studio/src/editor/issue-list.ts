import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Suggestion, Warning } from '../api/answers.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { descriptionOf, wordsOf } from '../session/issues.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { withDescription } from '../shot/edits.ts';
import { applied, canDrop, chipsOf, quoted, without } from './suggestions.ts';

/** What of the selected keyframe needs a look: each with remedies as chips, and a way to drop the words or leave it so. */
@customElement('bb-issue-list')
export class IssueList extends Part {
  @property({ attribute: false }) session!: ShotSession;

  /** The words of a description that an issue was about when it was shown. */
  readonly #said = new WeakMap<Warning, string>();

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'explanation']);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session.explanation) return nothing;
    const issues = session.issues(session.selected);
    if (issues.length === 0) {
      const empty = !(session.keyframe.prompt ?? '').trim();
      return html`<section class="calm">
        <h3>${empty ? 'No words yet. What holds goes on.' : 'Every word was understood.'}</h3>
      </section>`;
    }
    return html`<section aria-labelledby="eye">
      <div class="shead"><h3 id="eye">Needs your eye</h3><span class="attn num">${issues.length} left</span></div>
      ${issues.map((issue) => this.#issue(issue))}
    </section>`;
  }

  #issue(issue: Warning): TemplateResult {
    const chips = chipsOf(issue);
    if (issue.performer && !this.session.stale) this.#said.set(issue, wordsOf(this.session.shot, issue));
    const about = issue.message.replace(/[.:].*/, '');
    return html`<div class="issue">
      <div class="ih">
        <p>${quoted(issue.message).map((p) => (p.strong ? html`<b>${p.text}</b>` : p.text))}${/[.!?]$/.test(issue.message) ? '' : '.'}</p>
        ${this.session.readOnly
          ? nothing
          : canDrop(issue)
            ? html`<button class="drop" type="button" aria-label="Drop: ${about}" @click=${(e: Event) => this.#drop(issue, e)}>Drop</button>`
            : html`<button class="drop" type="button" aria-label="Leave: ${about}" @click=${(e: Event) => this.#leave(issue, e)}>Leave</button>`}
      </div>
      ${chips.length && !this.session.readOnly
        ? html`<div class="chips">
            ${chips.map((s) => html`<button class="chip" type="button" @click=${(e: Event) => this.#apply(issue, s, e)}>${s.label}</button>`)}
          </div>`
        : nothing}
    </div>`;
  }

  #apply(issue: Warning, suggestion: Suggestion, e: Event): void {
    this.#edit(issue, (prompt) => applied(prompt, issue, suggestion), `${capital(suggestion.label)}. Ctrl Z undoes.`, e);
  }

  #drop(issue: Warning, e: Event): void {
    this.#edit(issue, (prompt) => without(prompt, issue.start, issue.end), 'Words dropped. Ctrl Z undoes.', e);
  }

  #leave(issue: Warning, e: Event): void {
    this.#keepFocus(e);
    this.session.dismiss(issue);
  }

  #edit(issue: Warning, change: (prompt: string) => string, said: string, e: Event): void {
    const { session } = this;
    const { performer } = issue;
    if (performer) {
      const description = descriptionOf(session.shot, performer);
      if (session.stale && wordsOf(session.shot, issue) !== this.#said.get(issue)) {
        say('The words have just changed. Try again.');
        return;
      }
      this.#keepFocus(e);
      say(session.edit((shot) => withDescription(shot, performer, change(description))) ?? said);
      return;
    }
    const index = issue.keyframe < 0 || issue.keyframe >= session.shot.keyframes.length ? 0 : issue.keyframe;
    const prompt = session.shot.keyframes[index]?.prompt ?? '';
    // The words may have been changed since they were explained: then the place is a guess, and nothing is touched.
    if (session.stale && issue.start >= 0 && !this.#still(issue, index)) {
      say('The words have just changed. Try again.');
      return;
    }
    this.#keepFocus(e);
    // Positions count from the first word, blanks before it are not explained.
    const blank = issue.start >= 0 ? (prompt.length - prompt.trimStart().length) : 0;
    const fault = session.editKeyframe(index, { prompt: prompt.slice(0, blank) + change(prompt.slice(blank)) });
    say(fault ?? said);
  }

  #still(issue: Warning, index: number): boolean {
    const explained = this.session.explanation?.keyframes[index];
    const was = explained?.words.filter((w) => w.start < issue.end && issue.start < w.end).map((w) => w.text).join('');
    return was !== undefined && was === (this.session.shot.keyframes[index]?.prompt ?? '').trimStart().slice(issue.start, issue.end);
  }

  /** The chip that was pressed goes away: the focus moves to the heading's neighbor, not to the top of the page. */
  #keepFocus(e: Event): void {
    const all = [...this.querySelectorAll<HTMLButtonElement>('.chip, .drop')];
    const at = all.indexOf(e.currentTarget as HTMLButtonElement);
    void this.updateComplete.then(() =>
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const now = [...this.querySelectorAll<HTMLButtonElement>('.chip, .drop')];
        (now[Math.min(at, now.length - 1)] ?? document.querySelector<HTMLElement>('#words'))?.focus({ preventScroll: true });
      }),
    );
  }
}


function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
