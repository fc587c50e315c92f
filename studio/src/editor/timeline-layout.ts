import { TimelineScale } from './timeline-scale.ts';

/** Where everything on the timeline stands, in pixels. */
export interface TimelineLayout {
  readonly scale: TimelineScale;
  readonly width: number;
  readonly height: number;
  /** Pixels for one of a page with the usual text size. */
  readonly unit: number;
  readonly small: boolean;
  /** The line under the keyframe marks that says what is rendered. */
  readonly ruler: number;
  readonly markY: number;
  readonly laneTop: number;
  readonly laneHeight: number;
  readonly laneGap: number;
}

/** More lanes than this are lower, so that eight people leave room for the picture. */
const TALL_LANES = 5;

/**
 * Lays the timeline out.
 *
 * @param width of the drawing
 * @param rem pixels of the page's text size
 * @param small whether it is a phone
 */
export function laidOut(width: number, rem: number, small: boolean, frames: number, lanes: number): TimelineLayout {
  const unit = rem / 16;
  const left = unit * (small ? 72 : 100);
  const right = 20;
  const top = (small ? 6 : 16) * unit;
  const ruler = top + unit * (small ? 26 : 34);
  const laneHeight = unit * (lanes > TALL_LANES ? 20 : small ? 26 : 28);
  const laneGap = lanes > TALL_LANES ? 3 : 4;
  const laneTop = ruler + 10;
  return {
    scale: new TimelineScale(frames, left, Math.max(1, width - left - right)),
    width,
    height: laneTop + 2 + Math.max(1, lanes) * (laneHeight + laneGap),
    unit,
    small,
    ruler,
    markY: ruler - 16 * Math.min(unit, 1.25),
    laneTop,
    laneHeight,
    laneGap,
  };
}
