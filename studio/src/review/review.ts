import type { Explanation } from '../api/answers.ts';
import type { FrameSource } from '../render/frame-view.ts';
import type { ScrubMark } from '../render/scrub-bar.ts';
import { type ShotDocument, frameOfKeyframe, framesOf, keyframeAt, rateOf } from '../shot/document.ts';
import { frameRate } from '../shot/timecode.ts';

/** A finished take, as a link for review shows it. */
export interface GuestClip {
  readonly id: string;
  readonly created_at: string;
  readonly quality: 'draft' | 'final';
  readonly width: number;
  readonly height: number;
  readonly first_frame: number;
  readonly frames: number;
  readonly frames_per_second?: number;
  readonly video_url?: string;
  /** Its keyframes, with the words that they were rendered by. */
  readonly stills: readonly { readonly frame: number; readonly prompt: string; readonly url: string }[];
}

/** What a link for review opens. */
export interface GuestView {
  readonly title: string;
  /** Whether guests may say something. */
  readonly comments: boolean;
  readonly expires_at: string;
  readonly revision: number;
  readonly shot: ShotDocument;
  /** The latest first. */
  readonly generations: readonly GuestClip[];
}

/** Something that was said of a frame, and perhaps of a point in it. */
export interface Comment {
  readonly id: string;
  readonly frame: number;
  readonly generation_id?: string;
  readonly author: string;
  readonly text: string;
  /** From the left, as a part of the width. */
  readonly x?: number;
  /** From the top, as a part of the height. */
  readonly y?: number;
  readonly guest: boolean;
  readonly created_at: string;
  readonly resolved_at?: string;
}

/** A keyframe of what is looked at. */
export interface GuestKeyframe {
  readonly frame: number;
  readonly caption: string;
  readonly prompt: string;
  readonly picture: string;
  readonly cut: boolean;
}

/** The address of what is asked of a link. */
export function addressOf(token: string, rest = ''): string {
  return `/v1/reviews/by-token/${encodeURIComponent(token)}${rest}`;
}

/** The shot as it is now has a few frames; it may be broken, and is then treated as empty. */
export function shotOf(view: GuestView): ShotDocument {
  const shot = view.shot as Partial<ShotDocument>;
  const keyframes = Array.isArray(shot.keyframes) ? shot.keyframes.filter((k) => typeof k === 'object' && k !== null) : [];
  return { ...shot, duration: String(shot.duration ?? '5s'), keyframes } as ShotDocument;
}

/** Where the frames of a take come from; without a take, the keyframes as they would be drawn. */
export function sourceOf(view: GuestView, token: string, clip: GuestClip | undefined): FrameSource {
  const shot = shotOf(view);
  if (clip) {
    const nearest = (n: number) => clip.stills.findLast((s) => s.frame - clip.first_frame <= n) ?? clip.stills[0];
    return {
      id: clip.id,
      rate: clip.frames_per_second ? frameRate(rounded(clip.frames_per_second)) : rateOf(shot),
      frames: clip.frames,
      ...(clip.video_url ? { film: ownAddress(clip.video_url) } : {}),
      picture: (n) => {
        const still = nearest(n);
        return still && ownAddress(still.url);
      },
    };
  }
  return {
    id: `shot ${view.revision}`,
    rate: rateOf(shot),
    frames: framesOf(shot),
    drawnOnRequest: true,
    picture: (n) => (shot.keyframes.length ? stillOf(token, frameOfKeyframe(shot, keyframeAt(shot, n))) : undefined),
  };
}

/** Whether a take was rendered by the words that the shot has now; the shot as it is now always was. */
export function isCurrent(view: GuestView, clip: GuestClip | undefined): boolean {
  if (!clip) return true;
  const shot = shotOf(view);
  const within = shot.keyframes
    .map((k, i) => ({ frame: frameOfKeyframe(shot, i), prompt: k.prompt ?? '' }))
    .filter(({ frame }) => frame >= clip.first_frame && frame < clip.first_frame + clip.frames);
  return within.length === clip.stills.length && within.every((k, i) => k.frame === clip.stills[i]?.frame && k.prompt === clip.stills[i]?.prompt);
}

/** The keyframes of a take, with the words that they were rendered by. */
export function keyframesOf(
  view: GuestView,
  token: string,
  clip: GuestClip | undefined,
  explanation: Explanation | undefined,
): readonly GuestKeyframe[] {
  const shot = shotOf(view);
  const of = (i: number, frame: number, picture: string, prompt = shot.keyframes[i]?.prompt ?? ''): GuestKeyframe => ({
    frame,
    caption: prompt === shot.keyframes[i]?.prompt ? (explanation?.keyframes[i]?.caption ?? '') : '',
    prompt,
    picture,
    cut: i > 0 && String(shot.keyframes[i]?.transition ?? '').startsWith('cut'),
  });
  if (!clip) {
    return shot.keyframes.map((_, i) => of(i, frameOfKeyframe(shot, i), stillOf(token, frameOfKeyframe(shot, i))));
  }
  return clip.stills.map((s) => {
    const same = shot.keyframes.findIndex((_, i) => frameOfKeyframe(shot, i) === s.frame);
    return of(same, s.frame - clip.first_frame, ownAddress(s.url), s.prompt);
  });
}

/** The marks of comments over the scrub bar, one for each frame that has some. */
export function commentMarks(comments: readonly Comment[]): readonly ScrubMark[] {
  const frames = [...new Set(comments.map((c) => c.frame))].sort((a, b) => a - b);
  return frames.map((frame) => {
    const here = comments.filter((c) => c.frame === frame);
    return { frame, kind: 'comment', label: here.map((c) => `${c.author}: ${c.text.slice(0, 80)}`).join('; ') };
  });
}

/** What was said of a take, or of the shot if nothing is rendered, by frame. */
export function commentsOn(comments: readonly Comment[], clip: GuestClip | undefined): readonly Comment[] {
  return comments
    .filter((c) => !c.generation_id || !clip || c.generation_id === clip.id)
    .sort((a, b) => a.frame - b.frame || (a.created_at < b.created_at ? -1 : 1));
}

/** The number of a take among those that the link shows, from 1 for the oldest. */
export function clipNumber(view: GuestView, id: string): number | undefined {
  const at = view.generations.findIndex((g) => g.id === id);
  return at < 0 ? undefined : view.generations.length - at;
}

/** Links to files name the server's own address, which may not be the one that the page was opened with. */
export function ownAddress(url: string): string {
  const m = /^https?:\/\/[^/]+(\/files\/.*)$/.exec(url);
  return m?.[1] ?? url;
}

function stillOf(token: string, frame: number): string {
  return addressOf(token, `/stills/${frame}?width=640`);
}

/** `24` for 24.000, `23.976` for 23.97602. */
function rounded(fps: number): string {
  return Math.abs(fps - Math.round(fps)) < 1e-4 ? String(Math.round(fps)) : fps.toFixed(3);
}
