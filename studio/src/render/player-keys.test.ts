import { expect, test } from '@playwright/test';
import { playerKey, toKeyframe } from './player-keys.ts';
import { Playhead } from './playhead.ts';

function head(frames = 100): Playhead {
  const h = new Playhead();
  h.setFrames(frames);
  return h;
}

const key = (k: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key: k, target: null, preventDefault: () => undefined, ...more }) as unknown as KeyboardEvent;

test('J and L double the speed in their direction, K stands', () => {
  const h = head();
  for (const [k, speed] of [['l', 1], ['l', 2], ['l', 4], ['l', 4], ['j', -1], ['j', -2], ['k', 0]] as const) {
    playerKey(key(k), h, []);
    expect(h.speed).toBe(speed);
  }
});

test('arrows step by frames and stay in the take; Shift goes to keyframes', () => {
  const h = head();
  playerKey(key('ArrowLeft'), h, []);
  expect(h.frame).toBe(0);
  playerKey(key('ArrowRight'), h, []);
  expect(h.frame).toBe(1);
  playerKey(key('ArrowRight', { shiftKey: true }), h, [0, 24, 60]);
  expect(h.frame).toBe(24);
  toKeyframe(h, [0, 24, 60], 1);
  toKeyframe(h, [0, 24, 60], 1);
  expect(h.frame).toBe(99);
  playerKey(key('Home'), h, []);
  expect(h.frame).toBe(0);
});

test('keys with Ctrl, Alt or Meta are the browser’s', () => {
  const h = head();
  expect(playerKey(key('l', { ctrlKey: true }), h, [])).toBe(false);
  expect(h.speed).toBe(0);
});

test('single letters can be switched off', () => {
  const h = head();
  expect(playerKey(key('l'), h, [], false)).toBe(false);
  expect(playerKey(key(' '), h, [], false)).toBe(true);
  expect(h.speed).toBe(1);
});

test('at the end it begins anew only if it loops', () => {
  const h = head();
  h.seek(99);
  h.play(1);
  expect(h.frame).toBe(0);
  h.ended();
  expect(h.speed).toBe(0);
  h.setLoop(true);
  h.seek(99);
  h.play(1);
  h.seek(99);
  h.ended();
  expect([h.frame, h.speed]).toEqual([0, 1]);
});
