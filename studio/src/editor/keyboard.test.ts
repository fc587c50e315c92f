import { expect, test } from '@playwright/test';
import { type Press, commandOf } from './keyboard.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held });

test('keys of the page do what the list of keys says', () => {
  const expected: readonly (readonly [Press, string])[] = [
    [press(' '), 'play'],
    [press('j'), 'backward'],
    [press('k'), 'stop'],
    [press('L'), 'forward'],
    [press('ArrowLeft'), 'frame-back'],
    [press('ArrowRight'), 'frame-on'],
    [press('ArrowLeft', { shiftKey: true }), 'keyframe-back'],
    [press('ArrowRight', { shiftKey: true }), 'keyframe-on'],
    [press('ArrowLeft', { altKey: true }), 'move-back'],
    [press('ArrowRight', { altKey: true }), 'move-on'],
    [press('Home'), 'start'],
    [press('End'), 'end'],
    [press('n'), 'add'],
    [press('d'), 'duplicate'],
    [press('Delete'), 'delete'],
    [press('Enter'), 'words'],
    [press('i'), 'in'],
    [press('o'), 'out'],
    [press('b'), 'overhead'],
    [press('?', { shiftKey: true }), 'keys'],
    [press('z', { ctrlKey: true }), 'undo'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [press('z', { metaKey: true }), 'undo'],
  ];
  for (const [p, command] of expected) expect(commandOf(p, 'page'), JSON.stringify(p)).toBe(command);
});

test('while one types no key is taken', () => {
  for (const key of ['n', ' ', 'ArrowLeft', 'Delete', '?']) expect(commandOf(press(key), 'text')).toBeUndefined();
  expect(commandOf(press('z', { ctrlKey: true }), 'text')).toBeUndefined();
});

test('on a mark arrows move it, with Shift far', () => {
  expect(commandOf(press('ArrowLeft'), 'mark')).toBe('move-back');
  expect(commandOf(press('ArrowRight', { shiftKey: true }), 'mark')).toBe('move-far-on');
  expect(commandOf(press('ArrowDown'), 'mark')).toBe('keyframe-on');
  expect(commandOf(press('ArrowDown'), 'page')).toBeUndefined();
});

test('Space and Enter press the control that has the focus', () => {
  expect(commandOf(press(' '), 'control')).toBeUndefined();
  expect(commandOf(press('Enter'), 'control')).toBeUndefined();
});

test('single letters can be switched off, other keys stay', () => {
  for (const key of ['j', 'k', 'l', 'n', 'd', 'i', 'o', 'b', '?']) expect(commandOf(press(key), 'page', false)).toBeUndefined();
  expect(commandOf(press(' '), 'page', false)).toBe('play');
  expect(commandOf(press('ArrowLeft', { altKey: true }), 'page', false)).toBe('move-back');
});

test('keys of the browser are left alone', () => {
  expect(commandOf(press('d', { ctrlKey: true }), 'page')).toBeUndefined();
  expect(commandOf(press('n', { metaKey: true }), 'page')).toBeUndefined();
  expect(commandOf(press('ArrowUp'), 'page')).toBeUndefined();
});
