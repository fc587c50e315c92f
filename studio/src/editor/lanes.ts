import type { Explanation, LaneSpan } from '../api/answers.ts';

/** How a stretch of a lane is drawn. */
export type BarKind = 'hold' | 'act' | 'move' | 'auto' | 'warn';

/** A stretch of a lane. */
export interface Bar {
  readonly from: number;
  /** The frame after its last. */
  readonly to: number;
  readonly kind: BarKind;
  readonly label: string;
  /** All that is known of it, in a sentence. */
  readonly told: string;
}

/** One line of the timeline: the camera, a performer, the light. */
export interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
}

/** Less of an action than this before something else begins needs a look. */
const ENOUGH = 0.9;
/** Lanes that are always there, by the service's names. */
const NAMES: Readonly<Record<string, string>> = { camera: 'Camera', light: 'Light', set: 'Set' };

/** The lanes of a shot in the order in which the service gives them. A set that never changes has none. */
export function lanesOf(explanation: Explanation | undefined): readonly Lane[] {
  const byName = new Map<string, LaneSpan[]>();
  for (const span of explanation?.lanes ?? []) {
    byName.set(span.lane, [...(byName.get(span.lane) ?? []), span]);
  }
  return [...byName]
    .filter(([name, spans]) => name !== 'set' || spans.length > 1)
    .map(([name, spans]) => ({ name: NAMES[name] ?? sentence(name), bars: spans.map((s) => barOf(s, name in NAMES)) }));
}

/** Frames on which an action ends: a keyframe that is dragged near one snaps to it. */
export function actionEnds(explanation: Explanation | undefined): readonly number[] {
  return (explanation?.lanes ?? []).filter((s) => s.kind === 'act' || s.kind === 'move').map((s) => s.to);
}

/**
 * The longest form of a label that fits: all of it, without its last parts, cut off with an ellipsis, or nothing.
 *
 * @param measure how wide a text is, in pixels
 * @param cut whether it may be cut off
 */
export function fittingLabel(label: string, width: number, measure: (text: string) => number, cut = true): string {
  const parts = label.split(', ');
  for (let n = parts.length; n > 0; n--) {
    const text = parts.slice(0, n).join(', ');
    if (measure(text) <= width) return text;
  }
  if (!cut) return '';
  const first = parts[0] ?? '';
  for (let n = first.length - 1; n >= 4; n--) {
    const text = `${first.slice(0, n).trimEnd()}…`;
    if (measure(text) <= width) return text;
  }
  return '';
}

function barOf(span: LaneSpan, ours: boolean): Bar {
  // A cut is told by the keyframe's mark.
  const words = span.label.replace(/^cut, /, '');
  const label = ours ? sentence(words) : words;
  const kind = kindOf(span);
  const share = kind === 'warn' ? `, ${Math.round(span.share * 100)} % of it before something else begins` : '';
  const by = span.origin === 'decided' ? ', decided' : span.origin === 'field' ? ', by a field' : '';
  return { from: span.from, to: span.to, kind, label, told: `${label}${share}${by}` };
}

function kindOf(span: LaneSpan): BarKind {
  if (span.kind === 'off') return 'auto';
  if (span.kind === 'act' && span.share < ENOUGH) return 'warn';
  if (span.kind === 'move') return 'move';
  if (span.kind === 'act') return 'act';
  return span.origin === 'decided' ? 'auto' : 'hold';
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
