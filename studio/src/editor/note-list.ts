import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../api/client.ts';
import type { FrameComment } from '../session/comments.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { timecode } from '../shot/timecode.ts';

/** What reviewers said about the frames of the selected keyframe. */
@customElement('bb-note-list')
export class NoteList extends Part {
  @property({ attribute: false }) session!: ShotSession;

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'comments']);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    const index = session.selected;
    const from = index === 0 ? 0 : session.frameOf(index);
    const to = index + 1 < session.shot.keyframes.length ? session.frameOf(index + 1) : Infinity;
    const here = session.comments.filter((n) => n.frame >= from && n.frame < to);
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

  async #done(note: FrameComment): Promise<void> {
    const { session } = this;
    if (!(await resolve(note, true))) return;
    session.setComments(session.comments.filter((n) => n.id !== note.id));
    const again = async () => {
      if (await resolve(note, false)) session.setComments([...session.comments, note].sort((a, b) => a.frame - b.frame));
    };
    say(`The note of ${note.author} is done.`, { label: 'Bring it back', run: () => void again() });
  }
}

async function resolve(note: FrameComment, resolved: boolean): Promise<boolean> {
  try {
    await api.patch(`/v1/comments/${encodeURIComponent(note.id)}`, { resolved });
    return true;
  } catch (e) {
    say(e instanceof Error ? e.message : String(e));
    return false;
  }
}
