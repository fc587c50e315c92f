import { expect, test } from '@playwright/test';
import type { Decision, Explanation, Vocabulary } from '../api/answers.ts';
import type { KeyframeFields, ShotDocument } from '../shot/document.ts';
import { alternativesOf, chosen, decisionsAt, keptAll, lookWords } from './decisions.ts';
import { type Fact, factsOf, withFact, wordsAlone } from './facts.ts';

const shot: ShotDocument = {
  title: 'Hello',
  duration: '8s',
  keyframes: [
    { at: '0s', prompt: 'Medium shot, a man walks toward the camera, cafe.' },
    { at: '3s', prompt: 'He stops and smiles.' },
    { at: '6s', prompt: 'Cut to a close-up.' },
  ],
};

/** What the service reads out of the shot above, as far as facts need it. */
function explained(of: ShotDocument, keyframes: Partial<KeyframeFields>[], decisions: Decision[] = []): Explanation {
  return {
    keyframes: of.keyframes.map((k, i) => ({ at: k.at, frame: i * 72, caption: '', checks: { camera: true, subject: true, light: true, action: true }, words: [] })),
    decisions,
    warnings: [],
    lanes: [],
    notices: [],
    shot: {
      ...of,
      set: of.set ?? 'cafe',
      cast: [{ name: 'man', sex: 'male', age: 29 }, { name: 'Mara', sex: 'female', age: 40 }],
      keyframes: of.keyframes.map((k, i) => ({ ...k, ...keyframes[i] })),
    },
  };
}

const decisions: Decision[] = [
  { keyframe: 0, slot: 'camera.angle', value: 'eye level', reason: 'no angle is named', alternatives: ['low', 'high'] },
  { keyframe: 0, slot: 'camera.lens', value: 'by the shot size', reason: 'no lens is named', alternatives: ['24 mm', '85 mm'] },
  { keyframe: 0, slot: 'light', value: 'three point', reason: 'no light is named', alternatives: ['window light', 'three-point', 'golden hour', 'low key'] },
  { keyframe: 0, slot: 'man.pace', value: 'natural', reason: 'no pace is named', alternatives: ['slowly', 'briskly'] },
  { keyframe: -1, slot: 'set', value: 'studio', reason: 'no place is named', alternatives: ['office corridor', 'street by day'] },
  { keyframe: -1, slot: 'man.age', value: '29', reason: 'not said', alternatives: ['25', '45'] },
  { keyframe: -1, slot: 'man.wardrobe', value: 'olive work shirt', reason: 'color not said', alternatives: ['teal'] },
];

const staged: Partial<KeyframeFields>[] = [
  {
    camera: { size: 'medium' },
    cast: [{ name: 'man', actions: [{ kind: 'walk', target: 'camera' }] }],
    light: { lighting: 'three-point' },
  },
  { cast: [{ name: 'man', expression: 'smile', gaze: { person: 'Mara' }, place: { relation: 'at', target: { direction: 'left' } }, actions: [{ kind: 'stop' }] }] },
  { camera: { size: 'close-up' }, transition: 'cut' },
];

const vocabulary = { shot_sizes: ['wide', 'medium', 'close-up'], expressions: ['smile', 'sad'], actions: ['walk', 'wave'], paces: ['slow', 'natural'], sets: ['cafe', 'studio'] } as unknown as Vocabulary;
const source = (index: number, of = shot, words?: Explanation) => ({ shot: of, explanation: explained(of, staged.map((k, i) => ({ ...k, ...pick(of.keyframes[i]) })), decisions), words, index, vocabulary });
const pick = (k: KeyframeFields | undefined) => Object.fromEntries(Object.entries(k ?? {}).filter(([n]) => n === 'camera' || n === 'light'));
const fact = (groups: ReturnType<typeof factsOf>, id: string) => groups.flatMap((g) => g.facts).find((f) => f.id === id) as Fact;

test('facts tell from where they come', () => {
  const first = factsOf(source(0));
  expect(fact(first, 'camera.size')).toMatchObject({ state: 'words', value: 'medium' });
  expect(fact(first, 'camera.angle')).toMatchObject({ state: 'decided', otherwise: 'Eye level' });
  expect(fact(first, 'light.lighting')).toMatchObject({ state: 'decided', value: 'three-point' });
  expect(fact(first, 'man.pace').state).toBe('decided');
  expect(fact(first, 'man.expression').state).toBe('open');
  expect(fact(first, 'set.set')).toMatchObject({ state: 'decided', value: 'cafe' });
});

test('what was said earlier holds, for the camera until a cut', () => {
  const second = factsOf(source(1));
  expect(fact(second, 'camera.size')).toMatchObject({ state: 'held', otherwise: 'Medium', since: 1 });
  expect(fact(second, 'man.gaze')).toMatchObject({ state: 'words', value: 'person:Mara' });
  expect(fact(second, 'man.place').value).toBe('at direction:left');
  expect(second.some((g) => g.key === 'set')).toBe(false);
  const third = factsOf(source(2));
  expect(fact(third, 'camera.angle').state).toBe('open');
  expect(fact(third, 'man.expression')).toMatchObject({ state: 'held', otherwise: 'Smile', since: 2 });
  expect(third.some((g) => g.key === 'set')).toBe(true);
});

test('a field is yours, and in conflict if the words say something else', () => {
  const changed = withFact(source(0), 'camera.size', 'wide');
  expect(changed.keyframes[0]?.camera).toEqual({ size: 'wide' });
  expect(fact(factsOf(source(0, changed)), 'camera.size')).toMatchObject({ state: 'yours', value: 'wide' });
  const alone = wordsAlone(changed, 0);
  expect(alone?.keyframes[0]?.camera).toBeUndefined();
  const words = explained(shot, staged, decisions);
  expect(fact(factsOf(source(0, changed, words)), 'camera.size')).toMatchObject({ state: 'conflict', words: 'Medium' });
});

test('reset gives the shot back as it was', () => {
  for (const [id, value] of [
    ['camera.size', 'wide'],
    ['camera.lens', '85'],
    ['camera.move', 'push-in'],
    ['camera.subjects', 'person:man|person:Mara'],
    ['light.lighting', 'window'],
    ['light.kelvin', '3200'],
    ['set.set', 'studio'],
    ['man.gaze', 'camera'],
    ['man.place', 'beside person:Mara'],
    ['man.action', 'wave'],
    ['man.pace', 'slow'],
    ['Mara.posture', 'sitting'],
  ] as const) {
    const changed = withFact(source(0), id, value);
    expect(changed, id).not.toEqual(shot);
    expect(withFact({ ...source(0), shot: changed }, id, ''), id).toEqual(shot);
  }
});

test('whoever is known from words only enters the cast, all in the order of the words', () => {
  const changed = withFact(source(1), 'Mara.expression', 'sad');
  expect(changed.cast).toEqual([{ name: 'man' }, { name: 'Mara' }]);
  expect(changed.keyframes[1]?.cast).toEqual([{ name: 'Mara', expression: 'sad' }]);
});

test('a changed part of an action keeps the rest of it', () => {
  const changed = withFact(source(0), 'man.pace', 'slow');
  expect(changed.keyframes[0]?.cast).toEqual([{ name: 'man', actions: [{ kind: 'walk', target: 'camera', pace: 'slow' }] }]);
});

test('decisions of the clip stand at the first keyframe, looks by person', () => {
  const all = decisionsAt(source(0).explanation, 0);
  expect(all.picture.map((d) => d.slot)).toEqual(['camera.angle', 'camera.lens', 'light', 'man.pace', 'set']);
  expect([...all.looks.keys()]).toEqual(['man']);
  expect(decisionsAt(source(0).explanation, 1).picture).toEqual([]);
  expect(alternativesOf(decisions[2] as Decision)).toEqual(['window light', 'golden hour', 'low key']);
});

test('an alternative is written where the service reads it', () => {
  const { explanation } = source(0);
  const to = (i: number, value: string) => chosen(shot, explanation, decisions[i] as Decision, value);
  expect(to(0, 'low').keyframes[0]?.camera).toEqual({ angle: 'low' });
  expect(to(1, '85 mm').keyframes[0]?.camera).toEqual({ lens: 85 });
  expect(to(2, 'window light').keyframes[0]?.light).toEqual({ lighting: 'window' });
  expect(to(2, 'golden hour').keyframes[0]?.light).toEqual({ lighting: 'golden-hour' });
  expect(to(3, 'slowly').keyframes[0]?.prompt).toBe('Medium shot, a man walks toward the camera, cafe, slowly.');
  expect(to(4, 'street by day').set).toBe('street-day');
  expect(to(5, '45').cast?.[0]).toEqual({ name: 'man', description: '45 years old' });
  expect(to(6, 'teal').cast?.[0]).toEqual({ name: 'man', description: 'teal work shirt' });
});

test('new clothes take the place of those that were said before', () => {
  const before = { ...shot, cast: [{ name: 'man', description: 'young, red shirt' }] };
  const decision = { ...(decisions[6] as Decision), value: 'olive shirt' };
  expect(chosen(before, source(0).explanation, decision, 'teal').cast?.[0]?.description).toBe('young, teal shirt');
});

test('keep all writes every decision as a field', () => {
  const kept = keptAll(shot, source(0).explanation, 0);
  expect(kept.set).toBe('studio');
  expect(kept.keyframes[0]?.camera).toEqual({ angle: 'eye-level' });
  expect(kept.keyframes[0]?.light).toEqual({ lighting: 'three-point' });
  expect(kept.keyframes[0]?.cast).toEqual([{ name: 'man', actions: [{ kind: 'walk', target: 'camera', pace: 'natural' }] }]);
  expect(kept.cast?.[0]).toEqual({ name: 'man', sex: 'male', age: 29 });
  expect(kept.cast?.[1]).toEqual({ name: 'Mara' });
});

test('looks are said as descriptions say them', () => {
  expect(lookWords('hair', '', 'bob asymmetric')).toBe('asymmetric bob');
  expect(lookWords('hairColor', '', 'brown')).toBe('brown hair');
  expect(lookWords('age', '', '65')).toBe('65 years old');
});
