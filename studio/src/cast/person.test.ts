import { expect, test } from '@playwright/test';
import { findable, inWords, lookOf, ownFacts, withLook } from './person.ts';

const DANIEL = {
  name: 'Daniel',
  description: 'tall man in a navy suit',
  image: 'upload:1',
  sex: 'male',
  age: 35,
  build: 'average',
  stature: 'tall',
  heritage: 'caucasian',
  hair: { style: 'short', color: { name: 'black', srgb: '#15120f' } },
  wardrobe: [{ kind: 'suit', color: { name: 'navy', srgb: '#1f2a44' } }],
};

test('An entry in words has no look of its own', () => {
  expect(lookOf({ name: 'Daniel', description: 'tall' })).toBeUndefined();
  expect(lookOf({ ...DANIEL, hair: undefined })).toBeUndefined();
});

test('A look is written as a whole and read as it was', () => {
  const look = lookOf(DANIEL);
  expect(look).toMatchObject({ stature: 'tall', hairStyle: 'short', face: 'none' });
  expect(withLook(inWords(DANIEL), look!)).toEqual(DANIEL);
});

test('Short forms of hair, garments and colors are read, too', () => {
  const look = lookOf({ ...DANIEL, hair: 'bald', wardrobe: ['jeans', { kind: 'coat', color: '#AABBCC' }] });
  expect(look).toMatchObject({ hairStyle: 'bald', hairColor: undefined });
  expect(look?.wardrobe).toEqual([{ kind: 'jeans' }, { kind: 'coat', color: { name: '#AABBCC', srgb: '#aabbcc' } }]);
});

test('Going back to words keeps the words and what else is said', () => {
  expect(inWords(DANIEL)).toEqual({ name: 'Daniel', description: 'tall man in a navy suit', image: 'upload:1' });
});

test('Only facts that differ from the words are a choice of their own', () => {
  const read = lookOf(DANIEL)!;
  expect(ownFacts(read, read)).toEqual({});
  expect(ownFacts({ ...read, stature: 'short' }, read)).toEqual({ stature: 'short' });
  const renamed = { ...read, hairColor: { name: 'jet black', srgb: '#15120f' } };
  expect(ownFacts(renamed, read)).toEqual({});
});

test('People are found by name, words, hair and clothes', () => {
  const { description: _, ...plain } = DANIEL;
  for (const words of ['daniel', 'black short hair', 'navy suit']) expect(findable(plain)).toContain(words);
});
