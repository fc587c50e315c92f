import type { KeyframeFields, ShotDocument } from '../shot/document.ts';
import { withKeyframe } from '../shot/edits.ts';
import type { PlanGaze, StagePlan } from './plan.ts';
import { spokenMeters } from './plan-geometry.ts';

/** Something that is moved in the overhead view. */
export interface Held {
  readonly kind: 'person' | 'camera' | 'light';
  /** A performer's name; the kind otherwise. */
  readonly name: string;
  readonly id: string;
  /** What the service's notes call its place. */
  readonly slot: string;
}

/** The same with its place at a keyframe. */
export interface Marked extends Held {
  readonly x: number;
  readonly z: number;
  readonly facing: number;
  readonly gaze?: PlanGaze;
  readonly lens?: number;
  readonly direction?: readonly [number, number, number];
}

/** What can be moved at a keyframe: its people, the camera, the key light, in this order. */
export function heldIn(plan: StagePlan, keyframe: number): readonly Marked[] {
  const held: Marked[] = [];
  for (const p of plan.people) {
    const m = p.marks.find((k) => k.keyframe === keyframe);
    if (!m) continue;
    held.push({
      kind: 'person',
      name: p.name,
      id: `person ${p.name}`,
      slot: `${p.name}.mark`,
      x: m.x,
      z: m.z,
      facing: m.facing,
      ...(m.gaze ? { gaze: m.gaze } : {}),
    });
  }
  const c = plan.camera.marks.find((m) => m.keyframe === keyframe);
  if (c) held.push({ kind: 'camera', name: 'camera', id: 'camera', slot: 'camera.mark', x: c.x, z: c.z, facing: c.facing, lens: c.lens });
  const frame = c?.frame ?? 0;
  const key = plan.lights.find((l) => l.movable && l.position && (l.keyframe === keyframe || (l.from <= frame && frame < l.to)));
  if (key?.position) {
    held.push({
      kind: 'light',
      name: 'light',
      id: 'light',
      slot: 'light.mark',
      x: key.position[0],
      z: key.position[2],
      facing: 0,
      ...(key.direction ? { direction: key.direction } : {}),
    });
  }
  return held;
}

/** What a screen reader says: `Daniel, mark of keyframe 3, 2.2 meters from the lens`. */
export function nameOf(h: Marked, all: readonly Marked[], keyframe: number): string {
  const what = h.kind === 'person' ? h.name : h.kind === 'camera' ? 'Camera' : 'Key light';
  const lens = all.find((o) => o.kind === 'camera');
  const nearest = all
    .filter((o) => o.kind === 'person')
    .map((o) => ({ o, d: Math.hypot(o.x - h.x, o.z - h.z) }))
    .sort((a, b) => a.d - b.d)[0];
  const from = h.kind === 'camera' || h.kind === 'light' ? nearest && { d: nearest.d, name: nearest.o.name } : lens && { d: Math.hypot(lens.x - h.x, lens.z - h.z), name: 'the lens' };
  return `${what}, mark of keyframe ${keyframe + 1}${from ? `, ${spokenMeters(from.d)} from ${from.name}` : ''}`;
}

/** Puts something on a mark at a keyframe: a field, which wins over words. */
export function withMark(shot: ShotDocument, keyframe: number, h: Held, x: number, z: number): ShotDocument {
  return changed(shot, keyframe, h, (old) => ({ ...(old as object | undefined), x, z }));
}

/** Gives a place back to the words. */
export function withoutMark(shot: ShotDocument, keyframe: number, h: Held): ShotDocument {
  return changed(shot, keyframe, h, () => undefined);
}

function changed(shot: ShotDocument, keyframe: number, h: Held, mark: (old: unknown) => object | undefined): ShotDocument {
  const k = shot.keyframes[keyframe];
  if (!k) return shot;
  if (h.kind !== 'person') {
    const old = (k[h.kind] ?? {}) as Readonly<Record<string, unknown>>;
    const fields = without({ ...old, mark: mark(old['mark']) });
    const change: Partial<KeyframeFields> = { [h.kind]: Object.keys(fields).length > 0 ? fields : undefined };
    return h.kind in k || Object.keys(fields).length > 0 ? withKeyframe(shot, keyframe, change) : shot;
  }
  const cast = k.cast ?? [];
  const at = cast.findIndex((c) => c.name === h.name);
  const own = without({ ...(cast[at] ?? { name: h.name }), mark: mark(cast[at]?.['mark']) });
  const empty = Object.keys(own).length === 1;
  const entries = at < 0 ? (empty ? cast : [...cast, own]) : cast.flatMap((c, i) => (i !== at ? [c] : empty ? [] : [own]));
  if (entries === cast) return shot;
  return withKeyframe(shot, keyframe, { cast: entries.length > 0 ? (entries as KeyframeFields['cast']) : undefined } as Partial<KeyframeFields>);
}

function without<T extends { mark?: unknown }>(fields: T): T {
  if (fields.mark === undefined) delete fields.mark;
  return fields;
}
