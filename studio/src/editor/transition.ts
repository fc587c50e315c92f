import type { Explanation } from '../api/answers.ts';
import type { ShotDocument } from '../shot/document.ts';

/** How a keyframe's framing is reached. */
export type Reached = 'cut' | 'move';

/** What a keyframe may say of how its framing is reached; nothing leaves it to the words. */
export const TRANSITIONS = [
  ['cut', 'Cut'],
  ['move', 'Continuous'],
] as const;

/** What a keyframe may say of how a camera move that starts there gathers and loses speed. */
export const EASES = [
  ['smooth', 'Smooth'],
  ['linear', 'Even'],
  ['in', 'Starts slowly'],
  ['out', 'Arrives slowly'],
] as const;

/** Whether a keyframe cuts, by its field or as its words were understood. */
export function reachedBy(shot: ShotDocument, explanation: Explanation | undefined, index: number): Reached {
  const said = shot.keyframes[index]?.transition;
  if (said === 'cut' || said === 'move') return said;
  const understood = explanation?.shot.keyframes.length === shot.keyframes.length ? explanation.shot.keyframes[index] : undefined;
  if (understood?.transition === 'cut') return 'cut';
  // Where words leave it open, the stage decides by whether the camera could get there in time.
  const decided = explanation?.staging?.decisions.find((d) => d.keyframe === index && d.slot === 'camera.transition');
  return understood && decided?.value === 'cut' ? 'cut' : 'move';
}
