import type { Prop } from '../api/answers.ts';
import type { ShotDocument } from '../shot/document.ts';
import { spoken, titled } from './person.ts';
import table from './prop-shots.json' with { type: 'json' };

/** What people do with a thing, as sentences a prompt understands. */
const USES: Readonly<Record<string, readonly string[]>> = {
  chair: ['sits on the chair'],
  armchair: ['sits in the armchair', 'leans back'],
  sofa: ['sits on the sofa', 'leans back'],
  bed: ['sits on the bed'],
  bench: ['sits on the bench'],
  stool: ['sits on the stool'],
  laptop: ['types on the laptop', 'looks at the laptop'],
  phone: ['picks up the phone', 'holds the phone to the ear', 'reads the phone'],
  cup: ['picks up the cup', 'drinks from the cup', 'puts down the cup'],
  glass: ['picks up the glass', 'drinks from the glass', 'puts down the glass'],
  book: ['picks up the book', 'reads the book', 'puts down the book'],
  notebook: ['writes in the notebook', 'reads the notebook'],
  paper: ['picks up the paper', 'reads the paper', 'writes on the paper'],
  bottle: ['picks up the bottle', 'puts down the bottle'],
  box: ['picks up the box', 'puts down the box'],
  watch: ['checks the watch'],
  door: ['enters through the door', 'exits through the door', 'stands by the door'],
  window: ['looks out of the window', 'stands at the window'],
  table: ['sits at the table', 'walks to the table'],
  desk: ['sits at the desk', 'walks to the desk'],
  counter: ['stands at the counter', 'walks to the counter'],
  // "Street lamp" would be read as the light of one.
  'street-lamp': ['looks at the lamp post', 'stands by the lamp post'],
};

/** How a thing is seen best; what is left out goes by the thing itself. */
interface Framing {
  readonly set?: string;
  /** The words of the keyframe. */
  readonly as?: string;
  /** Where the lens is, in that set. */
  readonly mark?: { readonly x: number; readonly z: number };
}

const SHOTS: Readonly<Record<string, Framing>> = table.shots;

/** What every room is made of: filmed in any picture, but chosen by nobody. */
const BUILDING: ReadonlySet<string> = new Set(table.building);

/** The things that can be filmed: those that a set has or that are brought. */
export function filmable(all: readonly Prop[]): readonly Prop[] {
  return all.filter((p) => (p.sets.length > 0 || p.brought) && !BUILDING.has(p.name));
}

/** What people do with a thing. */
export function uses(thing: string): readonly string[] {
  return USES[thing] ?? [`looks at the ${spoken(thing)}`];
}

/** Where a thing is, as a sentence. */
export function whereabouts(prop: Prop): string {
  const named = prop.sets.map((s) => spoken(s)).join(', ');
  if (!named) return 'Brought to any set.';
  return prop.brought ? `In: ${named}. Brought to any other.` : `In: ${named}.`;
}

/** Whether all words are found in the name of a thing, in its uses or in the names of the sets that have it. */
export function fits(prop: Prop, sought: string): boolean {
  const text = [titled(prop.name), ...uses(prop.name), ...prop.sets.map((s) => spoken(s))].join(' ').toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((w) => text.includes(w));
}

/** The set that the picture of a thing is taken in. */
export function bestSet(prop: Prop): string {
  return SHOTS[prop.name]?.set ?? prop.sets[0] ?? 'studio';
}

/** Where a thing can be filmed, the best set first, then those that have it, then those to which it is brought. */
export function settings(prop: Prop, all: readonly string[]): readonly string[] {
  return [...new Set([bestSet(prop), ...prop.sets, ...(prop.brought ? all : [])])];
}

/** A new shot of a thing in a set, framed as its picture is. */
export function shotOf(thing: string, set: string): ShotDocument {
  const framing = SHOTS[thing];
  const mark = framing?.set === set ? framing.mark : undefined;
  return {
    title: `The ${spoken(thing)}`,
    duration: '5s',
    set,
    keyframes: [{ at: '0s', prompt: framing?.as ?? `Full shot of the ${spoken(thing)}.`, ...(mark ? { camera: { mark } } : {}) }],
  };
}
