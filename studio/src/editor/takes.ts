import type { Generation } from '../api/answers.ts';

/** The takes of a shot that can be looked at, the latest first. */
export function finishedTakes(all: readonly Generation[]): readonly Generation[] {
  return all.filter((g) => g.state === 'completed' && g.type.startsWith('video'));
}

/** The number of a take: the first one is 1. */
export function takeNumber(takes: readonly Generation[], take: Generation): number {
  return takes.length - takes.findIndex((t) => t.id === take.id);
}
