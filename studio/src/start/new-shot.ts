import type { Project } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { go } from '../shell/route.ts';
import { say } from '../shell/toast.ts';
import type { ShotDocument } from '../shot/document.ts';
import { storyboard } from './beats.ts';

/** What a refusal says, all its parts in one text. */
export function messageOf(e: unknown): string {
  if (e instanceof Problem && e.faults.length) return e.faults.map((f) => f.detail).join(' ') || e.message;
  return e instanceof Error ? e.message : String(e);
}

/** Keeps a shot as a new project. */
export function keepNew(shot: ShotDocument): Promise<Project> {
  const title = (shot.title?.trim() || 'Untitled').slice(0, 80);
  return api.post<Project>('/v1/projects', { title, document: shot });
}

/** Keeps a shot as a new project and opens it in the editor. */
export async function openNew(shot: ShotDocument): Promise<void> {
  const project = await keepNew(shot);
  go(`/edit/${project.id}`);
}

/**
 * Makes a storyboard of a text and opens it.
 *
 * @returns what hinders it; undefined if it is open
 */
export async function openList(text: string): Promise<string | undefined> {
  const { shot, notices } = storyboard(text);
  try {
    await openNew(shot);
  } catch (e) {
    return messageOf(e);
  }
  if (notices.length) say(notices.join(' '));
  return undefined;
}
