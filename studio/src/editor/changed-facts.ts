import { type CastEntry, type KeyframeFields, type ShotDocument, frameOfKeyframe, rateOf } from '../shot/document.ts';
import { timecode } from '../shot/timecode.ts';

/** The most facts that are listed; more than that is another shot. */
const MOST = 24;

/** What changed from one shot to another, as sentences. */
export function changedFacts(before: ShotDocument, after: ShotDocument): readonly string[] {
  const facts: string[] = [];
  for (const [field, name] of [
    ['duration', 'Duration'],
    ['fps', 'Frame rate'],
    ['aspect', 'Aspect'],
    ['set', 'Set'],
  ] as const) {
    if (!same(before[field], after[field]) && said(before[field]) !== said(after[field])) facts.push(`${name}: ${said(before[field])}, now ${said(after[field])}.`);
  }
  cast(before.cast ?? [], after.cast ?? [], facts);
  keyframes(before, after, facts);
  return facts.length <= MOST ? facts : [...facts.slice(0, MOST - 1), `And ${facts.length - MOST + 1} more.`];
}

function cast(before: readonly CastEntry[], after: readonly CastEntry[], facts: string[]): void {
  const old = new Map(before.map((c) => [c.name, c]));
  for (const c of after) {
    const was = old.get(c.name);
    old.delete(c.name);
    if (!was) facts.push(`${c.name} is new in the cast.`);
    else if (!same(was, c)) facts.push(`${c.name} looks different.`);
  }
  for (const name of old.keys()) facts.push(`${name} is no longer in the cast.`);
}

function keyframes(before: ShotDocument, after: ShotDocument, facts: string[]): void {
  const pairs = paired(before, after);
  for (const [b, a] of pairs) {
    if (b === undefined && a !== undefined) facts.push(`Keyframe ${a + 1} at ${at(after, a)} is new.`);
    else if (a === undefined && b !== undefined) facts.push(`The keyframe at ${at(before, b)} is gone.`);
    else if (a !== undefined && b !== undefined) keyframe(before, b, after, a, facts);
  }
}

function keyframe(before: ShotDocument, b: number, after: ShotDocument, a: number, facts: string[]): void {
  const was = before.keyframes[b]!;
  const is = after.keyframes[a]!;
  const name = `Keyframe ${a + 1}`;
  if (frameOfKeyframe(before, b) !== frameOfKeyframe(after, a)) {
    facts.push(`${name}: at ${at(before, b)}, now at ${at(after, a)}.`);
  }
  const words = (k: KeyframeFields) => (k.prompt ?? '').trim();
  if (words(was) !== words(is)) facts.push(ended(`${name}: ${quoted(words(was))}, now ${quoted(words(is))}`));
  for (const slot of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (slot !== 'at' && slot !== 'prompt') fields(`${name}: ${slot}`, was[slot], is[slot], facts);
  }
}

/** Goes down to the field that differs. */
function fields(name: string, was: unknown, is: unknown, facts: string[]): void {
  if (same(was, is)) return;
  if (Array.isArray(was ?? is) && Array.isArray(is ?? was) && named(was) && named(is)) {
    const old = new Map(((was as { name: string }[] | undefined) ?? []).map((e) => [e.name, e]));
    for (const e of (is as { name: string }[] | undefined) ?? []) {
      fields(`${name.replace(/: cast$/, '')}: ${e.name}`, old.get(e.name), e, facts);
      old.delete(e.name);
    }
    for (const gone of old.keys()) facts.push(`${name.replace(/: cast$/, '')}: ${gone} is left to the words.`);
    return;
  }
  if (plain(was ?? {}) && plain(is ?? {}) && (plain(was) || plain(is))) {
    const [b, a] = [(was ?? {}) as Record<string, unknown>, (is ?? {}) as Record<string, unknown>];
    for (const f of new Set([...Object.keys(b), ...Object.keys(a)])) if (f !== 'name') fields(`${name} ${f}`, b[f], a[f], facts);
    return;
  }
  facts.push(`${name} ${said(was)}, now ${said(is)}.`);
}

/** Keyframes that belong together: the same words first, then the same frame, then the same place in the order. */
function paired(before: ShotDocument, after: ShotDocument): readonly (readonly [number | undefined, number | undefined])[] {
  const free = new Set(before.keyframes.keys());
  const found = new Map<number, number>();
  const take = (fits: (b: number, a: number) => boolean) => {
    for (const a of after.keyframes.keys()) {
      if (found.has(a)) continue;
      for (const b of free) {
        if (!fits(b, a)) continue;
        found.set(a, b);
        free.delete(b);
        break;
      }
    }
  };
  take((b, a) => (before.keyframes[b]!.prompt ?? '').trim() !== '' && before.keyframes[b]!.prompt === after.keyframes[a]!.prompt);
  take((b, a) => frameOfKeyframe(before, b) === frameOfKeyframe(after, a));
  if (before.keyframes.length === after.keyframes.length) take((b, a) => a === b);
  const pairs: (readonly [number | undefined, number | undefined])[] = [...after.keyframes.keys()].map((a) => [found.get(a), a]);
  return [...pairs, ...[...free].map((b) => [b, undefined] as const)];
}

function at(shot: ShotDocument, index: number): string {
  return timecode(frameOfKeyframe(shot, index), rateOf(shot));
}

function quoted(words: string): string {
  return words === '' ? 'no words' : `“${words.length > 60 ? `${words.slice(0, 57)}…` : words}”`;
}

/** A quoted sentence ends the one that quotes it. */
function ended(sentence: string): string {
  return /[.!?…]”$/.test(sentence) ? sentence : `${sentence}.`;
}

function said(value: unknown): string {
  if (value === undefined || value === '') return 'left to the words';
  if (Array.isArray(value)) return value.map(said).join(' and ') || 'none';
  if (plain(value)) return Object.entries(value).map(([k, v]) => `${k} ${said(v)}`).join(', ');
  return String(value);
}

function plain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function named(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((e) => plain(e) && typeof e['name'] === 'string'));
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== typeof b || typeof a !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(x), ...Object.keys(y)]);
  return [...keys].every((k) => same(x[k], y[k]));
}
