import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type FrameRate, timecode } from '../shot/timecode.ts';
import { Part } from '../shell/part.ts';
import type { Comment } from './review.ts';

/** What was said, by frame; dispatches `comment-chosen` with the comment to look at. */
@customElement('bb-comment-list')
export class CommentList extends Part {
  @property({ attribute: false }) comments: readonly Comment[] = [];
  @property({ attribute: false }) rate: FrameRate = { numerator: 24, denominator: 1 };
  @property({ attribute: false }) frame = 0;
  @property({ attribute: false }) chosen = '';

  protected override render(): TemplateResult {
    if (!this.comments.length) return html`<p class="mid none-yet">Nothing was said yet.</p>`;
    return html`<ol class="said-list">
      ${repeat(this.comments, (c) => c.id, (c) => this.#comment(c))}
    </ol>`;
  }

  #comment(c: Comment): TemplateResult {
    return html`<li class="said-one" data-id=${c.id} ?data-here=${c.frame === this.frame} ?data-current=${c.id === this.chosen}>
      <button type="button" class="said-at num" @click=${() => this.#choose(c)}>
        <b>${c.author}</b> <span class="dim">at ${timecode(c.frame, this.rate)}${c.x === undefined ? '' : ', pinned'}</span>
        ${c.resolved_at ? html`<span class="mid">done</span>` : nothing}
      </button>
      <p>${c.text}</p>
    </li>`;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('chosen') && this.chosen) {
      this.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  #choose(c: Comment): void {
    this.dispatchEvent(new CustomEvent<Comment>('comment-chosen', { detail: c }));
  }
}
