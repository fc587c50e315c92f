import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Page } from '../api/answers.ts';
import { api } from '../api/client.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { timecode } from '../shot/timecode.ts';

interface Comment {
  readonly id: string;
  readonly frame: number;
  readonly author: string;
  readonly text: string;
  readonly created_at: string;
  readonly resolved: boolean;
}

/** What reviewers said about the frames of the selected keyframe. */
@customElement('bb-note-list')
export class NoteList extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @state() private notes: readonly Comment[] = [];
  #project = '';

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot']);
  }

  protected override willUpdate(): void {
    if (this.session.project.id === this.#project || this.session.readOnly) return;
    this.#project = this.session.project.id;
    void this.#load(this.#project);
  }

  async #load(project: string): Promise<void> {
    try {
      const page = await api.get<Page<Comment>>(`/v1/projects/${encodeURIComponent(project)}/comments`);
      if (project === this.#project) this.notes = page.items;
    } catch {
      // Without notes the shot is directed as well; the connection tells of itself.
      this.notes = [];
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    const index = session.selected;
    const from = index === 0 ? 0 : session.frameOf(index);
    const to = index + 1 < session.shot.keyframes.length ? session.frameOf(index + 1) : session.frames;
    const here = this.notes.filter((n) => !n.resolved && n.frame >= from && n.frame < to);
    if (here.length === 0) return nothing;
    return html`<section class="notes" aria-labelledby="notes">
      <div class="shead"><h3 id="notes">Notes</h3><span class="dim">Pinned to frames</span></div>
      ${here.map(
        (n) => html`<div class="note">
          <p>
            <b>${n.author}</b>
            <button class="at num" type="button" @click=${() => session.seek(n.frame)}>at ${timecode(n.frame, session.rate)}</button><br />${n.text}
          </p>
          <button class="drop" type="button" aria-label="Done: note of ${n.author}" @click=${() => this.#done(n)}>Done</button>
        </div>`,
      )}
    </section>`;
  }

  async #done(note: Comment): Promise<void> {
    try {
      await api.patch(`/v1/comments/${encodeURIComponent(note.id)}`, { resolved: true });
      this.notes = this.notes.map((n) => (n.id === note.id ? { ...n, resolved: true } : n));
    } catch (e) {
      say(e instanceof Error ? e.message : String(e));
    }
  }
}
