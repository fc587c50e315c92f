import type { Playhead } from './playhead.ts';

/** Things that have their own use for arrows and the space bar. */
const OWN_KEYS = 'input:not([type=checkbox]):not([type=radio]),textarea,select,[contenteditable],dialog,.wipe-line';
const PRESSED_BY_SPACE = 'button,a,summary,input,label';

/**
 * Does what a key means for a player: Space, J K L, arrows, Shift with them for keyframes, Home and End.
 *
 * @param keyframes the frames that Shift with arrows goes to
 * @param letters whether single letters count; they can be switched off
 * @returns whether the key meant something
 */
export function playerKey(e: KeyboardEvent, head: Playhead, keyframes: readonly number[], letters = true): boolean {
  const within = (what: string) => (e.target as Partial<Element> | null)?.closest?.(what) != null;
  if (e.ctrlKey || e.metaKey || e.altKey || within(OWN_KEYS)) return false;
  if (!letters && /^[a-z]$/i.test(e.key)) return false;
  const step = (by: number) => {
    head.play(0);
    head.seek(head.frame + by);
  };
  switch (e.key) {
    case ' ':
      if (within(PRESSED_BY_SPACE)) return false;
      head.toggle();
      break;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const by = e.key === 'ArrowLeft' ? -1 : 1;
      if (e.shiftKey) toKeyframe(head, keyframes, by);
      else step(by);
      break;
    }
    case 'Home':
      head.seek(0);
      break;
    case 'End':
      head.seek(head.frames - 1);
      break;
    case 'j':
    case 'J':
      head.shuttle(-1);
      break;
    case 'k':
    case 'K':
      head.play(0);
      break;
    case 'l':
    case 'L':
      head.shuttle(1);
      break;
    default:
      return false;
  }
  e.preventDefault();
  return true;
}

/** Goes to the keyframe before or after, or to the end of the take. */
export function toKeyframe(head: Playhead, keyframes: readonly number[], direction: -1 | 1): void {
  head.play(0);
  const next = direction > 0 ? keyframes.find((f) => f > head.frame) : [...keyframes].reverse().find((f) => f < head.frame);
  head.seek(next ?? (direction > 0 ? head.frames - 1 : 0));
}
