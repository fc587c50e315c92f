import type { ShotSession } from '../session/shot-session.ts';
import { go } from '../shell/route.ts';
import { say } from '../shell/say.ts';
import { MOST_KEYFRAMES, type ShotDocument } from '../shot/document.ts';
import {
  type Edited,
  addKeyframe,
  closestPair,
  deleteKeyframe,
  duplicateKeyframe,
  mergeWithNext,
  moveKeyframe,
  room,
} from '../shot/edits.ts';

/** Asks for the words of the selected keyframe to be written: the direction panel listens on the document. */
export const WORDS = 'bb-words';

/** Asks for the list of all keys: the transport listens on the document. */
export const KEYS = 'bb-keys';

/** Asks for the dialog of links for review: it listens on the document. */
export const SHARE = 'bb-share';

/** Sets the caret into the words of the selected keyframe. */
export function writeWords(): void {
  document.dispatchEvent(new Event(WORDS));
}

/** Adds a keyframe at the playhead, or on the first free frame after it, and asks for its words. */
export function addAtPlayhead(session: ShotSession): void {
  if (added(session, (shot) => addKeyframe(shot, session.playhead))) writeWords();
}

/** Adds a copy of a keyframe on the next free frame. */
export function duplicate(session: ShotSession, index = session.selected): void {
  added(session, (shot) => duplicateKeyframe(shot, index));
}

/** Takes a keyframe away. */
export function remove(session: ShotSession, index = session.selected): void {
  const hindrance = session.edit((shot) => deleteKeyframe(shot, index));
  if (hindrance) return say(hindrance);
  session.seek(session.frameOf());
  say('Keyframe deleted. Ctrl Z brings it back.', { label: 'Undo', run: () => session.undo() });
}

/** Moves a keyframe by some frames, as far as its neighbors let it; in quick succession that is one step of undo. */
export function nudge(session: ShotSession, frames: number, index = session.selected): void {
  const to = session.frameOf(index) + frames;
  const hindrance = session.edit((shot) => moveKeyframe(shot, index, to), `move:${index}`);
  if (hindrance) return say(hindrance);
  session.seek(session.frameOf(index));
}

/** Joins a keyframe with the one after it. */
export function merge(session: ShotSession, index: number): void {
  const hindrance = session.edit((shot) => mergeWithNext(shot, index));
  if (hindrance) return say(hindrance);
  session.seek(session.frameOf());
  say(`Keyframes ${index + 1} and ${index + 2} are one now.`, { label: 'Undo', run: () => session.undo() });
}

/** Selects the first keyframe after the playhead (1), or the last one before it (-1). */
export function step(session: ShotSession, direction: 1 | -1): void {
  const all = session.shot.keyframes.map((_, i) => i);
  const to =
    direction > 0
      ? all.find((i) => session.frameOf(i) > session.playhead)
      : all.findLast((i) => session.frameOf(i) < session.playhead);
  session.play(0);
  session.select(to ?? (direction > 0 ? all.length - 1 : 0));
}

/** Plays from the playhead, from the start if it is at the end; or stops. */
export function togglePlay(session: ShotSession): void {
  if (session.speed !== 0) return session.play(0);
  const [from, to] = session.range;
  if (session.playhead >= to || session.playhead < from) session.seek(from);
  session.play(1);
}

/** The speed after another press of J (-1) or L (1): once, twice, four times. */
export function shuttled(speed: number, direction: 1 | -1): number {
  if (speed * direction <= 0) return direction;
  return direction * Math.min(4, Math.abs(speed) * 2);
}

/** Plays forward or back, and faster each time. */
export function shuttle(session: ShotSession, direction: 1 | -1): void {
  const [from, to] = session.range;
  if (session.speed === 0 && direction > 0 && session.playhead >= to) session.seek(from);
  if (session.speed === 0 && direction < 0 && session.playhead <= from) session.seek(to);
  session.play(shuttled(session.speed, direction));
}

/** Begins the range at the playhead; there already, the range is taken away. */
export function markIn(session: ShotSession): void {
  const [from, to] = session.range;
  const at = session.playhead;
  if (session.hasRange && at === from) return session.setRange(undefined);
  session.setRange([at, at < to ? to : session.frames - 1]);
}

/** Ends the range at the playhead; there already, the range is taken away. */
export function markOut(session: ShotSession): void {
  const [from, to] = session.range;
  const at = session.playhead;
  if (session.hasRange && at === to) return session.setRange(undefined);
  session.setRange([at > from ? from : 0, at]);
}

/** Looks from above, or through the lens again. */
export function toggleOverhead(session: ShotSession): void {
  // Under a link for review there is no other address for it.
  if (session.readOnly) return session.setView({ mode: session.view.mode === 'overhead' ? 'lens' : 'overhead' });
  go(`/edit/${session.project.id}${session.view.mode === 'overhead' ? '' : '/overhead'}`);
}

function added(session: ShotSession, edit: (shot: ShotDocument) => Edited): boolean {
  const before = session.shot.keyframes.length;
  const hindrance = session.edit(edit);
  if (!hindrance) {
    session.select(session.selected);
    return true;
  }
  if (before < MOST_KEYFRAMES || session.readOnly) {
    say(hindrance);
    return false;
  }
  const pair = closestPair(session.shot);
  const [first] = room(session.shot, pair + 1);
  const apart = session.frameOf(pair + 1) - first + 1;
  say(`${hindrance} Keyframes ${pair + 1} and ${pair + 2} are the closest, ${apart} frames apart.`, {
    label: `Merge ${pair + 1} and ${pair + 2}`,
    run: () => merge(session, pair),
  });
  return false;
}
