import { type KeyframeFields, type ShotDocument, frameOfKeyframe, rateOf } from '../shot/document.ts';
import { timecode } from '../shot/timecode.ts';

/** Something that two versions of a shot have differently. */
export interface Difference {
  readonly what: string;
  /** Nothing where one version has not got it. */
  readonly mine?: string;
  readonly theirs?: string;
}

/** What two versions of a shot have differently: the clip's own fields, then keyframes in the order of time. */
export function differences(mine: ShotDocument, theirs: ShotDocument): readonly Difference[] {
  return [...ofClip(mine, theirs), ...ofKeyframes(mine, theirs)];
}

function ofClip(mine: ShotDocument, theirs: ShotDocument): readonly Difference[] {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  names.delete('keyframes');
  return [...names]
    .filter((n) => !same(mine[n], theirs[n]))
    .map((n) => difference(n.charAt(0).toUpperCase() + n.slice(1), shown(mine[n]), shown(theirs[n])));
}

function ofKeyframes(mine: ShotDocument, theirs: ShotDocument): readonly Difference[] {
  const [a, b] = [byFrame(mine), byFrame(theirs)];
  const frames = [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y);
  const all: Difference[] = [];
  for (const frame of frames) {
    const [m, t] = [a.get(frame), b.get(frame)];
    if (m && t && same({ ...m, at: '' }, { ...t, at: '' })) continue;
    all.push(difference(`Keyframe at ${timecode(frame, rateOf(mine))}`, m && told(m, t), t && told(t, m)));
  }
  return all;
}

function byFrame(shot: ShotDocument): Map<number, KeyframeFields> {
  return new Map(shot.keyframes.map((k, i) => [frameOfKeyframe(shot, i), k]));
}

/** The words of a keyframe, and which of its fields the other one has differently. */
function told(k: KeyframeFields, other: KeyframeFields | undefined): string {
  const fields = Object.keys({ ...k, ...other }).filter((n) => n !== 'at' && n !== 'prompt' && !same(k[n], other?.[n]) && k[n] !== undefined);
  return [k.prompt || (fields.length ? '' : 'No words'), fields.length ? `Fields: ${fields.join(', ')}` : ''].filter(Boolean).join('\n') || 'No words';
}

function difference(what: string, mine: string | undefined, theirs: string | undefined): Difference {
  return { what, ...(mine === undefined ? {} : { mine }), ...(theirs === undefined ? {} : { theirs }) };
}

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((v) => String((v as { name?: string } | null)?.name ?? v)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
