import { expect, test } from '@playwright/test';
import { bestSet, filmable, fits, settings, shotOf, whereabouts } from './prop.ts';

const FRIDGE = { name: 'fridge', sets: ['kitchen'], brought: true };
const STOVE = { name: 'stove', sets: ['kitchen'], brought: false };
const BOTTLE = { name: 'bottle', sets: [], brought: true };

test('What no set has and nobody brings is not listed, nor is the bare room', () => {
  const pen = { name: 'pen', sets: [], brought: false };
  const wall = { name: 'wall', sets: ['kitchen'], brought: false };
  expect(filmable([FRIDGE, pen, STOVE, wall, BOTTLE])).toEqual([FRIDGE, STOVE, BOTTLE]);
});

test('A thing is found by its name, by what is done with it and by its sets', () => {
  expect(fits(FRIDGE, 'FRI')).toBe(true);
  expect(fits(FRIDGE, 'look kitchen')).toBe(true);
  expect(fits(BOTTLE, 'picks bottle')).toBe(true);
  expect(fits(BOTTLE, 'kitchen')).toBe(false);
  expect(fits({ name: 'desk', sets: ['meeting-room'], brought: true }, 'meeting room')).toBe(true);
});

test('It is said where a thing is', () => {
  expect(whereabouts(STOVE)).toBe('In: kitchen.');
  expect(whereabouts(FRIDGE)).toBe('In: kitchen. Brought to any other.');
  expect(whereabouts(BOTTLE)).toBe('Brought to any set.');
});

test('A thing is filmed where it is, and elsewhere only if it is brought', () => {
  const all = ['office', 'kitchen', 'studio'];
  expect(settings(STOVE, all)).toEqual(['kitchen']);
  expect(settings(FRIDGE, all)).toEqual(['kitchen', 'office', 'studio']);
  expect(bestSet({ name: 'unheard-of', sets: [], brought: true })).toBe('studio');
});

test('A shot of a thing frames it by name', () => {
  expect(shotOf('coffee-machine', 'cafe')).toMatchObject({ set: 'cafe', keyframes: [{ prompt: 'Full shot of the coffee machine.' }] });
  expect(shotOf('street-lamp', 'street-night').keyframes[0]).toMatchObject({ camera: { mark: { x: -1.5, z: 9 } } });
  expect(shotOf('street-lamp', 'studio').keyframes[0]).not.toHaveProperty('camera');
  expect(shotOf('cup', 'kitchen').keyframes[0]?.prompt).toContain('the cup');
});
