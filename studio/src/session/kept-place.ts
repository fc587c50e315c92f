import type { ShotSession } from './shot-session.ts';

const KEY = 'beatboard.place';

/** Remembers where in a shot one is, so that signing in returns there. */
export function keepPlace(session: ShotSession): void {
  try {
    const place = { project: session.project.id, selected: session.selected, frame: session.playhead };
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Without storage one comes back to the start of the shot.
  }
}

/** Goes back to where one was in a shot, once. */
export function returnToPlace(session: ShotSession): void {
  try {
    const place = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as { project?: string; selected?: number; frame?: number };
    if (place.project !== session.project.id) return;
    sessionStorage.removeItem(KEY);
    session.select(Number(place.selected) || 0, false);
    session.seek(Number(place.frame) || 0);
  } catch {
    // As above.
  }
}
