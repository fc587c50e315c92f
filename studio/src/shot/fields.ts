import type { Explanation } from '../api/answers.ts';
import type {
  CameraFields,
  CastEntry,
  KeyframeFields,
  LightFields,
  PerformerFields,
  ShotDocument,
  Target,
} from './document.ts';
import { withKeyframe } from './edits.ts';

/** A keyframe's camera as an object; a shot file may say only its size, as a text. */
export function cameraOf(keyframe: KeyframeFields | undefined): CameraFields {
  const camera: unknown = keyframe?.camera;
  if (typeof camera === 'string') return { size: camera };
  return camera && typeof camera === 'object' ? (camera as CameraFields) : {};
}

/** A keyframe's light as an object; a shot file may say only its plan, as a text. */
export function lightOf(keyframe: KeyframeFields | undefined): LightFields {
  const light: unknown = keyframe?.light;
  if (typeof light === 'string') return { lighting: light };
  return light && typeof light === 'object' ? (light as LightFields) : {};
}

/** What a keyframe says of one performer as fields. */
export function performerOf(keyframe: KeyframeFields | undefined, name: string): PerformerFields | undefined {
  const cast: unknown = keyframe?.cast;
  return Array.isArray(cast) ? (cast as PerformerFields[]).find((p) => p?.name === name) : undefined;
}

/** Changes fields of a keyframe's camera; `undefined` takes one away. */
export function withCamera(shot: ShotDocument, index: number, change: Partial<CameraFields>): ShotDocument {
  return withKeyframe(shot, index, { camera: kept({ ...cameraOf(shot.keyframes[index]), ...change }) });
}

/** Changes fields of a keyframe's light; `undefined` takes one away. */
export function withLight(shot: ShotDocument, index: number, change: Partial<LightFields>): ShotDocument {
  return withKeyframe(shot, index, { light: kept({ ...lightOf(shot.keyframes[index]), ...change }) });
}

/**
 * Changes fields of a performer at a keyframe; `undefined` takes one away. Whoever is known only from words enters the
 * cast by name, as fields can only direct who is in the cast.
 */
export function withPerformer(
  shot: ShotDocument,
  explanation: Explanation | undefined,
  index: number,
  name: string,
  change: Partial<PerformerFields>,
): ShotDocument {
  const keyframe = shot.keyframes[index];
  const cast = Array.isArray(keyframe?.cast) ? keyframe.cast : [];
  const before = performerOf(keyframe, name) ?? { name };
  const { name: _, ...fields } = kept({ ...before, ...change }) ?? { name };
  const empty = Object.keys(fields).length === 0;
  const others = cast.some((p) => p.name === name)
    ? cast.flatMap((p) => (p.name !== name ? [p] : empty ? [] : [{ name, ...fields }]))
    : empty
      ? [...cast]
      : [...cast, { name, ...fields }];
  const directed = withKeyframe(shot, index, { cast: others.length ? others : undefined } as Partial<KeyframeFields>);
  return empty ? withoutIdleNames(directed) : withNames(directed, explanation);
}

/**
 * Enters all performers in the cast, in the order in which the words name them: looks that were decided go by that order,
 * so nobody changes.
 */
export function withNames(shot: ShotDocument, explanation: Explanation | undefined): ShotDocument {
  const cast = castOf(shot);
  const known = castOf(explanation?.shot);
  const missing = known.filter((k) => !cast.some((c) => c.name === k.name));
  if (missing.length === 0) return shot;
  const ordered = known.map((k): CastEntry => cast.find((c) => c.name === k.name) ?? { name: k.name });
  const rest = cast.filter((c) => !known.some((k) => k.name === c.name));
  return { ...shot, cast: [...ordered, ...rest] };
}

/** Takes those out of the cast who are there by name only and are directed by no field any more. */
function withoutIdleNames(shot: ShotDocument): ShotDocument {
  const cast = castOf(shot);
  const idle = cast.every((c) => Object.keys(c).length === 1) && !shot.keyframes.some((k) => Array.isArray(k.cast) && k.cast.length);
  if (!idle || cast.length === 0) return shot;
  const { cast: _, ...rest } = shot;
  return rest;
}

/** The cast of a shot file. */
export function castOf(shot: ShotDocument | undefined): readonly CastEntry[] {
  return Array.isArray(shot?.cast) ? shot.cast : [];
}

/** Puts somebody in the cast, or in the place of who has that name. */
export function withCastEntry(shot: ShotDocument, explanation: Explanation | undefined, entry: CastEntry): ShotDocument {
  const named = withNames(shot, explanation);
  const cast = castOf(named);
  return {
    ...named,
    cast: cast.some((c) => c.name === entry.name) ? cast.map((c) => (c.name === entry.name ? entry : c)) : [...cast, entry],
  };
}

/** Takes somebody out of the cast, with all fields that direct them. */
export function withoutPerson(shot: ShotDocument, name: string): ShotDocument {
  const keyframes = shot.keyframes.map((k) => {
    const out = { ...k } as Record<string, unknown>;
    if (Array.isArray(k.cast)) {
      const cast = k.cast.filter((p) => p.name !== name);
      if (cast.length) out['cast'] = cast;
      else delete out['cast'];
    }
    return out as unknown as KeyframeFields;
  });
  const cast = castOf(shot).filter((c) => c.name !== name);
  const { cast: _, ...rest } = shot;
  return cast.length ? { ...rest, cast, keyframes } : { ...rest, keyframes };
}

/** Adds words to somebody's description; new clothes and hair take the place of what was said of them there. */
export function described(shot: ShotDocument, explanation: Explanation | undefined, name: string, words: string): ShotDocument {
  const named = withNames(shot, explanation);
  const entry = castOf(named).find((c) => c.name === name) ?? { name };
  const noun = words.split(/\s+/).at(-1) ?? '';
  const parts = (entry.description ?? '')
    .split(',')
    .map((p) => p.trim())
    .filter((p) => p && p.split(/\s+/).at(-1) !== noun);
  return withCastEntry(named, explanation, { ...entry, description: [...parts, words].join(', ') });
}

/** A target as one short text, so that it can be the value of a choice. */
export function encoded(target: Target | undefined): string {
  if (target === undefined) return '';
  if (typeof target === 'string') return target === 'lens' ? 'camera' : target;
  if ('person' in target) return `person:${target.person}`;
  if ('thing' in target) return `thing:${target.thing}`;
  return `${target.own ? 'own' : 'direction'}:${target.direction}`;
}

/** The target that a short text stands for. */
export function decoded(text: string): Target {
  const colon = text.indexOf(':');
  if (colon < 0) return text;
  const [kind, what] = [text.slice(0, colon), text.slice(colon + 1)];
  switch (kind) {
    case 'person':
      return { person: what };
    case 'thing':
      return { thing: what };
    case 'own':
      return { direction: what, own: true };
    case 'direction':
      return { direction: what };
    default:
      return text;
  }
}

function kept<T extends object>(fields: T): T | undefined {
  const entries = Object.entries(fields).filter(([, v]) => v !== undefined);
  return entries.length ? (Object.fromEntries(entries) as T) : undefined;
}
