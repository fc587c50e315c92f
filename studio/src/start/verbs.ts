/**
 * Verbs by which a beat can be told from a description. Words that are more often something else ("shot", "light",
 * "hand") are left out.
 */
const VERBS =
  'accept adjust answer appear approach argue arrive ask begin bend bite blink blow bow break breathe bring brush burst button ' +
  'call carry catch celebrate chat check cheer chuckle clap clasp clench climb close collapse come continue cook cough cover crawl cross ' +
  'crouch cry dance dash descend disappear draw drink drive drop duck eat emerge enter exit face fall finish fix flinch flip ' +
  'fold follow freeze frown gasp gather gaze gesture get giggle give glance glare go grab greet grimace grin grip hesitate ' +
  'hold hug hurry ignore interrupt introduce jog jump keep kick kiss kneel knock laugh lead lean leave lie lift listen ' +
  'look lower make march mop move mumble nod notice offer open order pace pack paint pass pause peek pick play point pour ' +
  'pray prepare press pull push put raise reach react read realize rejoin relax release remain remove reply respond rest return ride rise ' +
  'roll rub run rush salute say scan scowl scratch scream scroll see set shake share shiver shout show shrug shut sigh ' +
  'sing sip sit slam sleep slide slip smile smirk snap sneeze sob speak spin sprint squat stagger stand stare start step stop ' +
  'straighten stretch stride stroll stumble sway sweep swing take talk tap tear tell text think throw tidy tilt toast touch ' +
  'try turn twist type unfold unlock wait wake walk wander wash watch wave weep whisper win wink wipe wonder work write yawn yell';

const IRREGULAR: Readonly<Record<string, string>> = { has: '', does: '', goes: 'go' };

const BASES = new Set(VERBS.split(/\s+/));
const THIRD = new Map<string, string>();
for (const v of BASES) {
  const ends = /(s|sh|ch|x|z|o)$/.test(v) ? `${v}es` : /[^aeiou]y$/.test(v) ? `${v.slice(0, -1)}ies` : `${v}s`;
  THIRD.set(ends, v);
}

/** What lasts: two such things at once are one beat. */
const LASTING = new Set(
  'walk run jog sit stand lie kneel talk speak listen read write type drink eat smile grin laugh cry watch wait work sleep hold look stare gaze dance sing ride drive play think chat pace'.split(' '),
);

/** Verbs that are also nouns or adjectives, so that without an ending they tell nothing. */
const UNSURE = new Set(
  'face light text toast open close set rest play work watch point order answer call cover drink fall show share smile laugh walk talk run stop start look pace pass cross step turn drop duck march order paint press set roll slide slip tap tear touch wave win draw break exit frown grin kiss lead lean pick pour shake shout sigh'.split(' '),
);

/** A verb that somebody does: in the third person, or bare after a plural. */
export interface FoundVerb {
  readonly base: string;
  readonly at: number;
  readonly third: boolean;
}

/** The verb that a word is, if it is one in the third person. */
export function thirdPerson(word: string): string | undefined {
  const w = word.toLowerCase();
  return IRREGULAR[w] || THIRD.get(w);
}

/** Whether a word is the bare form of a verb. */
export function bareVerb(word: string): boolean {
  return BASES.has(word.toLowerCase());
}

/** Whether a bare word is a verb and hardly anything else. */
export function surelyVerb(word: string): boolean {
  return bareVerb(word) && !UNSURE.has(word.toLowerCase());
}

/** Whether two things go on at once, so that "and" does not begin a beat. */
export function atOnce(first: string, second: string): boolean {
  return LASTING.has(first) && LASTING.has(second);
}
