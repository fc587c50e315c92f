import type { Decision, Explanation, StagingNote } from '../api/answers.ts';
import type { ActionFields, CastEntry, ShotDocument } from '../shot/document.ts';
import { castOf, described, performerOf, withCamera, withCastEntry, withLight, withPerformer } from '../shot/fields.ts';
import { withKeyframe } from '../shot/edits.ts';
import { added } from './suggestions.ts';

/** What was decided unasked for a keyframe: its own, and at the first one the clip's. */
export interface Decisions {
  /** Of the picture: camera, light, place, paces. */
  readonly picture: readonly Decision[];
  /** How people look, by name. */
  readonly looks: ReadonlyMap<string, readonly Decision[]>;
  /** What the stage decided; it has no alternatives. */
  readonly staged: readonly StagingNote[];
}

const LOOKS = new Set(['sex', 'age', 'heritage', 'build', 'hair', 'hairColor', 'wardrobe', 'stature']);

/** Sorts what was decided for a keyframe. */
export function decisionsAt(explanation: Explanation | undefined, index: number): Decisions {
  const here = (k: number) => k === index || (index === 0 && k < 0);
  const picture: Decision[] = [];
  const looks = new Map<string, Decision[]>();
  for (const d of explanation?.decisions ?? []) {
    if (!here(d.keyframe)) continue;
    const { who, what } = slotParts(d.slot);
    if (who && LOOKS.has(what)) looks.set(who, [...(looks.get(who) ?? []), d]);
    else picture.push(d);
  }
  const staged = (explanation?.staging?.decisions ?? []).filter((n) => n.keyframe === index);
  return { picture, looks, staged };
}

/** How many rows are shown. */
export function countOf(d: Decisions): number {
  return d.picture.length + d.looks.size + d.staged.length;
}

/** `Anna.gaze` is Anna's gaze; `camera.lens` and `light` are nobody's. */
export function slotParts(slot: string): { readonly who?: string; readonly what: string } {
  const dot = slot.lastIndexOf('.');
  if (dot < 0) return { what: slot };
  const who = slot.slice(0, dot);
  return who === 'camera' || who === 'light' ? { what: slot } : { who, what: slot.slice(dot + 1) };
}

/** Alternatives that are not what was decided anyway. */
export function alternativesOf(d: Decision): readonly string[] {
  return d.alternatives.filter((a) => name(a) !== name(d.value)).slice(0, 4);
}

/**
 * A shot in which another value is chosen than was decided: camera, light and place as fields, looks as words of the
 * description, a pace as a word of the prompt.
 */
export function chosen(shot: ShotDocument, explanation: Explanation, decision: Decision, alternative: string): ShotDocument {
  const index = Math.max(0, decision.keyframe);
  const { who, what } = slotParts(decision.slot);
  if (who && LOOKS.has(what)) return described(shot, explanation, who, lookWords(what, decision.value, alternative));
  if (who && what === 'pace') return paced(shot, explanation, index, who, alternative);
  return written(shot, explanation, index, decision.slot, alternative);
}

function written(shot: ShotDocument, explanation: Explanation, index: number, slot: string, value: string): ShotDocument {
  const { who, what } = slotParts(slot);
  switch (what) {
    case 'set':
      return index === 0 ? { ...shot, set: setName(value) } : withKeyframe(shot, index, { set: setName(value) });
    case 'camera.lens':
      return withCamera(shot, index, { lens: Number.parseFloat(value) });
    case 'camera.size':
    case 'camera.angle':
    case 'camera.side':
    case 'camera.support':
    case 'camera.composition':
      return withCamera(shot, index, { [what.slice(7)]: name(value) });
    case 'light':
      return withLight(shot, index, { lighting: name(value).replace(/-light(ing)?$/, '') });
    case 'light.from':
    case 'light.kelvin':
      return withLight(shot, index, { [what.slice(6)]: what === 'light.kelvin' ? Number.parseFloat(value) : name(value) });
    case 'posture':
    case 'expression':
      return who ? withPerformer(shot, explanation, index, who, { [what]: name(value) }) : shot;
    case 'side':
      return who ? withActions(shot, explanation, index, who, (a) => ({ ...a, side: name(value) })) : shot;
    default:
      return shot;
  }
}

const PACES: Readonly<Record<string, string>> = {
  'very slowly': 'very-slow',
  slowly: 'slow',
  natural: 'natural',
  briskly: 'brisk',
  quickly: 'fast',
};

function paced(shot: ShotDocument, explanation: Explanation, index: number, who: string, pace: string): ShotDocument {
  const k = shot.keyframes[index];
  const acting = (explanation.shot.keyframes[index]?.cast ?? []).filter((p) => p.actions?.length);
  if (acting.length === 1 && !performerOf(k, who)?.actions && PACES[pace] !== 'natural') {
    return withKeyframe(shot, index, { prompt: added(k?.prompt ?? '', pace) });
  }
  return withActions(shot, explanation, index, who, (a) => ({ ...a, pace: PACES[pace] ?? name(pace) }));
}

function withActions(
  shot: ShotDocument,
  explanation: Explanation,
  index: number,
  who: string,
  change: (action: ActionFields) => ActionFields,
): ShotDocument {
  const actions = performerOf(shot.keyframes[index], who)?.actions ?? performerOf(explanation.shot.keyframes[index], who)?.actions ?? [];
  if (actions.length === 0) return shot;
  return withPerformer(shot, explanation, index, who, {
    actions: actions.map((a, i) => (i === 0 ? change(typeof a === 'string' ? { kind: a } : a) : a)),
  });
}

/** Writes all that was decided for a keyframe into the shot as fields. */
export function keptAll(shot: ShotDocument, explanation: Explanation, index: number): ShotDocument {
  const { picture, looks } = decisionsAt(explanation, index);
  let out = shot;
  for (const d of picture) {
    const { who, what } = slotParts(d.slot);
    if (what === 'camera.lens' && !/^\d/.test(d.value)) continue;
    if (who && what === 'pace') out = withActions(out, explanation, index, who, (a) => ({ ...a, pace: name(d.value) }));
    else out = written(out, explanation, index, d.slot, d.value);
  }
  for (const who of looks.keys()) {
    const read = castOf(explanation.shot).find((c) => c.name === who);
    const own = castOf(out).find((c) => c.name === who);
    if (read) out = withCastEntry(out, explanation, { ...read, ...(own?.description ? { description: own.description } : {}) } as CastEntry);
  }
  return out;
}

const HAIR: Readonly<Record<string, string>> = {
  bald: 'bald',
  buzz: 'buzz cut',
  short: 'short hair',
  'side parted': 'side parted',
  fringe: 'fringe',
  afro: 'afro',
  bob: 'bob',
  'bob asymmetric': 'asymmetric bob',
  braid: 'braid',
  long: 'long hair',
  ponytail: 'ponytail',
};

/** The words by which a description says a look. */
export function lookWords(what: string, decided: string, value: string): string {
  switch (what) {
    case 'sex':
      return value === 'female' ? 'woman' : 'man';
    case 'age':
      return `${value} years old`;
    case 'hair':
      return HAIR[value] ?? `${value} hair`;
    case 'hairColor':
      return `${value} hair`;
    case 'stature':
      return value;
    case 'wardrobe':
      return `${value} ${garmentOf(decided)}`;
    default:
      return value;
  }
}

const GARMENTS = [
  'work shirt', 't shirt', 'skirt suit', 'puffer jacket', 'dress shoes', 'shirt', 'suit', 'dress', 'sweater', 'jacket', 'coat', 'overalls',
  'sportswear', 'jeans', 'trousers', 'shorts', 'skirt', 'shoes', 'sneakers', 'boots', 'hat', 'tie', 'glasses',
];

function garmentOf(decided: string): string {
  return GARMENTS.find((g) => decided.endsWith(g)) ?? decided.split(/\s+/).at(-1) ?? 'shirt';
}

function setName(value: string): string {
  return name(value.replace(/\bby (day|night)\b/, '$1').replace(/\bat (day|night)\b/, '$1'));
}

/** Words as shot files write names: `golden hour` is `golden-hour`. */
export function name(words: string): string {
  return words.trim().toLowerCase().replace(/\s+/g, '-');
}
