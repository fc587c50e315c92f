import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { frameOf } from '../shot/timecode.ts';
import { beatsOf, isBeat, lengthOf, sentencesOf, storyboard, timedLine } from './beats.ts';

const words = (text: string) => storyboard(text).shot.keyframes.map((k) => k.prompt);
const times = (text: string) => storyboard(text).shot.keyframes.map((k) => k.at);

test('the beats of a sentence become keyframes', () => {
  expect(
    words('Medium shot, man in a navy suit walks toward camera, office corridor, even pace. He stops, looks at his watch and frowns.'),
  ).toEqual([
    'Medium shot, man in a navy suit walks toward camera, office corridor, even pace.',
    'He stops.',
    'He looks at his watch.',
    'He frowns.',
  ]);
});

test('a description stays with its moment', () => {
  expect(words('Interior, day. A man in a red sweater waits. Soft light from the left. He is tired.')).toEqual([
    'Interior, day. A man in a red sweater waits. Soft light from the left. He is tired.',
  ]);
  expect(words('Wide shot of a kitchen, window light.')).toEqual(['Wide shot of a kitchen, window light.']);
});

test('what goes on at once is one beat', () => {
  expect(beatsOf('She sits and reads.')).toEqual(['She sits and reads.']);
  expect(beatsOf('He smiles while walking, hands in his pockets.')).toHaveLength(1);
});

test('then begins a beat, also with a subject of its own', () => {
  expect(beatsOf('A man walks in, then Mara turns around.')).toEqual(['A man walks in.', 'Mara turns around.']);
  expect(beatsOf('They talk, stop and walk off.')).toEqual(['They talk.', 'They stop.', 'They walk off.']);
});

test('what is said is never split', () => {
  expect(beatsOf('She says "I came, saw and left." and smiles.')).toEqual(['She says "I came, saw and left."', 'She smiles.']);
  expect(sentencesOf('He says "Stop. Wait here." She nods.')).toEqual(['He says "Stop. Wait here."', 'She nods.']);
});

test('sentences end at full stops, not in numbers, names or abbreviations', () => {
  expect(sentencesOf('Lens at f/2.8, 3.5 m away. Dr. Okafor speaks. She nods!')).toEqual([
    'Lens at f/2.8, 3.5 m away.',
    'Dr. Okafor speaks.',
    'She nods!',
  ]);
});

test('a camera cue begins a moment', () => {
  expect(words('A woman types at a desk. Cut to a close-up of her hands. Slow push in.')).toHaveLength(3);
  expect(isBeat('Close-up on her face')).toBe(true);
  expect(isBeat('Golden hour light')).toBe(false);
});

test('times of a list are kept', () => {
  const list = '0:00 wide shot, a man enters\n0:03.5 he stops\n0:08 - close-up, he smiles';
  expect(times(list)).toEqual(['0s', '3.5s', '8s']);
  expect(words(list)).toEqual(['wide shot, a man enters', 'he stops', 'close-up, he smiles']);
});

test('times are read in every usual way', () => {
  const at = (line: string) => timedLine(line)?.at;
  expect(at('3.5s: he stops')).toBe(3.5);
  expect(at('at 3 s he stops')).toBe(3);
  expect(at('[0:04] he stops')).toBe(4);
  expect(at('1. 0:02 - he stops')).toBe(2);
  expect(at('00:00:02:12 he stops')).toBe(2.5);
  expect(at('(2s) he stops')).toBe(2);
  expect(at('60f he stops')).toBe(2.5);
  expect(at('500ms he stops')).toBe(0.5);
  expect(timedLine('0-3s: he walks')).toEqual({ at: 0, until: 3, words: 'he walks' });
  expect(timedLine('Shot 2: 0:03 to 0:06 he stops')).toEqual({ at: 3, until: 6, words: 'he stops' });
  expect(at('2 women talk')).toBeUndefined();
  expect(at('A man of 40 s')).toBeUndefined();
});

test('ranges say how long the clip is', () => {
  const { shot } = storyboard('0-3s: he walks\n3-7s: he stops');
  expect(shot.duration).toBe('7s');
  expect(shot.keyframes.map((k) => k.at)).toEqual(['0s', '3s']);
});

test('a list that is out of order is put in order', () => {
  expect(times('4s: b walks\n0s: a waits')).toEqual(['0s', '4s']);
});

test('moments after the end of a clip are named', () => {
  const { shot, notices } = storyboard('0:00 a\n0:10 b\n0:40 c\n1:00 d');
  expect(shot.keyframes).toHaveLength(2);
  expect(notices.join(' ')).toContain('2 moments are after 20 s');
});

test('numbered lists, points and headings', () => {
  const list = 'The handover:\n1. Wide, he walks in\n2. He stops, looks around\n   and waits\n3) Mara nods';
  expect(words(list)).toEqual(['Wide, he walks in', 'He stops, looks around. and waits', 'Mara nods']);
  expect(storyboard(list).shot.title).toBe('The handover');
  expect(words('- one walks\n• two sits')).toHaveLength(2);
  expect(words('Shot 1: he walks\nShot 2: she sits')).toEqual(['he walks', 'she sits']);
});

test('lines without marks are moments', () => {
  expect(words('Wide shot, a man walks in\nHe sits down\nHe smiles')).toHaveLength(3);
});

test('seventeen moments are joined to sixteen, and no word is lost', () => {
  const text = Array.from({ length: 20 }, (_, i) => `He nods at person${i}.`).join(' ');
  const { shot, notices } = storyboard(text);
  expect(shot.keyframes).toHaveLength(16);
  expect(notices).toHaveLength(1);
  for (let i = 0; i < 20; i++) expect(shot.keyframes.map((k) => k.prompt).join(' ')).toContain(`person${i}.`);
  expect(Number(shot.duration.replace('s', ''))).toBeLessThanOrEqual(20);
});

test('moments last two to four seconds, lines as long as they take', () => {
  expect(lengthOf('He nods.')).toBe(2);
  expect(lengthOf('He walks slowly toward the camera.')).toBe(4);
  expect(lengthOf('She says "I never thought that I would ever see you again in this town."')).toBeGreaterThan(4);
});

test('nothing, blanks and ten megabytes are no trouble', () => {
  expect(words('')).toEqual(['']);
  expect(words('  \n ')).toEqual(['']);
  const started = Date.now();
  const { notices, shot } = storyboard('He walks, stops and waves. '.repeat(400_000));
  expect(Date.now() - started).toBeLessThan(3000);
  expect(shot.keyframes).toHaveLength(16);
  expect(notices.length).toBeGreaterThan(0);
});

test('every public prompt becomes a storyboard that the service takes', () => {
  let text: string;
  try {
    text = readFileSync('/work/shared/prompts/public.tsv', 'utf8');
  } catch {
    test.skip(true, 'The prompts are not on this machine.');
    return;
  }
  const prompts = text.split('\n').slice(1).map((l) => l.split('\t')[2] ?? '').filter(Boolean);
  for (const p of prompts) {
    const { shot } = storyboard(p);
    const frames = shot.keyframes.map((k) => frameOf(k.at, { numerator: 24, denominator: 1 }) ?? -1);
    expect(frames.length, p).toBeGreaterThan(0);
    expect(frames.length, p).toBeLessThanOrEqual(16);
    expect(frames[0], p).toBe(0);
    for (let i = 1; i < frames.length; i++) expect(frames[i], p).toBeGreaterThan(frames[i - 1] ?? 0);
    const letters = (s: string) => s.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const all = shot.keyframes.map((k) => k.prompt).join(' ');
    for (const w of p.split(/\s+/)) {
      const bare = letters(w);
      if (bare && !/^(and|then|before|next|finally|suddenly|after|that|afterwards?)$/.test(bare)) expect(letters(all), p).toContain(bare);
    }
  }
});
