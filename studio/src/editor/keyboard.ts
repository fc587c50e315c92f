import type { ShotSession } from '../session/shot-session.ts';
import * as does from './commands.ts';

/** What a key asks for. */
export type Command =
  | 'play' | 'stop' | 'forward' | 'backward'
  | 'frame-back' | 'frame-on' | 'keyframe-back' | 'keyframe-on'
  | 'move-back' | 'move-on' | 'move-far-back' | 'move-far-on'
  | 'start' | 'end' | 'add' | 'duplicate' | 'delete' | 'words' | 'in' | 'out' | 'overhead' | 'undo' | 'redo' | 'keys';

/** What of a key press counts. */
export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where the focus is: it decides what plain arrows, Space and Enter mean. */
export type Place = 'page' | 'mark' | 'control' | 'text';

/** Frames that Shift with an arrow moves a focused mark. */
export const FAR = 12;

const LETTERS: Readonly<Record<string, Command>> = {
  j: 'backward', k: 'stop', l: 'forward', n: 'add', d: 'duplicate', i: 'in', o: 'out', b: 'overhead', '?': 'keys',
};

/**
 * What a key press asks for, if anything.
 *
 * @param letters whether single letters count; they can be switched off (WCAG 2.1.4)
 */
export function commandOf(press: Press, place: Place, letters = true): Command | undefined {
  if (place === 'text') return undefined;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const back = key === 'ArrowLeft';
  const arrow = back || key === 'ArrowRight';
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey) return undefined;
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    return key === 'y' && press.ctrlKey && !press.shiftKey ? 'redo' : undefined;
  }
  if (press.altKey) return arrow && !press.shiftKey ? (back ? 'move-back' : 'move-on') : undefined;
  if (arrow && place === 'mark') {
    if (press.shiftKey) return back ? 'move-far-back' : 'move-far-on';
    return back ? 'move-back' : 'move-on';
  }
  if (arrow) {
    if (press.shiftKey) return back ? 'keyframe-back' : 'keyframe-on';
    return back ? 'frame-back' : 'frame-on';
  }
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown':
      return place === 'mark' ? (key === 'ArrowUp' ? 'keyframe-back' : 'keyframe-on') : undefined;
    case ' ':
      return place === 'control' ? undefined : 'play';
    case 'Enter':
      return place === 'control' ? undefined : 'words';
    case 'Home':
      return 'start';
    case 'End':
      return 'end';
    case 'Delete':
    case 'Backspace':
      return 'delete';
    default:
      return letters && (key === '?' || !press.shiftKey) ? LETTERS[key] : undefined;
  }
}

/** Where the focus is. */
export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('textarea, select, [contenteditable=""], [contenteditable=true]')) return 'text';
  const input = target.closest('input');
  if (input) return input.type === 'checkbox' || input.type === 'radio' || input.type === 'button' ? 'control' : 'text';
  if (target.closest('[data-keyframe-mark]')) return 'mark';
  if (target.closest('button, a, summary, [role=button], [role=menuitem], [role=tab]')) return 'control';
  return 'page';
}

const KEY = 'beatboard.single-keys';

/** Whether single letters are keys, as this browser remembers it. */
export function singleKeys(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches single letters on or off. */
export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Without storage there is nothing to remember; letters stay keys.
  }
}

/** Hears all keys of the editor's page while it is shown. */
export class Keyboard {
  readonly #pressed = (e: KeyboardEvent) => this.#press(e);

  constructor(private readonly session: ShotSession) {
    document.addEventListener('keydown', this.#pressed);
  }

  close(): void {
    document.removeEventListener('keydown', this.#pressed);
  }

  #press(e: KeyboardEvent): void {
    // Somebody nearer has used the key, or the page is behind a dialog or an open panel.
    if (e.defaultPrevented || e.isComposing || document.querySelector('dialog[open], [popover]:popover-open')) return;
    const place = placeOf(e.target);
    if (place === 'text') {
      if (e.key === 'Escape' && e.target instanceof HTMLElement) e.target.blur();
      return;
    }
    const command = commandOf(e, place, singleKeys());
    if (!command) return;
    e.preventDefault();
    this.#do(command, e.repeat);
  }

  #do(command: Command, repeated: boolean): void {
    const s = this.session;
    switch (command) {
      case 'play':
        return repeated ? undefined : does.togglePlay(s);
      case 'stop':
        return s.play(0);
      case 'forward':
        return repeated ? undefined : does.shuttle(s, 1);
      case 'backward':
        return repeated ? undefined : does.shuttle(s, -1);
      case 'frame-back':
      case 'frame-on':
        s.play(0);
        return s.seek(s.playhead + (command === 'frame-on' ? 1 : -1));
      case 'keyframe-back':
        return does.step(s, -1);
      case 'keyframe-on':
        return does.step(s, 1);
      case 'move-back':
        return does.nudge(s, -1);
      case 'move-on':
        return does.nudge(s, 1);
      case 'move-far-back':
        return does.nudge(s, -FAR);
      case 'move-far-on':
        return does.nudge(s, FAR);
      case 'start':
        return s.seek(0);
      case 'end':
        return s.seek(s.frames - 1);
      case 'add':
        return repeated ? undefined : does.addAtPlayhead(s);
      case 'duplicate':
        return repeated ? undefined : does.duplicate(s);
      case 'delete':
        return repeated ? undefined : does.remove(s);
      case 'words':
        return does.writeWords();
      case 'in':
        return does.markIn(s);
      case 'out':
        return does.markOut(s);
      case 'overhead':
        return does.toggleOverhead(s);
      case 'undo':
        return s.undo();
      case 'redo':
        return s.redo();
      case 'keys':
        document.dispatchEvent(new Event(does.KEYS));
        return;
    }
  }
}
