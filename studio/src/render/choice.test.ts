import { expect, test } from '@playwright/test';
import type { Generation, Price, Vocabulary } from '../api/answers.ts';
import { FIRST, buttonText, choiceOf, keepChoice, keptText, optionsOf, parentOf, settled } from './choice.ts';
import { inCredits } from '../session/order.ts';
import { FILE_PRESETS, LAYER_PRESETS, namesOf, presetOf } from './formats.ts';

const VOCABULARY = {
  formats: ['mp4', 'exr', 'comp', 'tracks'],
  layers: ['beauty', 'depth', 'cryptomatte'],
  color_spaces: ['linear-rec709', 'acescg'],
  aspects: ['16:9', '9:16'],
  resolutions: [
    { name: '360p', quality: 'draft', in_plan: true },
    { name: '540p', quality: 'draft', in_plan: true },
    { name: '1080p', quality: 'final', in_plan: false },
  ],
} as unknown as Vocabulary;

const PRICE = { credits: 96, quality: 'final', width: 608, height: 1080, kept: 0, new: 288 } as unknown as Price;

test('layers and color are ordered only with the files that have them', () => {
  const choice = { ...FIRST, layers: ['depth'], colorSpace: 'acescg' };
  expect(optionsOf(choice)).toEqual({ resolution: '540p', formats: ['mp4'] });
  expect(optionsOf({ ...choice, formats: ['mp4', 'exr'] })).toEqual({
    resolution: '540p',
    formats: ['mp4', 'exr'],
    layers: ['depth'],
    colorSpaces: ['acescg'],
  });
});

test('another shape is ordered by the size that was priced', () => {
  const o = optionsOf({ ...FIRST, aspect: '9:16', queue: 'relaxed', burnIn: true }, PRICE, 'parent');
  expect(o).toMatchObject({ aspect: '9:16', size: '608x1080', queue: 'relaxed', burnIn: true, parent: 'parent' });
  expect(optionsOf(FIRST, PRICE).size).toBeUndefined();
});

test('what the service does not know or the plan does not have gives way', () => {
  const c = settled({ ...FIRST, resolution: '1080p', aspect: '3:1', formats: ['comp', 'vhs'], layers: ['xray'] }, VOCABULARY);
  expect(c).toMatchObject({ resolution: '360p', aspect: '', formats: ['mp4'], layers: [] });
  expect(settled({ ...FIRST, formats: ['comp', 'exr'] }, VOCABULARY).formats).toEqual(['comp', 'exr']);
});

test('a choice is remembered by project, and nonsense is no choice', () => {
  const kept = new Map<string, string>();
  const shelf = { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v) };
  const chosen = { ...FIRST, resolution: '360p', burnIn: true };
  keepChoice('a', chosen, shelf);
  expect(choiceOf('a', shelf)).toEqual(chosen);
  expect(choiceOf('b', shelf)).toEqual(FIRST);
  kept.set('beatboard.render.c', '{"formats":7,"queue":"later","resolution":null}');
  expect(choiceOf('c', shelf)).toEqual(FIRST);
  kept.set('beatboard.render.d', 'no json');
  expect(choiceOf('d', shelf)).toEqual(FIRST);
});

test('an order is an edit of the latest finished take of the very same size', () => {
  const take = (id: string, state: string, width: number) =>
    ({ id, state, type: 'video', render: { width, height: 1080 } }) as unknown as Generation;
  const takes = [take('running', 'processing', 608), take('wide', 'completed', 1920), take('late', 'completed', 608), take('old', 'completed', 608)];
  expect(parentOf(takes, PRICE)?.id).toBe('late');
  expect(parentOf(takes.slice(0, 2), PRICE)).toBeUndefined();
});

test('the button names the shape or the quality, and the price', () => {
  expect(buttonText({ ...FIRST, aspect: '9:16' }, 'final', PRICE)).toBe('Render 9:16, 96 credits');
  expect(buttonText(FIRST, 'final', PRICE)).toBe('Render final, 96 credits');
  expect(inCredits(1)).toBe('1 credit');
});

test('the price says from what frames are kept, or why none is', () => {
  expect(keptText({ ...PRICE, kept: 216 }, 'take 1', true)).toBe('216 frames kept from take 1');
  expect(keptText(PRICE, undefined, true)).toBe('0 frames kept, new size');
  expect(keptText(PRICE, undefined, false)).toBe('0 frames kept');
});

test('a preset is known by its names in any order, and all means all that there are', () => {
  const known = VOCABULARY.formats;
  expect(presetOf(FILE_PRESETS, ['exr', 'mp4'], known)?.id).toBe('mp4-exr');
  expect(presetOf(FILE_PRESETS, ['tracks', 'comp', 'exr', 'mp4'], known)?.label).toBe('Everything for compositing');
  expect(presetOf(FILE_PRESETS, ['tracks'], known)).toBeUndefined();
  expect(namesOf(FILE_PRESETS[3] ?? { id: '', label: '' }, known)).toEqual(known);
  expect(presetOf(LAYER_PRESETS, [], VOCABULARY.layers)?.id).toBe('plain');
});
