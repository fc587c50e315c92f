import type { Explanation, Warning } from '../api/answers.ts';
import type { ShotDocument } from '../shot/document.ts';

/** What needs a look at a keyframe: warnings of its words and of how it is staged; the clip's own ones at the first. */
export function issuesOf(explanation: Explanation | undefined, shot: ShotDocument, index: number): readonly Warning[] {
  if (!explanation) return [];
  const here = (k: number) => k === index || (index === 0 && (k < 0 || k >= shot.keyframes.length));
  const staged = (explanation.staging?.warnings ?? []).map(
    (n): Warning => ({
      code: `staging:${n.slot}`,
      keyframe: n.keyframe,
      start: -1,
      end: -1,
      message: n.reason ? `${n.value}: ${n.reason}` : n.value,
      suggestions: [],
    }),
  );
  return [...explanation.warnings, ...staged].filter((w) => here(w.keyframe));
}

/** The words that an issue is about; empty if it is about none. */
export function wordsOf(shot: ShotDocument, issue: Warning): string {
  if (issue.start < 0) return '';
  if (issue.performer) return descriptionOf(shot, issue.performer).slice(issue.start, issue.end);
  return (shot.keyframes[Math.max(0, issue.keyframe)]?.prompt ?? '').slice(issue.start, issue.end);
}

/** The words about somebody whom the shot names. */
export function descriptionOf(shot: ShotDocument, name: string): string {
  return shot.cast?.find((c) => c.name === name)?.description ?? '';
}

/** Tells an issue from others, whatever happens elsewhere in the prompt. */
export function issueKey(shot: ShotDocument, issue: Warning): string {
  return `${issue.code}|${issue.keyframe}|${wordsOf(shot, issue) || issue.message}`;
}

/** What was left as it is in a project, as this browser remembers it. */
export function dismissedIn(project: string): ReadonlySet<string> {
  try {
    const text = localStorage.getItem(`beatboard.left.${project}`);
    return new Set(text ? (JSON.parse(text) as string[]) : []);
  } catch {
    return new Set();
  }
}

export function keepDismissed(project: string, dismissed: ReadonlySet<string>): void {
  try {
    localStorage.setItem(`beatboard.left.${project}`, JSON.stringify([...dismissed].slice(-200)));
  } catch {
    // Without storage it is shown again on the next visit.
  }
}
