import type { Generation } from '../api/answers.ts';
import { type Sample, duration, newFrames, secondsLeft } from '../session/pace.ts';
import { inCredits } from '../session/order.ts';

/** How a rendering stands. */
export type JobKind = 'running' | 'next' | 'queued' | 'done' | 'cancelled' | 'failed';

export function jobKind(g: Generation, all: readonly Generation[]): JobKind {
  switch (g.state) {
    case 'processing':
      return 'running';
    case 'completed':
      return 'done';
    case 'failed':
      return g.cancelled ? 'cancelled' : 'failed';
    case 'queued': {
      const waiting = all.filter((o) => o.state === 'queued');
      return waiting.every((o) => o.created_at >= g.created_at) ? 'next' : 'queued';
    }
  }
}

/** What runs first, then what waits in its order, then what ended, the latest first. */
export function inQueueOrder(all: readonly Generation[]): readonly Generation[] {
  const rank = (g: Generation) => (g.state === 'processing' ? 0 : g.state === 'queued' ? 1 : 2);
  return [...all].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    const earlier = a.created_at < b.created_at ? -1 : 1;
    return rank(a) === 2 ? -earlier : earlier;
  });
}

/** The shares of a bar, 0 to 1: frames kept, frames drawn, and the rest to come. */
export interface BarShares {
  readonly kept: number;
  readonly drawn: number;
  readonly all: number;
}

export function barShares(g: Generation): BarShares {
  const f = g.frames;
  if (!f || f.total < 1) return { kept: 0, drawn: 0, all: 0 };
  const kept = Math.min(f.kept, f.total) / f.total;
  const drawn = Math.min(newFrames(f), f.total - f.kept) / f.total;
  return { kept, drawn, all: kept + drawn };
}

/** `Draft`, `Final`, or `Picture`, with its size if it has one: `Final 1080p`. */
export function qualityText(g: Generation): string {
  if (g.type === 'image') return 'Picture';
  const r = g.render;
  if (!r) return 'Film';
  const name = r.quality === 'draft' ? 'Draft' : 'Final';
  return `${name} ${Math.min(r.width, r.height)}p`;
}

/**
 * The line under a job's name.
 *
 * @param now in milliseconds of `Date.now()`
 * @param goesOnAt the frame at which it goes on, if the server was away just now
 */
export function jobLine(g: Generation, kind: JobKind, samples: readonly Sample[], now: number, goesOnAt?: number): string {
  const what = qualityText(g);
  const f = g.frames;
  const total = f ? `${f.total.toLocaleString('en')} ${f.total === 1 ? 'frame' : 'frames'}` : '';
  const price = g.credits?.price ?? 0;
  switch (kind) {
    case 'running': {
      if (!f) return what;
      if (goesOnAt !== undefined) return `${what}. Going on at frame ${goesOnAt.toLocaleString('en')}`;
      const fresh = f.total - f.kept;
      const drawn = newFrames(f);
      const count = f.kept ? `${drawn} of ${fresh} new, ${f.kept} kept` : `${drawn} of ${fresh}`;
      if (fresh > 0 && drawn === 0) return `${what}, ${count}. Dressing the set`;
      if (f.done >= f.total) return `${what}, ${count}. Writing the files`;
      const left = secondsLeft(samples, f, now);
      return left === undefined ? `${what}, ${count}` : `${what}, ${count}, ${duration(left)} left`;
    }
    case 'next':
    case 'queued':
      return [what, f?.kept ? `${f.total - f.kept} of ${total} new, ${f.kept} kept` : total, `${inCredits(price)} held`]
        .filter(Boolean)
        .join(', ');
    case 'done':
      return [what, f?.kept ? `${f.total - f.kept} of ${total} new, ${f.kept} kept` : total, inCredits(g.credits?.charged ?? price)]
        .filter(Boolean)
        .join(', ');
    case 'cancelled':
      return `${what}. ${inCredits(price)} returned.`;
    case 'failed':
      return failureText(g);
  }
}

/** Why it failed, in the service's words, and that nothing was paid unless it says so itself. */
function failureText(g: Generation): string {
  const why = g.failure_reason ?? 'It failed, and the server does not say why.';
  return /charged|returned/.test(why) ? why : `${why} ${inCredits(g.credits?.price ?? 0)} returned.`;
}
