/** What is measured of one thing that was asked, as the service's `report.json` has it. */
export interface Fact {
  readonly slot: string;
  readonly asked: string;
  /** What was built for it, in words and numbers; empty if nothing of its own was. */
  readonly staged?: string;
  readonly measured: string;
  readonly status: string;
  /** What became of it; reports from before it was said do not have it. */
  readonly state?: string;
}

export interface ReportKeyframe {
  readonly frame: number;
  readonly timecode: string;
  readonly asked: string;
  readonly understood: string;
  /** What was decided on the set: `slot: value (reason)`. */
  readonly staged: readonly string[];
  readonly facts: readonly Fact[];
}

/** The report of a finished take. */
export interface Report {
  readonly width: number;
  readonly height: number;
  readonly fps: string;
  readonly frames: number;
  readonly keyframes: readonly ReportKeyframe[];
  readonly warnings: readonly { readonly keyframe: number; readonly code: string; readonly message: string }[];
  readonly credits: readonly string[];
}

/** Whether what was asked can be seen. */
export type FactState = 'holds' | 'begins' | 'finished' | 'in part' | 'not done' | 'not measured';

/** From which share of what was asked it counts as done in part. */
const PART = 10;

const STATES: Readonly<Record<string, FactState>> = {
  holds: 'holds',
  begins: 'begins',
  finished: 'finished',
  'in-part': 'in part',
  'not-done': 'not done',
  'not-measured': 'not measured',
};

/**
 * The state of a fact, as the report says it. Of older reports it is told from the figures: what is there, but late,
 * early or not wholly, is done in part.
 */
export function stateOf(fact: Fact): FactState {
  const said = fact.state === undefined ? undefined : STATES[fact.state];
  if (said) return said;
  switch (fact.status) {
    case 'holds':
    case 'begins':
    case 'finished':
      return fact.status;
    case 'unmeasured':
      return 'not measured';
    default: {
      if (/\.(start|arrival|rest)$/.test(fact.slot) && /\d/.test(fact.measured)) return 'in part';
      const share = /^(\d+(?:\.\d+)?) % of it/.exec(fact.measured);
      return share && Number(share[1]) >= PART ? 'in part' : 'not done';
    }
  }
}

/** How many facts were asked, and what became of them. */
export interface Tally {
  readonly asked: number;
  readonly hold: number;
  readonly inPart: number;
  readonly notDone: number;
  readonly unmeasured: number;
}

export function tally(facts: readonly Fact[]): Tally {
  const states = facts.map(stateOf);
  const count = (...of: FactState[]) => states.filter((s) => of.includes(s)).length;
  return {
    asked: facts.length,
    hold: count('holds', 'begins', 'finished'),
    inPart: count('in part'),
    notDone: count('not done'),
    unmeasured: count('not measured'),
  };
}

/** A row of a keyframe's table: a fact with what was staged for it, or only what was staged. */
export interface ReportRow {
  readonly slot: string;
  readonly asked: string;
  readonly staged: string;
  readonly measured: string;
  readonly state: FactState | undefined;
  /** Whether the report says itself what was staged. */
  readonly said: boolean;
}

export function rowsOf(k: ReportKeyframe): readonly ReportRow[] {
  const notes = k.staged.map(noteOf);
  const taken = new Set<number>();
  const rows = k.facts.map((f): ReportRow => {
    const own = notes.findIndex((n, i) => !taken.has(i) && (n.slot === f.slot || f.slot.startsWith(`${n.slot}.`)));
    if (own >= 0) taken.add(own);
    const staged = [f.staged ?? '', notes[own]?.text ?? ''].filter(Boolean).join('; ');
    return { slot: f.slot, asked: askedText(f), staged, measured: f.measured, state: stateOf(f), said: f.staged !== undefined };
  });
  const others = notes
    .filter((_, i) => !taken.has(i))
    .map((n): ReportRow => ({ slot: n.slot, asked: slotText(n.slot), staged: n.text, measured: '', state: undefined, said: true }));
  return [...rows, ...others];
}

/** `Daniel.action.wave.start`, `seen within 3 frames` becomes `Daniel: wave, seen within 3 frames`. */
export function askedText(f: Fact): string {
  const where = slotText(f.slot);
  return where ? `${where}: ${f.asked}` : f.asked;
}

/** What of a slot a person wants to read: the performer, and which part of which action. */
function slotText(slot: string): string {
  const [who = '', ...what] = slot.split('.');
  if (who === 'camera') return what[0] === 'size' ? '' : `camera ${(what[0] ?? '').replaceAll('-', ' ')}`.trim();
  if (what[0] === 'action' && what[1] && what.length > 2) return `${who}, ${what[1].replaceAll('-', ' ')}`;
  return who;
}

function noteOf(text: string): { readonly slot: string; readonly text: string } {
  const m = /^([^:]{1,80}): (.*)$/s.exec(text);
  return m?.[1] && m[2] !== undefined ? { slot: m[1], text: m[2] } : { slot: '', text };
}
