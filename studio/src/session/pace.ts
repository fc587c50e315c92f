/** How many new frames of a rendering were drawn at a moment, in milliseconds of `Date.now()`. */
export interface Sample {
  readonly at: number;
  readonly done: number;
}

/** How many frames a rendering has, has drawn or kept, and has kept. */
export interface FrameCount {
  readonly total: number;
  readonly done: number;
  readonly kept: number;
}

/** What is longer ago says little of how fast it goes now, in milliseconds. */
const WINDOW = 30_000;
/** Fewer frames than these, or a shorter time, say too little. */
const ENOUGH_FRAMES = 2;
const ENOUGH_TIME = 1500;
/** When no frame came for so many times as long as one takes, and for some seconds, nobody knows any more. */
const PATIENCE = 4;
const PATIENCE_TIME = 15_000;

/** The new frames that are drawn; kept ones are delivered first and are not work. */
export function newFrames(frames: FrameCount): number {
  return Math.max(0, frames.done - frames.kept);
}

/** Adds a sample, without those that are too long ago. */
export function sampled(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  // Before the first frame the set is dressed; how long that takes says nothing of the frames.
  if (sample.done === 0 || (last && (sample.done <= last.done || sample.at <= last.at))) return samples;
  const kept = samples.filter((s, i) => sample.at - s.at <= WINDOW || i === samples.length - 1);
  return [...kept, sample];
}

/**
 * The seconds until all frames are drawn, from how fast they lately came.
 *
 * @returns undefined while too little is known
 */
export function secondsLeft(samples: readonly Sample[], frames: FrameCount, now: number): number | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last) return undefined;
  const drawn = last.done - first.done;
  const time = last.at - first.at;
  if (drawn < ENOUGH_FRAMES || time < ENOUGH_TIME) return undefined;
  const silent = now - last.at;
  if (silent > PATIENCE_TIME && silent > (PATIENCE * time) / drawn) return undefined;
  const left = Math.max(0, frames.total - frames.kept - last.done);
  // While no frame comes the estimate does not stand still, and falls to zero at most.
  return Math.max(0, ((left * time) / drawn - silent) / 1000);
}

/** A duration for people: `25 s`, `4 min`, `1 h 10 min`. */
export function duration(seconds: number): string {
  const s = Math.max(1, Math.round(seconds));
  if (s < 100) return `${s} s`;
  const minutes = Math.round(s / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
