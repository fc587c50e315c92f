import type { ShotSession } from '../session/shot-session.ts';

/** A keyframe in a few words: as they are understood, else the first of its own. */
export function captionOf(session: ShotSession, index: number): string {
  const prompt = session.shot.keyframes[index]?.prompt?.trim() ?? '';
  const explained = session.explanation?.keyframes;
  // While the number of keyframes differs, what is known belongs to others.
  const known = explained?.length === session.shot.keyframes.length ? explained[index] : undefined;
  const caption = known?.caption || prompt.split(/[.,;:]/, 1)[0] || '';
  if (!caption) return 'Write what happens';
  return caption.charAt(0).toUpperCase() + caption.slice(1);
}
