import type { CastEntry } from '../shot/document.ts';

/** A color as it is called and as `#rrggbb`. */
export interface Color {
  readonly name: string;
  readonly srgb: string;
}

/** Something worn. */
export interface Garment {
  readonly kind: string;
  readonly color?: Color | undefined;
}

/** What a person looks like, each fact by itself. */
export interface Look {
  readonly sex: string;
  readonly age: number;
  readonly build: string;
  readonly stature: string;
  readonly heritage: string;
  readonly hairStyle: string;
  readonly hairColor: Color | undefined;
  readonly face: string;
  readonly wardrobe: readonly Garment[];
}

/** The facts of a look. */
export type Fact = keyof Look;

/** The facts in the order in which they are shown. */
export const FACTS: readonly Fact[] = [
  'sex',
  'age',
  'stature',
  'build',
  'heritage',
  'hairStyle',
  'hairColor',
  'face',
  'wardrobe',
];

/** What of an entry is its look; a shot file has all of these or none. */
const STRUCTURE = ['sex', 'age', 'build', 'stature', 'heritage', 'hair', 'wardrobe'] as const;

/**
 * The look of an entry that has fields.
 *
 * @returns undefined if it is described in words only
 */
export function lookOf(entry: CastEntry): Look | undefined {
  if (STRUCTURE.some((f) => entry[f] === undefined)) return undefined;
  const hair = entry['hair'];
  const styled = typeof hair === 'object' && hair !== null ? (hair as Record<string, unknown>) : { style: hair };
  const wardrobe = Array.isArray(entry['wardrobe']) ? (entry['wardrobe'] as unknown[]) : [];
  return {
    sex: String(entry['sex']),
    age: Number(entry['age']),
    build: String(entry['build']),
    stature: String(entry['stature']),
    heritage: String(entry['heritage']),
    hairStyle: String(styled['style'] ?? 'short'),
    hairColor: colorOf(styled['color']),
    face: String(styled['face'] ?? 'none'),
    wardrobe: wardrobe.map(garmentOf),
  };
}

/** The entry as words alone, which is what a look is read from. */
export function inWords(entry: CastEntry): CastEntry {
  const rest = Object.fromEntries(Object.entries(entry).filter(([k]) => !(STRUCTURE as readonly string[]).includes(k)));
  return rest as CastEntry;
}

/** The entry with a look written out as a whole, its words kept beside it. */
export function withLook(entry: CastEntry, look: Look): CastEntry {
  return {
    ...inWords(entry),
    sex: look.sex,
    age: look.age,
    build: look.build,
    stature: look.stature,
    heritage: look.heritage,
    hair: {
      style: look.hairStyle,
      ...(look.hairColor ? { color: look.hairColor } : {}),
      ...(look.face === 'none' ? {} : { face: look.face }),
    },
    wardrobe: look.wardrobe.map((g) => ({ kind: g.kind, ...(g.color ? { color: g.color } : {}) })),
  };
}

/** Whether two looks have the same in one fact. */
export function sameFact(a: Look, b: Look, fact: Fact): boolean {
  return JSON.stringify(plain(a[fact])) === JSON.stringify(plain(b[fact]));
}

/** What of a look was not read from words: the facts that are the person's own choice. */
export function ownFacts(look: Look, read: Look): Partial<Look> {
  return Object.fromEntries(FACTS.filter((f) => !sameFact(look, read, f)).map((f) => [f, look[f]])) as Partial<Look>;
}

/** The words that somebody is found by: name, words, hair, clothes. */
export function findable(entry: CastEntry): string {
  const look = lookOf(entry);
  const facts = look
    ? [
        look.sex,
        look.build,
        look.heritage,
        `${look.hairColor?.name ?? ''} ${look.hairStyle} hair`,
        look.face,
        ...look.wardrobe.map((g) => `${g.color?.name ?? ''} ${g.kind}`),
      ]
    : [];
  return [entry.name, entry.description ?? '', ...facts].join(' ').replaceAll('-', ' ').toLowerCase();
}

/** A line under a name: the words, or the look in words. */
export function inShort(entry: CastEntry): string {
  const look = lookOf(entry);
  if (entry.description || !look) return entry.description ?? '';
  const clothes = look.wardrobe.slice(0, 2).map((g) => [g.color?.name, spoken(g.kind)].filter(Boolean).join(' '));
  return [`${look.sex}, ${look.age}`, `${spoken(look.hairStyle)} hair`, ...clothes].join(', ');
}

/** A name of the vocabulary as people say it: `side-parted` is `side parted`. */
export function spoken(name: string): string {
  return name === 't-shirt' ? name : name.replaceAll('-', ' ');
}

/** The same with a capital letter. */
export function titled(name: string): string {
  const s = spoken(name);
  return s.charAt(0).toUpperCase() + s.slice(1);
}

function garmentOf(value: unknown): Garment {
  if (typeof value !== 'object' || value === null) return { kind: String(value) };
  const g = value as Record<string, unknown>;
  return { kind: String(g['kind']), color: colorOf(g['color']) };
}

function colorOf(value: unknown): Color | undefined {
  if (typeof value === 'string') return { name: value, srgb: value.toLowerCase() };
  if (typeof value !== 'object' || value === null) return undefined;
  const c = value as Record<string, unknown>;
  return { name: String(c['name'] ?? c['srgb']), srgb: String(c['srgb']).toLowerCase() };
}

/** Without what does not show: how a color is called. */
function plain(value: Look[Fact]): unknown {
  if (Array.isArray(value)) return (value as readonly Garment[]).map((g) => [g.kind, g.color?.srgb ?? '']);
  return typeof value === 'object' ? (value as Color).srgb : (value ?? '');
}
