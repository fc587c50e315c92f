import { type FrameRate, frameOf, frameRate, framesPerSecond } from './timecode.ts';

/** The most keyframes that a clip holds. */
export const MOST_KEYFRAMES = 16;
/** The most characters of a prompt that the service reads. */
export const LONGEST_PROMPT = 4000;
/** The longest clip, in seconds. */
export const LONGEST_SECONDS = 20;

/** Who or what is looked at, framed or gone to. */
export type Target =
  | string
  | { readonly person: string }
  | { readonly thing: string }
  | { readonly direction: string; readonly own?: boolean };

/** What a keyframe says of the camera, as fields. */
export interface CameraFields {
  readonly size?: string;
  readonly composition?: string;
  readonly subjects?: readonly Target[] | Target;
  readonly foreground?: string;
  readonly angle?: string;
  readonly side?: string;
  readonly lens?: number;
  readonly 'f-number'?: number;
  readonly dutch?: boolean;
  readonly support?: string;
  readonly move?: { readonly kind: string; readonly pace?: string; readonly degrees?: number };
  readonly [other: string]: unknown;
}

/** Something that a performer does from a keyframe on. */
export interface ActionFields {
  readonly kind: string;
  readonly side?: string;
  readonly target?: Target;
  readonly pace?: string;
  readonly line?: string;
  readonly [other: string]: unknown;
}

/** What a keyframe says of one performer, as fields. */
export interface PerformerFields {
  readonly name: string;
  readonly posture?: string;
  readonly place?: { readonly relation?: string; readonly target: Target };
  readonly gaze?: Target;
  readonly expression?: string;
  readonly actions?: readonly ActionFields[];
  readonly [other: string]: unknown;
}

/** What a keyframe says of the light, as fields. */
export interface LightFields {
  readonly lighting?: string;
  readonly from?: string;
  readonly kelvin?: number;
  readonly level?: number;
  readonly [other: string]: unknown;
}

/** A directed moment as the shot file has it: words, and fields that win over words. */
export interface KeyframeFields {
  readonly at: string;
  readonly prompt?: string;
  readonly camera?: CameraFields;
  readonly cast?: readonly PerformerFields[];
  readonly light?: LightFields;
  readonly set?: string;
  readonly transition?: string;
  readonly ease?: string;
  readonly [other: string]: unknown;
}

/** One of the cast, described in words or with all fields. */
export interface CastEntry {
  readonly name: string;
  readonly description?: string;
  readonly [other: string]: unknown;
}

/** A shot file as a person edits it: immutable, with everything in it that the studio does not know kept as it is. */
export interface ShotDocument {
  readonly title?: string;
  readonly duration: string;
  readonly fps?: string | number;
  readonly aspect?: string;
  readonly size?: string;
  readonly set?: string;
  readonly cast?: readonly CastEntry[];
  readonly keyframes: readonly KeyframeFields[];
  readonly [other: string]: unknown;
}

/** The rate of a shot. */
export function rateOf(shot: ShotDocument): FrameRate {
  return frameRate(shot.fps);
}

/** How many frames a shot has; at least one. */
export function framesOf(shot: ShotDocument): number {
  const rate = rateOf(shot);
  return Math.max(1, frameOf(shot.duration, rate) ?? Math.round(5 * framesPerSecond(rate)));
}

/** On which frame a keyframe falls. */
export function frameOfKeyframe(shot: ShotDocument, index: number): number {
  const k = shot.keyframes[index];
  return k === undefined ? 0 : Math.min(framesOf(shot) - 1, frameOf(k.at, rateOf(shot)) ?? 0);
}

/** The keyframe that holds at a frame: the last one at or before it. */
export function keyframeAt(shot: ShotDocument, frame: number): number {
  let found = 0;
  shot.keyframes.forEach((_, i) => {
    if (frameOfKeyframe(shot, i) <= frame) found = i;
  });
  return found;
}

/** Width over height: of `size` (`1920x1080`), else of `aspect` (`16:9`), else 16:9. */
export function aspectOf(shot: ShotDocument): number {
  const size = /^(\d+)\s*[x×]\s*(\d+)$/.exec(shot.size ?? '');
  if (size) return Number(size[1]) / Number(size[2]);
  const shape = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(shot.aspect ?? '');
  return shape ? Number(shape[1]) / Number(shape[2]) : 16 / 9;
}
