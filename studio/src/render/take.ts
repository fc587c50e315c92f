import type { Explanation, Generation, Price } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import { type ShotDocument, frameOfKeyframe, rateOf } from '../shot/document.ts';
import { type FrameRate, frameRate } from '../shot/timecode.ts';
import { type Report, stateOf } from './report.ts';
import { type Range, freshOf } from './segments.ts';

/** A keyframe of a take, as it was when the take was ordered. */
export interface TakeKeyframe {
  readonly frame: number;
  readonly caption: string;
  readonly prompt: string;
  readonly cut: boolean;
  /** How many of the facts that were asked hold, and how many were asked; unknown before the report is there. */
  readonly holds?: number;
  readonly of?: number;
}

/** What is known of a take besides the generation: its shot, its report, and which of its frames are new. */
export interface TakeDetails {
  readonly rate: FrameRate;
  readonly keyframes: readonly TakeKeyframe[];
  readonly report?: Report;
  readonly fresh?: readonly Range[];
}

/**
 * Finds out what is known of a take.
 *
 * @param present the shot as it is now, for takes that have not delivered theirs
 */
export async function takeDetails(client: Client, g: Generation, present: ShotDocument | undefined): Promise<TakeDetails> {
  const file = (name: string) => `/v1/generations/${encodeURIComponent(g.id)}/files/${name}`;
  const done = g.state === 'completed';
  const [own, report] = await Promise.all([
    done ? answer<ShotDocument>(client.get(file('shot.json'))) : undefined,
    done ? answer<Report>(client.get(`/v1/generations/${encodeURIComponent(g.id)}/report`)) : undefined,
  ]);
  const shot = own ?? present;
  const [explanation, fresh] = await Promise.all([
    shot ? answer<Explanation>(client.post('/v1/shots/explain?stage=false', shot)) : undefined,
    freshRanges(client, g, shot),
  ]);
  return {
    rate: report ? frameRate(report.fps) : shot ? rateOf(shot) : frameRate(24),
    keyframes: keyframesOf(report, shot, explanation),
    ...(report ? { report } : {}),
    ...(fresh ? { fresh } : {}),
  };
}

/** The keyframes with their captions; from the report if there is one, else from the shot. */
export function keyframesOf(
  report: Report | undefined,
  shot: ShotDocument | undefined,
  explanation: Explanation | undefined,
): readonly TakeKeyframe[] {
  const cut = (i: number) => i > 0 && (shot?.keyframes[i]?.transition ?? '').startsWith('cut');
  if (report) {
    return report.keyframes.map((k, i) => {
      const measured = k.facts.filter((f) => f.status !== 'unmeasured');
      return {
        frame: k.frame,
        caption: explanation?.keyframes[i]?.caption || short(k.asked || k.understood),
        prompt: k.asked,
        cut: cut(i),
        holds: measured.filter((f) => stateOf(f) !== 'in part' && stateOf(f) !== 'not done').length,
        of: measured.length,
      };
    });
  }
  return (shot?.keyframes ?? []).map((k, i) => ({
    frame: shot ? frameOfKeyframe(shot, i) : 0,
    caption: explanation?.keyframes[i]?.caption || short(k.prompt ?? ''),
    prompt: k.prompt ?? '',
    cut: cut(i),
  }));
}

/** The take's number among those of its shot, from 1, as people call them. */
export function takeNumber(g: Generation, ofProject: readonly Generation[]): number | undefined {
  const films = ofProject.filter((o) => !(o.state === 'failed')).sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
  const at = films.findIndex((o) => o.id === g.id);
  return at < 0 ? undefined : at + 1;
}

/** Which frames are new: all if none is kept; else as it was said when it was ordered, or as the service says now. */
async function freshRanges(client: Client, g: Generation, shot: ShotDocument | undefined): Promise<readonly Range[] | undefined> {
  const f = g.frames;
  if (!f) return undefined;
  if (f.kept === 0) return [{ from: 0, to: f.total - 1 }];
  if (f.kept === f.total) return [];
  const known = freshOf(g.id, localStorage);
  if (known || !g.parent_id || !shot || !g.render) return known;
  const price = await answer<Price>(
    client.post('/v1/shots/price', {
      shot,
      size: `${g.render.width}x${g.render.height}`,
      formats: g.render.formats,
      parent_id: g.parent_id,
    }),
  );
  // If the parent or the shot has changed since, the answer is about something else.
  return price?.kept === f.kept ? price.ranges : undefined;
}

async function answer<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (e) {
    if (e instanceof Problem || e instanceof Offline) return undefined;
    throw e;
  }
}

function short(prompt: string): string {
  const first = prompt.split(/[.;]/, 1)[0]?.trim() ?? '';
  return first.length > 28 ? `${first.slice(0, 27).trimEnd()}…` : first;
}
