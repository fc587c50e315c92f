import type { Page } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import type { ShotSession } from './shot-session.ts';

/** What somebody said of a frame. */
export interface FrameComment {
  readonly id: string;
  readonly frame: number;
  readonly author: string;
  readonly text: string;
  /** Of which take the frame is; the shot's own otherwise. */
  readonly generation_id?: string;
  readonly created_at: string;
  readonly resolved_at?: string;
}

/** What is said of a project and not resolved, in the order of frames; undefined while nobody can be asked. */
async function commentsOn(client: Client, project: string): Promise<readonly FrameComment[] | undefined> {
  try {
    const answer = await client.get<Page<FrameComment>>(
      `/v1/projects/${encodeURIComponent(project)}/comments`,
    );
    return answer.items.filter((c) => !c.resolved_at).sort((a, b) => a.frame - b.frame);
  } catch (e) {
    if (e instanceof Problem || e instanceof Offline) return undefined;
    throw e;
  }
}

/**
 * Keeps what is said of a session's shot up to date: it is asked for at once, and whenever somebody comes back to the
 * page, as others comment while one does something else.
 */
export class CommentReader {
  readonly #looked = () => {
    if (document.visibilityState === 'visible') void this.read();
  };

  constructor(
    private readonly session: ShotSession,
    private readonly client: Client,
  ) {
    if (session.readOnly) return;
    addEventListener('focus', this.#looked);
    document.addEventListener('visibilitychange', this.#looked);
    void this.read();
  }

  async read(): Promise<void> {
    const comments = await commentsOn(this.client, this.session.project.id);
    if (comments) this.session.setComments(comments);
  }

  close(): void {
    removeEventListener('focus', this.#looked);
    document.removeEventListener('visibilitychange', this.#looked);
  }
}
