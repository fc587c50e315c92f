import type { Page } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';

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

/** What is said of a project and not resolved, in the order of frames; nothing while nobody can be asked. */
export async function commentsOn(client: Client, project: string): Promise<readonly FrameComment[]> {
  try {
    const answer = await client.get<Page<FrameComment>>(
      `/v1/projects/${encodeURIComponent(project)}/comments`,
    );
    return answer.items.filter((c) => !c.resolved_at).sort((a, b) => a.frame - b.frame);
  } catch (e) {
    if (e instanceof Problem || e instanceof Offline) return [];
    throw e;
  }
}
