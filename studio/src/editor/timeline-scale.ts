import { type FrameRate, framesPerSecond, timecode } from '../shot/timecode.ts';

/** How near, in pixels, a dragged mark must come to something to snap to it. */
export const SNAP_REACH = 6;

/** Where frames stand on the timeline: the clip from its first frame to the end of its last. */
export class TimelineScale {
  /**
   * @param frames of the clip
   * @param left where frame 0 begins, in pixels
   * @param width from the beginning of frame 0 to the end of the last one
   */
  constructor(
    readonly frames: number,
    readonly left: number,
    readonly width: number,
  ) {}

  /** Where a frame begins. */
  x(frame: number): number {
    return this.left + (frame / this.frames) * this.width;
  }

  /** A place in frames, between two of them where it is; always in the clip. */
  between(x: number): number {
    return Math.min(Math.max(((x - this.left) / this.width) * this.frames, 0), this.frames - 1);
  }

  /** The frame whose beginning is nearest to a place; always one of the clip. */
  frame(x: number): number {
    return Math.round(this.between(x));
  }

  /** How many frames a number of pixels covers. */
  framesIn(pixels: number): number {
    return (pixels / this.width) * this.frames;
  }
}

/** A line of the ruler. */
export interface Tick {
  readonly frame: number;
  readonly label?: string;
}

/** Seconds between labels; the first that leaves enough room is taken. */
const STEPS = [1, 2, 5, 10, 20];

/**
 * The ruler: one line a second, with times as far apart as they can be read.
 *
 * @param room pixels that a label needs
 */
export function ticks(scale: TimelineScale, rate: FrameRate, room: number): readonly Tick[] {
  const second = Math.round(framesPerSecond(rate));
  const step = STEPS.find((s) => scale.x(s * second) - scale.x(0) >= room) ?? STEPS.at(-1)!;
  const all: Tick[] = [];
  for (let s = 0; s * second <= scale.frames; s++) {
    const frame = s * second;
    all.push(s % step === 0 ? { frame, label: timecode(frame, rate) } : { frame });
  }
  return all;
}

/**
 * The frame on which a dragged mark comes to stand: the nearest of some frames if it is near enough, else the nearest.
 *
 * @param place of the pointer in frames, between two of them where it is
 * @param to frames that draw a mark to them
 * @param reach in frames
 */
export function snapped(place: number, to: readonly number[], reach: number): number {
  const near = to.filter((t) => Math.abs(t - place) <= reach);
  if (near.length === 0) return Math.round(place);
  return near.reduce((best, t) => (Math.abs(t - place) < Math.abs(best - place) ? t : best));
}
