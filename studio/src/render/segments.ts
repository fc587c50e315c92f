/** A stretch of frames, both ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A stretch of frames that are kept from an earlier take, drawn anew, or not there yet; `there` if nobody knows. */
export interface Segment extends Range {
  readonly kind: 'kept' | 'new' | 'there' | 'to come';
}

/**
 * The stretches of a take, in their order.
 *
 * @param there whether a frame is there
 * @param fresh which frames are not kept; undefined if nobody knows
 * @param kept how many are kept
 */
export function segments(
  frames: number,
  there: (frame: number) => boolean,
  fresh: readonly Range[] | undefined,
  kept: number,
): readonly Segment[] {
  const known = fresh ?? (kept === 0 ? [{ from: 0, to: frames - 1 }] : kept >= frames ? [] : undefined);
  const drawn = (n: number) => (!known ? 'there' : known.some((r) => n >= r.from && n <= r.to) ? 'new' : 'kept');
  const found: Segment[] = [];
  for (let n = 0; n < frames; n++) {
    const kind = there(n) ? drawn(n) : 'to come';
    const last = found.at(-1);
    if (last?.kind === kind) found[found.length - 1] = { ...last, to: n };
    else found.push({ from: n, to: n, kind });
  }
  return found;
}

/** The stretches in words, for those who do not see them. */
export function segmentsText(found: readonly Segment[]): string {
  const say = (kind: Segment['kind']) => {
    const of = found.filter((s) => s.kind === kind).map((s) => (s.from === s.to ? `${s.from}` : `${s.from} to ${s.to}`));
    return of.length ? `frames ${of.slice(0, 6).join(', ')}${of.length > 6 ? ' and more' : ''} ${kind}` : '';
  };
  return (['kept', 'new', 'there', 'to come'] as const).map(say).filter(Boolean).join('; ');
}

/** What was said of new frames when an order was priced, as this browser remembers it by generation. */
type FreshMemory = Readonly<Record<string, readonly Range[]>>;

const REMEMBERED = 60;

export function freshOf(generation: string, kept: Pick<Storage, 'getItem'>): readonly Range[] | undefined {
  return memory(kept)[generation];
}

export function rememberFresh(generation: string, fresh: readonly Range[], kept: Pick<Storage, 'getItem' | 'setItem'>): void {
  try {
    const all = Object.entries({ ...memory(kept), [generation]: fresh });
    kept.setItem('beatboard.fresh', JSON.stringify(Object.fromEntries(all.slice(-REMEMBERED))));
  } catch {
    // Without storage the service is asked again.
  }
}

function memory(kept: Pick<Storage, 'getItem'>): FreshMemory {
  try {
    return JSON.parse(kept.getItem('beatboard.fresh') ?? '{}') as FreshMemory;
  } catch {
    return {};
  }
}
