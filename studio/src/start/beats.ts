import {
  type KeyframeFields,
  LONGEST_PROMPT,
  LONGEST_SECONDS,
  MOST_KEYFRAMES,
  type ShotDocument,
} from '../shot/document.ts';
import { atOnce, bareVerb, surelyVerb, thirdPerson } from './verbs.ts';

/** How much of a pasted text is looked at; sixteen keyframes of full length fit in it. */
export const LONGEST_LIST = MOST_KEYFRAMES * LONGEST_PROMPT;

/** A moment of a text that becomes a keyframe. */
export interface Beat {
  readonly words: string;
  /** In seconds, where the text says when. */
  readonly at?: number;
}

/** What became of a text. */
export interface Storyboard {
  readonly shot: ShotDocument;
  /** What was left out or changed, each as a sentence. */
  readonly notices: readonly string[];
}

/**
 * Makes keyframes of a text: of a list with times, of a list with numbers, points or one moment a line, or of sentences,
 * whose beats are told by their verbs. No word is lost unless a notice says so.
 */
export function storyboard(text: string): Storyboard {
  const notices: string[] = [];
  let source = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ');
  if (source.length > LONGEST_LIST) {
    source = source.slice(0, LONGEST_LIST);
    notices.push(`The text is longer than a clip can hold. Its first ${LONGEST_LIST.toLocaleString('en')} characters were read.`);
  }
  const lines = source.split('\n').map((l) => l.trim()).filter((l) => l !== '' && !/^[-=_*#]{3,}$/.test(l));
  const timed = timedBeats(lines);
  const listed = timed ? undefined : listedBeats(lines);
  const title = titleOf(lines, timed ?? listed);
  let beats: Beat[] = timed ?? listed ?? lines.flatMap((l) => proseBeats(l)).reduce<Beat[]>(joinDescriptions, []);
  if (!timed) beats = settle(beats);
  beats = bounded(beats, timed !== undefined, notices);
  const { keyframes, duration } = timed ? withTimes(beats, notices) : withDurations(beats);
  return { shot: { title, duration: seconds(duration), fps: '24', keyframes }, notices };
}

const TIME = String.raw`(?:\d{1,2}:\d{2}:\d{2}:\d{2}|\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?|\d{1,4}(?:\.\d{1,3})?\s*(?:s|sec|secs|seconds?|ms|f|frames?)\b)`;
const MARKER = String.raw`(?:(?:(?:shot|keyframe|kf|beat|scene|frame|panel)\s*#?\d{1,3}[a-z]?|#?\d{1,3}[a-z]?|[-*•–—])\s*[.):\-–—]?\s+)?`;
const TIMED = new RegExp(
  `^${MARKER}(?:at\\s+|from\\s+|t\\s*=\\s*)?[\\[(]?\\s*(${TIME})\\s*(?:(?:-|–|—|to|until)\\s*(${TIME}|\\d{1,4}(?:\\.\\d{1,3})?)\\s*)?[\\])]?\\s*[:,;|\\t\\-–—]*\\s*(.*)$`,
  'i',
);
const RANGED = new RegExp(
  `^${MARKER}[\\[(]?\\s*(\\d{1,3}(?:\\.\\d{1,3})?)\\s*(?:-|–|—|to)\\s*(\\d{1,3}(?:\\.\\d{1,3})?)\\s*(?:s|sec|secs|seconds?)\\b\\s*[\\])]?\\s*[:,;|\\t\\-–—]*\\s*(.*)$`,
  'i',
);

interface TimedLine {
  readonly at: number;
  readonly until?: number;
  readonly words: string;
}

/** A line that begins with its time: `0:03 wide`, `3.5s: ...`, `1. [00:02] ...`, `0-3s: ...`. */
export function timedLine(line: string): TimedLine | undefined {
  const ranged = RANGED.exec(line);
  if (ranged?.[1] && ranged[2]) return { at: Number(ranged[1]), until: Number(ranged[2]), words: ranged[3] ?? '' };
  const m = TIMED.exec(line);
  const at = m?.[1] ? timeOf(m[1]) : undefined;
  if (!m || at === undefined) return undefined;
  const until = m[2] ? timeOf(/[a-z:]/i.test(m[2]) ? m[2] : `${m[2]}s`) : undefined;
  return { at, ...(until === undefined ? {} : { until }), words: m[3] ?? '' };
}

function timeOf(text: string): number | undefined {
  const t = text.trim().toLowerCase();
  let m = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/.exec(t);
  if (m) return Number(m[1]) * (m[2] === 'ms' ? 0.001 : m[2]?.startsWith('f') ? 1 / 24 : 1);
  m = /^(\d+):(\d+):(\d+):(\d+)$/.exec(t);
  if (m) return Number(m[1]) * 3600 + Number(m[2]) * 60 + Number(m[3]) + Number(m[4]) / 24;
  const parts = t.split(':').map(Number);
  if (parts.length < 2 || parts.some(Number.isNaN)) return undefined;
  return parts.reduce((sum, p) => sum * 60 + p, 0);
}

function timedBeats(lines: readonly string[]): Beat[] | undefined {
  const read = lines.map(timedLine);
  const times = read.filter((r) => r !== undefined).length;
  if (times === 0 || (times < 2 && lines.length > 1) || (times === 1 && !read[0]?.words)) return undefined;
  const beats: { words: string; at: number; until?: number }[] = [];
  const heading: string[] = [];
  read.forEach((r, i) => {
    const last = beats.at(-1);
    if (r) beats.push({ words: plain(r.words), at: r.at, ...(r.until === undefined ? {} : { until: r.until }) });
    else if (last) last.words = sentences(last.words, plain(lines[i] ?? ''));
    else heading.push(lines[i] ?? '');
  });
  // What stands over the list is its title if it is short, else it belongs to the first moment.
  const first = beats[0];
  if (first && heading.join(' ').length > 60) first.words = sentences(heading.map(plain).join(' '), first.words);
  beats.sort((a, b) => a.at - b.at);
  const until = Math.max(...beats.map((b) => b.until ?? 0));
  const out: Beat[] = beats.filter((b) => b.words).map(({ words, at }) => ({ words, at }));
  const end = out.at(-1);
  if (end && until > (end.at ?? 0)) out.push({ words: '', at: until });
  return out.length ? out : undefined;
}

const ITEM = /^(?:(?:shot|keyframe|kf|beat|scene|panel)\s*#?\d{1,3}[a-z]?\s*[.):\-–—]*|#?\d{1,3}[a-z]?\s*[.)]|[-*•–—])\s+(.*)$/i;

function listedBeats(lines: readonly string[]): Beat[] | undefined {
  const items = lines.map((l) => ITEM.exec(l)?.[1]);
  if (items.filter(Boolean).length < 2) return undefined;
  const beats: { words: string }[] = [];
  const heading: string[] = [];
  items.forEach((item, i) => {
    const last = beats.at(-1);
    if (item !== undefined) beats.push({ words: plain(item) });
    else if (last) last.words = sentences(last.words, plain(lines[i] ?? ''));
    else heading.push(lines[i] ?? '');
  });
  const first = beats[0];
  if (first && heading.join(' ').length > 60) first.words = sentences(heading.map(plain).join(' '), first.words);
  return beats.filter((b) => b.words);
}

/** The sentences of a text, with what is said in quotes kept whole. */
export function sentencesOf(text: string): readonly string[] {
  const out: string[] = [];
  let from = 0;
  let inQuotes = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '"') inQuotes = !inQuotes;
    else if (c === '“') inQuotes = true;
    else if (c === '”') inQuotes = false;
    const closes = (c === '"' && !inQuotes) || c === '”';
    const ends = closes ? /[.!?…]/.test(text[i - 1] ?? '') : !inQuotes && /[.!?;…]/.test(c);
    if (!ends || !/^["”’')\]]*(\s+["“‘'(]?[\p{Lu}\d]|\s*$)/u.test(text.slice(i + 1, i + 8)) ) {
      if (!(c === ';' && !inQuotes && /^\s/.test(text.slice(i + 1)))) continue;
    }
    if (c === '.' && /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Prof|Sr|Jr|vs|etc|approx|No|\p{Lu})$/u.test(text.slice(from, i))) continue;
    const end = closes || !/["”’]/.test(text[i + 1] ?? '') ? i + 1 : i + 2;
    push(text.slice(from, end));
    from = end;
  }
  push(text.slice(from));
  return out;

  function push(s: string): void {
    const t = s.trim().replace(/;$/, '');
    if (t) out.push(t);
  }
}

const CUE =
  /^(?:then\s+|and\s+|now\s+)?(?:cut\b|smash cut|reverse\b|insert\b|pov\b|back to\b|(?:(?:an?|the|in|slow|slowly|quick|fast|smooth|gentle)\s+)*(?:extreme\s+)?(?:wide|full|medium|close|tight|over[- ]the[- ]shoulder|ots|mcu|ecu|cu|ms|ws|two[- ]shot|low[- ]angle|high[- ]angle|push|pull|pan|tilt|dolly|track|truck|crane|zoom|orbit|handheld|aerial|overhead shot)\b|(?:the )?camera\b|we (?:push|pull|pan|tilt|cut|see|move|follow|track|orbit|zoom)\b)/i;
const STATE = /^(?:he|she|they|it|the \w+|his|her|their|both|everyone|\p{Lu}\w+)?\s*(?:is|are|was|were|has|have|wears?|there is|there are)\b/iu;

/** Whether a sentence begins a moment of its own: somebody does something, or the camera does. */
export function isBeat(sentence: string): boolean {
  if (CUE.test(sentence)) return true;
  if (STATE.test(sentence) && !verbIn(sentence)) return false;
  return verbIn(sentence) !== undefined || /["“].+["”]/.test(sentence);
}

function verbIn(text: string): string | undefined {
  const words = text.replace(/["“][^"”]*["”]/g, ' ').match(/[\p{L}'’]+/gu) ?? [];
  for (let i = 0; i < words.length; i++) {
    const w = words[i] ?? '';
    const third = thirdPerson(w);
    const before = (words[i - 1] ?? '').toLowerCase();
    if (third && !/^(?:the|a|an|of|in|on|with|his|her|their|my|two|three|some)$/.test(before)) return third;
    if (bareVerb(w) && (/^(?:they|we|you|i|both|people|men|women|kids|children|to|all|everyone|suddenly|then)$/.test(before) || (i === 0 && words.length > 1 && surelyVerb(w)))) return w.toLowerCase();
    if (/ing$/i.test(w) && /^(?:is|are|starts?|begins?|keeps?)$/.test(before)) return w.toLowerCase();
    if (surelyVerb(w) && /(?:[^s]s|men|women|people|children|and \p{L}+)$/u.test(words.slice(0, i).join(' ')) && i > 0 && !thirdPerson(before)) return w.toLowerCase();
  }
  return undefined;
}

const JOINTS = /(\s*[,;]\s*(?:and\s+)?(?:then|next|finally|afterwards?|after that|suddenly)\s+|\s+(?:and\s+)?then\s+|\s+before\s+(?=\p{L}+ing\b)|\s*,\s*and\s+|\s*,\s+|\s+and\s+(?:then\s+)?|\s+[–—]\s+)/giu;

/** The beats of one sentence: `He stops, looks at his watch and frowns` has three. */
export function beatsOf(sentence: string): readonly string[] {
  const spoken = [...sentence.matchAll(/["“][^"”]*["”]/g)].map((m) => [m.index, m.index + m[0].length] as const);
  const cuts: { at: number; next: number; joint: string }[] = [];
  for (const m of sentence.matchAll(JOINTS)) {
    if (spoken.some(([a, b]) => m.index >= a && m.index < b)) continue;
    cuts.push({ at: m.index, next: m.index + m[0].length, joint: m[0] });
  }
  const out: { text: string; verb?: string }[] = [];
  let from = 0;
  let verb: string | undefined;
  for (const cut of cuts) {
    const chunk = sentence.slice(from, cut.at);
    verb = lastVerb(chunk) ?? leadingVerb(chunk, plural(sentence)) ?? verb;
    const rest = sentence.slice(cut.next);
    const next = leadingVerb(rest, plural(sentence));
    const explicit = /then|next|finally|after|before|suddenly|[–—]/i.test(cut.joint);
    const begins = next !== undefined || (explicit && clauseVerb(rest) !== undefined);
    if (!verb || !begins) continue;
    if (!explicit && /and/i.test(cut.joint) && atOnce(verb, next ?? '')) continue;
    out.push({ text: chunk, verb });
    from = cut.next;
    verb = undefined;
  }
  out.push({ text: sentence.slice(from) });
  if (out.length === 1) return [sentence.trim()];
  const subject = subjectOf(out[0]?.text ?? '');
  return out.map((o, i) => {
    const text = o.text.trim().replace(/[,;]$/, '');
    const bare = i > 0 && leadingVerb(text, plural(sentence)) !== undefined;
    const whole = bare && subject ? `${subject} ${text}` : text.charAt(0).toUpperCase() + text.slice(1);
    return /[.!?"”]$/.test(whole) ? whole : `${whole}.`;
  });
}

/** The verb with which words begin, after adverbs. */
function leadingVerb(text: string, plural: boolean): string | undefined {
  const words = text.match(/[\p{L}'’]+/gu) ?? [];
  let i = 0;
  while (i < 2 && /(?:ly|then|now|just|also|again)$/i.test(words[i] ?? '')) i++;
  const w = words[i] ?? '';
  const before = text.slice(0, text.indexOf(w)).trim();
  if (/["“(]/.test(before)) return undefined;
  return thirdPerson(w) ?? (plural && bareVerb(w) ? w.toLowerCase() : undefined);
}

/** The verb of a clause that may have a subject of its own. */
function clauseVerb(text: string): string | undefined {
  const clause = text.split(/[,;]/)[0] ?? '';
  return verbIn(clause) ?? ((/^\p{L}+ing\b/u.test(clause) ? clause.split(/\s/)[0] : undefined) || undefined);
}

function lastVerb(text: string): string | undefined {
  const words = text.replace(/["“][^"”]*["”]/g, ' ').match(/[\p{L}'’]+/gu) ?? [];
  for (let i = words.length - 1; i >= 0; i--) {
    const before = (words[i - 1] ?? '').toLowerCase();
    const third = thirdPerson(words[i] ?? '');
    if (third && !/^(?:the|a|an|of|his|her|their)$/.test(before)) return third;
    if (bareVerb(words[i] ?? '') && /^(?:they|we|both|all|women|men|people|children|kids)$/.test(before)) return words[i]?.toLowerCase();
  }
  return verbIn(text);
}

function plural(sentence: string): boolean {
  return /^(?:then\s+)?(?:they|both|the two|two|three|four|five|six|seven|eight|people|men|women|children|kids|all|we)\b/i.test(sentence) || /^\p{Lu}\w+ and \p{Lu}\w+\b/u.test(sentence);
}

/** The pronoun or name that later beats of a sentence may begin with. */
function subjectOf(text: string): string | undefined {
  const m = /^(?:(?:then|now|slowly|suddenly),?\s+)?(he|she|they|both|everyone|the (?:man|woman|boy|girl|child|camera|drone)|\p{Lu}\p{Ll}+)\s+(\p{L}+)/iu.exec(text);
  const [, subject = '', second = ''] = m ?? [];
  if (!m || /^(?:a|an|the|then|in|on|at|with|cut|wide|medium|close|we|camera)$/i.test(subject)) return undefined;
  if (!thirdPerson(second) && !/ly$/.test(second) && !(plural(text) && bareVerb(second))) return undefined;
  return subject.charAt(0).toUpperCase() + subject.slice(1);
}

function proseBeats(line: string): Beat[] {
  return sentencesOf(plain(line)).flatMap((s) => (isBeat(s) ? beatsOf(s).map((words) => ({ words })) : [{ words: s }]));
}

/** Sentences that only describe go to the moment before them. */
function joinDescriptions(beats: Beat[], beat: Beat): Beat[] {
  const last = beats.at(-1);
  if (last && !isBeat(beat.words)) beats[beats.length - 1] = { ...last, words: sentences(last.words, beat.words) };
  else beats.push(beat);
  return beats;
}

/** What only describes at the beginning goes to the first moment in which something is done. */
function settle(beats: readonly Beat[]): Beat[] {
  const [first, second, ...rest] = beats;
  if (first && second && !hasAction(first.words) && first.words.length + second.words.length < LONGEST_PROMPT && !startsNew(second.words)) {
    return settle([{ ...second, words: sentences(first.words, second.words) }, ...rest]);
  }
  return [...beats];
}

function hasAction(words: string): boolean {
  return sentencesOf(words).some((s) => verbIn(s) !== undefined || /["“].+["”]/.test(s));
}

function startsNew(words: string): boolean {
  return /^(?:then\s+)?(?:cut|smash cut|reverse|insert|back to)\b/i.test(words);
}

function bounded(beats: readonly Beat[], timed: boolean, notices: string[]): Beat[] {
  let out = beats.map((b) => {
    if (b.words.length <= LONGEST_PROMPT) return b;
    notices.push(`One part is longer than a prompt of ${LONGEST_PROMPT.toLocaleString('en')} characters; its end was left out.`);
    return { ...b, words: b.words.slice(0, LONGEST_PROMPT) };
  });
  const most = MOST_KEYFRAMES + (timed && out.at(-1)?.words === '' ? 1 : 0);
  if (out.length <= most) return out.length ? out : [{ words: '' }];
  notices.push(`The text has ${out.length} moments, a clip holds ${MOST_KEYFRAMES}. The shortest neighbors were joined.`);
  while (out.length > most) {
    let best = 0;
    for (let i = 1; i + 1 < out.length; i++) if (joint(i) < joint(best)) best = i;
    const a = out[best] as Beat;
    const b = out[best + 1] as Beat;
    out = [...out.slice(0, best), { ...a, words: sentences(a.words, b.words).slice(0, LONGEST_PROMPT) }, ...out.slice(best + 2)];
  }
  return out;

  function joint(i: number): number {
    return (out[i]?.words.length ?? 0) + (out[i + 1]?.words.length ?? 0);
  }
}

/** How long a moment lasts: two to four seconds, spoken lines as long as they take. */
export function lengthOf(words: string): number {
  const line = [...words.matchAll(/["“]([^"”]*)["”]/g)].map((m) => m[1] ?? '').join(' ').trim();
  const spoken = line ? 0.8 + line.split(/\s+/).length / 2.6 : 0;
  const far = /\b(walk|run|stroll|jog|march|cross|enter|exit|push|pull|pan|track|dolly|crane|orbit|follow)/i.test(words) ? 3 : 2;
  const slow = /\b(slow|slowly|gently|gradually)\b/i.test(words) ? 1 : 0;
  const more = words.length > 120 ? 1 : 0;
  return Math.max(2, Math.min(Math.max(4, Math.min(spoken, 8)), Math.max(far + slow + more, Math.ceil(spoken * 2) / 2)));
}

function withDurations(beats: readonly Beat[]): { keyframes: KeyframeFields[]; duration: number } {
  let lengths = beats.map((b) => lengthOf(b.words));
  const last = lengths.length - 1;
  // The end gets a breath, so that it can be cut.
  lengths[last] = Math.min(LONGEST_SECONDS, Math.max(beats.length === 1 ? 4 : 2.5, (lengths[last] ?? 2) + 0.5));
  const sum = lengths.reduce((a, b) => a + b, 0);
  if (sum > LONGEST_SECONDS) {
    const share = LONGEST_SECONDS / sum;
    lengths = lengths.map((l) => Math.max(0.5, Math.floor(l * share * 4) / 4));
  }
  let at = 0;
  const keyframes = beats.map((b, i) => {
    const k: KeyframeFields = { at: seconds(at), prompt: b.words };
    at += lengths[i] ?? 2;
    return k;
  });
  return { keyframes, duration: Math.min(LONGEST_SECONDS, at) };
}

function withTimes(beats: readonly Beat[], notices: string[]): { keyframes: KeyframeFields[]; duration: number } {
  const kept: { words: string; at: number }[] = [];
  let late = 0;
  let end = 0;
  for (const b of beats) {
    const at = b.at ?? 0;
    if (!b.words) {
      end = Math.min(LONGEST_SECONDS, at);
      continue;
    }
    if (at >= LONGEST_SECONDS) {
      late++;
      continue;
    }
    const last = kept.at(-1);
    if (last && Math.round(last.at * 24) === Math.round(at * 24)) last.words = sentences(last.words, b.words);
    else kept.push({ words: b.words, at });
  }
  if (late) notices.push(`${late === 1 ? 'One moment is' : `${late} moments are`} after 20 s, where a clip ends, and ${late === 1 ? 'was' : 'were'} left out.`);
  const last = kept.at(-1);
  if (!last) return { keyframes: [{ at: '0s', prompt: '' }], duration: 5 };
  const duration = end > last.at ? end : Math.min(LONGEST_SECONDS, Math.max(last.at + 0.5, last.at + lengthOf(last.words)));
  return { keyframes: kept.map((k) => ({ at: seconds(k.at), prompt: k.words })), duration };
}

function seconds(value: number): string {
  return `${Math.round(value * 1000) / 1000}s`;
}

/** Words without the marks of a table or of Markdown around them. */
function plain(text: string): string {
  return text.replace(/^[|>\s]+|[|\s]+$/g, '').replace(/\*\*|__/g, '').trim();
}

function sentences(a: string, b: string): string {
  if (!a) return b;
  if (!b) return a;
  return /[.!?"”:,]$/.test(a) ? `${a} ${b}` : `${a}. ${b}`;
}

const FRAMING = /^(?:(?:an?|the|in|extreme|very)\s+)*(?:wide|full|medium|close|tight|over|establishing|two|low|high|slow|static|tracking|handheld|aerial|overhead|mcu|cu|ws|ms)\b[^,:.]*(?:shot|up|angle|in|out|shoulder|wide|medium|view)?\s*[,:.]\s*(?:of\s+)?/i;

function titleOf(lines: readonly string[], list: readonly Beat[] | undefined): string {
  const heading = lines[0] ?? '';
  const titled = list && !timedLine(heading) && !ITEM.test(heading) && heading.length <= 60;
  const source = titled ? plain(heading).replace(/[:.#]+$/g, '').replace(/^#+\s*/, '') : (list?.[0]?.words ?? heading);
  const body = titled ? source : source.replace(FRAMING, '').replace(/^(?:an?|the)\s+/i, '');
  const clause = (body.split(/[,.;:!?"“\n]/)[0] ?? '').trim() || source;
  const words = clause.split(/\s+/).slice(0, titled ? 10 : 6);
  while (words.length > 2 && /^(?:a|an|the|and|in|on|at|to|of|with|his|her|their|toward|towards|into|for|from)$/i.test(words.at(-1) ?? '')) words.pop();
  const title = words.join(' ').replace(/[\p{Cc}]/gu, '').slice(0, 60).trim();
  return title ? title.charAt(0).toUpperCase() + title.slice(1) : 'Untitled';
}
