import type { Price } from '../api/answers.ts';
import { DRAFT, FINAL } from '../session/pricer.ts';
import type { ShotSession } from '../session/shot-session.ts';

/**
 * The price whose frames the timeline shows: the final's, else the draft's, of those that keep frames of an earlier take
 * if there is one.
 */
export function shownPrice(session: ShotSession): Price | undefined {
  const prices = [session.price(FINAL), session.price(DRAFT)].filter((p) => p !== undefined);
  return prices.find((p) => p.kept > 0) ?? prices[0];
}

/** Stretches of frames that rendering would draw, as first frame and the frame after the last; all if nobody knows. */
export function newFrames(session: ShotSession): readonly (readonly [number, number])[] {
  const price = shownPrice(session);
  if (!price) return [[0, session.frames]];
  return price.ranges
    .map((r) => [Math.max(0, r.from), Math.min(session.frames, r.to + 1)] as const)
    .filter(([from, to]) => from < to);
}
