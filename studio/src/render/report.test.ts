import { expect, test } from '@playwright/test';
import { askedText, rowsOf, stateOf, tally } from './report.ts';

const fact = (slot: string, asked: string, measured: string, status: string) => ({ slot, asked, measured, status });

test('what is there in part is not the same as what is missing', () => {
  expect(stateOf(fact('woman.expression', 'smile', '70.1 % of it on the face', 'missed'))).toBe('in part');
  expect(stateOf(fact('woman.expression', 'smile', '4 % of it on the face', 'missed'))).toBe('not done');
  expect(stateOf(fact('woman.action.wave.start', 'seen within 3 frames', 'the hand is seen to move at frame +9', 'missed'))).toBe('in part');
  expect(stateOf(fact('woman.action.wave.start', 'seen within 3 frames', 'does not move', 'missed'))).toBe('not done');
  expect(stateOf(fact('camera.size', 'medium', 'wide', 'missed'))).toBe('not done');
  expect(stateOf(fact('camera.size', 'medium', '', 'unmeasured'))).toBe('not measured');
});

test('what holds, begins and is finished counts as held', () => {
  const facts = ['holds', 'begins', 'finished', 'missed', 'unmeasured'].map((s) => fact('camera.size', 'medium', 'wide', s));
  expect(tally(facts)).toEqual({ asked: 5, hold: 3, inPart: 0, notDone: 1, unmeasured: 1 });
});

test('what was staged stands beside what it was staged for, and what nobody asked for by itself', () => {
  const rows = rowsOf({
    frame: 0,
    timecode: '00:00:00:00',
    asked: '',
    understood: '',
    staged: ['camera.size: 50 mm at 2.2 m (by the lens)', 'camera.side: 10 degrees round (the straight place is blocked)'],
    facts: [fact('camera.size', 'medium', 'medium', 'holds'), fact('Daniel.posture', 'standing', 'thighs 9 degrees', 'holds')],
  });
  expect(rows.map((r) => [r.asked, r.staged, r.state])).toEqual([
    ['medium', '50 mm at 2.2 m (by the lens)', 'holds'],
    ['Daniel: standing', '', 'holds'],
    ['camera side', '10 degrees round (the straight place is blocked)', undefined],
  ]);
});

test('what the report says itself is shown as it is', () => {
  const said = { ...fact('woman.expression', 'smile', '70.1 % of it on the face', 'missed'), state: 'not-done', staged: 'smile 100 %, from frame 48 to 60' };
  const [row, other] = rowsOf({
    frame: 48,
    timecode: '00:00:02:00',
    asked: '',
    understood: '',
    staged: ['woman.expression: at half strength (talks)'],
    facts: [said, { ...fact('woman.posture', 'standing', 'thighs 9 degrees', 'holds'), state: 'holds', staged: '' }],
  });
  expect(row).toMatchObject({ state: 'not done', staged: 'smile 100 %, from frame 48 to 60; at half strength (talks)', said: true });
  expect(other).toMatchObject({ state: 'holds', staged: '', said: true });
  expect(stateOf({ ...said, state: 'in-part' })).toBe('in part');
});

test('slots are said for people', () => {
  expect(askedText(fact('Daniel.action.wave.start', 'seen within 3 frames', '', 'begins'))).toBe('Daniel, wave: seen within 3 frames');
  expect(askedText(fact('camera.start', 'sets off on the frame', '', 'begins'))).toBe('camera start: sets off on the frame');
});
