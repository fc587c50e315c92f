import type { Vocabulary } from '../api/answers.ts';
import type { Color } from './person.ts';

/** What a person may be and wear, by the names that the service knows. */
export interface CastNames {
  readonly hairStyles: readonly string[];
  readonly facialHair: readonly string[];
  readonly builds: readonly string[];
  readonly statures: readonly string[];
  readonly heritages: readonly string[];
  readonly garments: readonly string[];
  readonly colors: readonly Color[];
  readonly hairColors: readonly Color[];
}

/** Colors that hair has, where a vocabulary does not list them. */
const HAIR_COLORS: readonly Color[] = [
  { name: 'black', srgb: '#15120f' },
  { name: 'dark brown', srgb: '#3b2618' },
  { name: 'brown', srgb: '#5a3825' },
  { name: 'auburn', srgb: '#7a3420' },
  { name: 'red', srgb: '#a5482a' },
  { name: 'blonde', srgb: '#d8b77a' },
  { name: 'grey', srgb: '#8e8e8c' },
  { name: 'white', srgb: '#e4e2dc' },
];

/** The colors that are worn most, offered first. */
const USUAL = ['black', 'charcoal', 'grey', 'white', 'navy', 'blue', 'light blue', 'brown', 'beige', 'burgundy', 'red', 'green'];

/** What an older service, whose vocabulary does not list colors, knows. */
const COLORS: readonly (readonly [string, string])[] = [
  ['white', '#f8f8f8'],
  ['off white', '#f1ede2'],
  ['black', '#141414'],
  ['charcoal', '#3a3d40'],
  ['grey', '#808285'],
  ['light grey', '#b9bcbf'],
  ['slate', '#6b7580'],
  ['navy', '#1f2a44'],
  ['dark blue', '#1e2f5c'],
  ['blue', '#2f55a4'],
  ['light blue', '#8fb3db'],
  ['bright blue', '#4a90d9'],
  ['steel blue', '#49637e'],
  ['teal', '#1c7c7d'],
  ['turquoise', '#40c4c0'],
  ['green', '#2e7d4a'],
  ['dark green', '#173f2b'],
  ['light green', '#9ccb9b'],
  ['sage', '#9da88c'],
  ['olive', '#6b6b35'],
  ['khaki', '#8a8055'],
  ['red', '#c62828'],
  ['dark red', '#7a1f24'],
  ['burgundy', '#6b1f3a'],
  ['rust', '#a84432'],
  ['coral', '#e5766a'],
  ['pink', '#e8a0b4'],
  ['hot pink', '#d9367d'],
  ['purple', '#5e2f86'],
  ['violet', '#8e5bb5'],
  ['lavender', '#b9a6d3'],
  ['orange', '#e87722'],
  ['yellow', '#f2c230'],
  ['mustard', '#c99a2e'],
  ['brown', '#5a3a24'],
  ['dark brown', '#3b2618'],
  ['light brown', '#9c7350'],
  ['camel', '#b8905f'],
  ['beige', '#d9c8aa'],
];

/** The names of a vocabulary; where it lists none, what every service knows. */
export function castNames(vocabulary: Vocabulary): CastNames {
  const list = (key: string, otherwise: readonly string[]): readonly string[] => {
    const found = vocabulary[key];
    return Array.isArray(found) && found.length > 0 ? found.map(String) : otherwise;
  };
  return {
    hairStyles: list('hair_styles', [
      'bald',
      'buzz',
      'short',
      'side-parted',
      'fringe',
      'afro',
      'bob',
      'bob-asymmetric',
      'braid',
      'long',
      'ponytail',
    ]),
    facialHair: list('facial_hair', ['none', 'stubble', 'moustache', 'goatee', 'beard']),
    builds: list('builds', ['slim', 'average', 'athletic', 'heavy']),
    statures: list('statures', ['short', 'average', 'tall']),
    heritages: list('heritages', ['african', 'asian', 'caucasian']),
    garments: vocabulary.garments,
    colors: colorsOf(vocabulary['garment_colors'], COLORS.map(([name, srgb]) => ({ name, srgb }))),
    hairColors: colorsOf(vocabulary['hair_colors'], HAIR_COLORS),
  };
}

/** The colors to show as swatches: the usual ones, and the one that is chosen. */
export function usualColors(all: readonly Color[], chosen: Color | undefined): readonly Color[] {
  const usual = USUAL.map((n) => all.find((c) => c.name === n)).filter((c) => c !== undefined);
  return chosen && !usual.some((c) => c.srgb === chosen.srgb) ? [chosen, ...usual] : usual;
}

function colorsOf(listed: readonly unknown[] | undefined, otherwise: readonly Color[]): readonly Color[] {
  const found = (listed ?? [])
    .map((c) => c as Partial<Color>)
    .filter((c) => typeof c.name === 'string' && /^#[0-9a-f]{6}$/i.test(c.srgb ?? ''))
    .map((c) => ({ name: String(c.name), srgb: String(c.srgb).toLowerCase() }));
  const first = found.filter((c, i) => found.findIndex((d) => d.srgb === c.srgb) === i);
  return first.length > 0 ? first : otherwise;
}
