import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';

/** What somebody said of a frame under a link for review. */
export interface FrameComment {
  readonly id: string;
  readonly frame: number;
  readonly text: string;
  readonly author?: string;
  readonly created_at?: string;
}

/** The comments on a project, in the order of frames; none where there is nobody to ask. */
export async function commentsOn(client: Client, project: string): Promise<readonly FrameComment[]> {
  try {
    const answer = await client.get<{ items?: readonly FrameComment[]; comments?: readonly FrameComment[] }>(
      `/v1/projects/${encodeURIComponent(project)}/comments`,
    );
    const all = answer.items ?? answer.comments ?? [];
    return all.filter((c) => Number.isInteger(c.frame)).sort((a, b) => a.frame - b.frame);
  } catch (e) {
    if (e instanceof Problem || e instanceof Offline) return [];
    throw e;
  }
}
