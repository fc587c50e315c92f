import {
  type KeyframeFields,
  LONGEST_SECONDS,
  MOST_KEYFRAMES,
  type ShotDocument,
  frameOfKeyframe,
  framesOf,
  rateOf,
} from './document.ts';
import { frameRate, framesPerSecond, timecode } from './timecode.ts';

/** A clip is full, or no frame is free: what a person may read. */
export class CannotEdit extends Error {}

/** A clip holds as many keyframes as it can: two may be merged. */
export class ClipIsFull extends CannotEdit {
  constructor() {
    super(`A clip holds ${MOST_KEYFRAMES} keyframes. Delete one to add here.`);
  }
}

/** A document, and which keyframe to select after an edit. */
export interface Edited {
  readonly shot: ShotDocument;
  readonly selected: number;
}

/** Replaces a keyframe's fields by others. */
export function withKeyframe(shot: ShotDocument, index: number, change: Partial<KeyframeFields>): ShotDocument {
  return {
    ...shot,
    keyframes: shot.keyframes.map((k, i) => (i === index ? cleaned({ ...k, ...change }) : k)),
  };
}

/** The shot with other words about somebody whom it names. */
export function withDescription(shot: ShotDocument, name: string, description: string): ShotDocument {
  return { ...shot, cast: (shot.cast ?? []).map((c) => (c.name === name ? { ...c, description } : c)) };
}

/** The first free frame at or after one. */
export function freeFrame(shot: ShotDocument, from: number): number | undefined {
  const taken = new Set(shot.keyframes.map((_, i) => frameOfKeyframe(shot, i)));
  for (let f = from; f < framesOf(shot); f++) if (!taken.has(f)) return f;
  return undefined;
}

/**
 * Adds a keyframe at the first free frame at or after a frame.
 *
 * @param like what it begins with, without its time
 * @throws CannotEdit if the clip is full or no frame is free
 */
export function addKeyframe(shot: ShotDocument, frame: number, like: Partial<KeyframeFields> = { prompt: '' }): Edited {
  if (shot.keyframes.length >= MOST_KEYFRAMES) {
    throw new ClipIsFull();
  }
  const free = freeFrame(shot, frame);
  if (free === undefined) throw new CannotEdit('There is no free frame after this one.');
  const added: KeyframeFields = { ...like, at: `${free}f` };
  const keyframes = [...shot.keyframes, added];
  const sorted = sortedByTime({ ...shot, keyframes });
  return { shot: sorted, selected: sorted.keyframes.indexOf(added) };
}

/** Adds a copy of a keyframe on the next free frame. */
export function duplicateKeyframe(shot: ShotDocument, index: number): Edited {
  return addKeyframe(shot, frameOfKeyframe(shot, index) + 1, shot.keyframes[index]);
}

/**
 * Removes a keyframe.
 *
 * @throws CannotEdit if it is the only one
 */
export function deleteKeyframe(shot: ShotDocument, index: number): Edited {
  if (shot.keyframes.length === 1) throw new CannotEdit('A shot keeps at least one keyframe.');
  const keyframes = shot.keyframes.filter((_, i) => i !== index);
  return { shot: { ...shot, keyframes }, selected: Math.min(index, keyframes.length - 1) };
}

/** The frames to which a keyframe can move without reaching its neighbors, both ends included. */
export function room(shot: ShotDocument, index: number): readonly [number, number] {
  const before = index > 0 ? frameOfKeyframe(shot, index - 1) + 1 : 0;
  const after = index < shot.keyframes.length - 1 ? frameOfKeyframe(shot, index + 1) - 1 : framesOf(shot) - 1;
  return [before, Math.max(before, after)];
}

/** Moves a keyframe to a frame, as far as its neighbors let it. */
export function moveKeyframe(shot: ShotDocument, index: number, frame: number): ShotDocument {
  const [from, to] = room(shot, index);
  return withKeyframe(shot, index, { at: `${Math.max(from, Math.min(to, Math.round(frame)))}f` });
}

/** The two neighbors that are closest in time: which to merge when a clip is full. */
export function closestPair(shot: ShotDocument): number {
  let best = 0;
  let gap = Infinity;
  for (let i = 0; i + 1 < shot.keyframes.length; i++) {
    const d = frameOfKeyframe(shot, i + 1) - frameOfKeyframe(shot, i);
    if (d < gap) [best, gap] = [i, d];
  }
  return best;
}

/** Joins a keyframe with the one after it: the words of both at the time of the first. */
export function mergeWithNext(shot: ShotDocument, index: number): Edited {
  const [a, b] = [shot.keyframes[index], shot.keyframes[index + 1]];
  if (!a || !b) return { shot, selected: index };
  const prompt = [a.prompt, b.prompt].map((p) => p?.trim()).filter(Boolean).join(' ');
  const keyframes = shot.keyframes.filter((_, i) => i !== index + 1);
  return { shot: withKeyframe({ ...shot, keyframes }, index, { prompt }), selected: index };
}

/** The same with keyframes in the order of their times. */
export function sortedByTime(shot: ShotDocument): ShotDocument {
  const order = shot.keyframes.map((k, i) => ({ k, f: frameOfKeyframe(shot, i) }));
  order.sort((a, b) => a.f - b.f);
  return { ...shot, keyframes: order.map((o) => o.k) };
}

/**
 * Makes a clip as long as so many seconds.
 *
 * @throws CannotEdit if it is no length, too long, or ends before its last keyframe
 */
export function withDuration(shot: ShotDocument, seconds: number): ShotDocument {
  if (!(seconds > 0)) throw new CannotEdit('A clip lasts more than 0 seconds.');
  if (seconds > LONGEST_SECONDS) throw new CannotEdit(`A clip lasts ${LONGEST_SECONDS} seconds at most.`);
  const to: ShotDocument = { ...shot, duration: `${Number(seconds.toFixed(3))}s` };
  const last = shot.keyframes.length - 1;
  const frame = frameOfKeyframe(shot, last);
  if (framesOf(to) <= frame) {
    throw new CannotEdit(`Keyframe ${last + 1} is at ${timecode(frame, rateOf(shot))}. Move or delete it, then make the clip shorter.`);
  }
  return to;
}

/** Gives a clip another frame rate; every keyframe stays at its time, on the nearest frame. */
export function withRate(shot: ShotDocument, fps: string): ShotDocument {
  const [old, rate] = [framesPerSecond(rateOf(shot)), framesPerSecond(frameRate(fps))];
  const timed = /^\s*\d+\s*f\s*$/.test(shot.duration) ? { duration: `${Number((framesOf(shot) / old).toFixed(3))}s` } : {};
  const to: ShotDocument = { ...shot, ...timed, fps };
  const most = framesOf(to) - 1;
  let before = -1;
  const keyframes = shot.keyframes.map((k, i) => {
    // Two keyframes that would share a frame at a lower rate stay apart.
    before = Math.max(before + 1, Math.min(most, Math.round((frameOfKeyframe(shot, i) / old) * rate)));
    return { ...k, at: `${before}f` };
  });
  if (before > most) throw new CannotEdit(`At ${fps} frames per second there are too few frames for the keyframes.`);
  return { ...to, keyframes };
}

/** Gives a clip another shape, such as `9:16`. */
export function withAspect(shot: ShotDocument, aspect: string): ShotDocument {
  return cleaned({ ...shot, size: undefined, aspect });
}

function cleaned<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as T;
}
