import type { Decision, Explanation, Vocabulary } from '../api/answers.ts';
import type { ActionFields, CameraFields, KeyframeFields, LightFields, PerformerFields, ShotDocument } from '../shot/document.ts';
import {
  cameraOf,
  castOf,
  decoded,
  encoded,
  lightOf,
  performerOf,
  withCamera,
  withLight,
  withPerformer,
} from '../shot/fields.ts';
import { withKeyframe } from '../shot/edits.ts';

/**
 * From where a fact comes: the words, a decision, a field of this keyframe, a field that says something else than the
 * words, an earlier keyframe, or nowhere.
 */
export type FactState = 'words' | 'decided' | 'yours' | 'conflict' | 'held' | 'open';

/** One thing that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A fact of the staged keyframe, as an editable field. */
export interface Fact {
  /** Such as `camera.size` or `Anna.gaze`. */
  readonly id: string;
  readonly label: string;
  readonly state: FactState;
  /** What is chosen; empty if nothing is said here. */
  readonly value: string;
  /** What stands where nothing is chosen. */
  readonly otherwise: string;
  readonly choices: readonly Choice[];
  /** The number of the keyframe from which it holds. */
  readonly since?: number;
  /** What the words say, where a field says otherwise. */
  readonly words?: string;
}

/** The facts of the camera, of a performer, of the light or of the set. */
export interface FactGroup {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly Fact[];
  readonly person: boolean;
}

type Value = string | undefined;

interface Slot {
  readonly what: string;
  readonly label: string;
  /** Which decision speaks of it. */
  readonly slot: string;
  readonly read: (keyframe: KeyframeFields | undefined) => Value;
  readonly write: (shot: ShotDocument, index: number, value: Value) => ShotDocument;
  readonly choices: readonly Choice[];
  readonly show?: (value: string) => string;
  /** Whether it goes on until something else is said. */
  readonly holds: boolean;
  /** Until a cut only. */
  readonly perSetUp?: boolean;
}

/** What facts are read from. */
export interface FactSource {
  readonly shot: ShotDocument;
  readonly explanation: Explanation;
  /** What the words alone say, if there are fields that may say otherwise. */
  readonly words?: Explanation | undefined;
  readonly index: number;
  readonly vocabulary?: Vocabulary | undefined;
}

/** All facts of a keyframe: camera, performers, light, and the set where it may change. */
export function factsOf(source: FactSource): readonly FactGroup[] {
  const { shot, explanation, index } = source;
  const groups: FactGroup[] = [group(source, 'camera', 'Camera', cameraSlots(source))];
  for (const { name } of castOf(explanation.shot)) {
    groups.push(group(source, name, capital(name), performerSlots(source, name), true));
  }
  groups.push(group(source, 'light', 'Light', lightSlots(source)));
  const cut = explanation.shot.keyframes[index]?.transition === 'cut' || shot.keyframes[index]?.set !== undefined;
  if (index === 0 || cut) groups.push(group(source, 'set', 'Set', [setSlot(source)]));
  return groups;
}

/** A shot in which a fact is set as a field, or given back to the words. */
export function withFact(source: FactSource, id: string, value: Value): ShotDocument {
  const { shot, index } = source;
  const slot = slotsOf(source).get(id);
  return slot ? slot.write(shot, index, value === '' ? undefined : value) : shot;
}

function slotsOf(source: FactSource): ReadonlyMap<string, Slot> {
  const out = new Map<string, Slot>();
  for (const s of cameraSlots(source)) out.set(`camera.${s.what}`, s);
  for (const s of lightSlots(source)) out.set(`light.${s.what}`, s);
  for (const { name } of castOf(source.explanation.shot)) {
    for (const s of performerSlots(source, name)) out.set(`${name}.${s.what}`, s);
  }
  out.set('set.set', setSlot(source));
  return out;
}

function group(source: FactSource, key: string, title: string, slots: readonly Slot[], person = false): FactGroup {
  const facts = slots.map((s) => factOf(source, `${key}.${s.what}`, s)).filter((f) => f !== undefined);
  const said = facts.filter((f) => f.state !== 'open' && !/\.(side|pace|hand|target)$/.test(f.id));
  const here = said.filter((f) => f.state !== 'held');
  const summary = (here.length ? here : said)
    .slice(0, 3)
    .map((f) => (f.value ? (f.choices.find((c) => c.value === f.value)?.label ?? f.value) : f.otherwise))
    .join(', ');
  return { key, title, summary: summary || 'Nothing said here', facts, person };
}

function factOf(source: FactSource, id: string, slot: Slot): Fact | undefined {
  const { shot, explanation, words, index } = source;
  const own = slot.read(slot.slot === 'set' && index === 0 ? topOf(shot) : shot.keyframes[index]);
  const staged = slot.read(slot.slot === 'set' && index === 0 ? topOf(explanation.shot) : explanation.shot.keyframes[index]);
  const decision = decisionOf(explanation, index, slot.slot);
  const show = slot.show ?? label;
  const base = { id, label: slot.label };
  if (own !== undefined) {
    const byWords = words && !decisionOf(words, index, slot.slot) ? slot.read(words.shot.keyframes[index]) : undefined;
    const conflict = byWords !== undefined && byWords !== own;
    return {
      ...base,
      state: conflict ? 'conflict' : 'yours',
      value: own,
      otherwise: 'As the words say',
      choices: choicesWith(slot, own),
      ...(conflict ? { words: show(byWords) } : {}),
    };
  }
  if (staged !== undefined && !(decision && decision.slot === slot.slot)) {
    return { ...base, state: 'words', value: staged, otherwise: 'Not said', choices: choicesWith(slot, staged) };
  }
  if (decision) {
    const value = staged ?? slot.choices.find((c) => c.value === decision.value.replace(/\s+/g, '-'))?.value ?? '';
    return { ...base, state: 'decided', value, otherwise: label(decision.value), choices: choicesWith(slot, value) };
  }
  const held = slot.holds ? heldOf(explanation, index, slot) : undefined;
  if (held) {
    return { ...base, state: 'held', value: '', otherwise: show(held.value), since: held.since, choices: choicesWith(slot, '') };
  }
  return { ...base, state: 'open', value: '', otherwise: slot.what === 'move' ? 'None' : 'Not said', choices: choicesWith(slot, '') };
}

/** The shot's own set stands beside its keyframes; to read it like a keyframe's, it is shown as one. */
function topOf(shot: ShotDocument): KeyframeFields {
  const first = shot.keyframes[0];
  return { at: '0s', set: shot.set ?? first?.set } as KeyframeFields;
}

function decisionOf(explanation: Explanation, index: number, slot: string): Decision | undefined {
  return explanation.decisions.find((d) => d.slot === slot && (d.keyframe === index || (d.keyframe < 0 && index === 0)));
}

function heldOf(explanation: Explanation, index: number, slot: Slot): { readonly value: string; readonly since: number } | undefined {
  const frames = explanation.shot.keyframes;
  for (let i = index; i > 0; i--) {
    if (slot.perSetUp && frames[i]?.transition === 'cut') return undefined;
    const value = slot.read(slot.slot === 'set' && i === 1 ? topOf(explanation.shot) : frames[i - 1]);
    if (value !== undefined) return { value, since: i };
  }
  return undefined;
}

function choicesWith(slot: Slot, value: string): readonly Choice[] {
  if (!value || slot.choices.some((c) => c.value === value)) return slot.choices;
  return [{ value, label: (slot.show ?? label)(value) }, ...slot.choices];
}

const LENSES = [18, 24, 28, 35, 40, 50, 65, 85, 100, 135, 200];
const KELVINS = [2700, 3200, 4000, 4500, 5600, 6500, 7500];
const LEVELS = [-2, -1, -0.5, 0.5, 1, 2];
const HANDED = new Set(['raise-hand', 'lower-hand', 'point', 'wave', 'stop-sign', 'thumbs-up', 'check-watch', 'phone-to-ear', 'pick-up', 'put-down', 'drink', 'hand-on-heart', 'stroke-chin', 'facepalm', 'adjust-tie']);
const AIMED = new Set(['walk', 'run', 'turn', 'approach', 'enter', 'exit', 'look', 'glance', 'point', 'wave', 'talk', 'step-back', 'pick-up', 'sit-down', 'nod', 'listen']);
const PACED = new Set(['walk', 'run', 'enter', 'exit', 'approach', 'step-back', 'turn', 'wave', 'raise-hand', 'sit-down', 'stand-up', 'nod', 'look']);

function cameraSlots(source: FactSource): Slot[] {
  const v = source.vocabulary;
  const field = (what: keyof CameraFields & string, name: string, choices: readonly Choice[], more: Partial<Slot> = {}): Slot => ({
    what,
    label: name,
    slot: `camera.${what}`,
    read: (k) => text(cameraOf(k)[what]),
    write: (shot, index, value) => withCamera(shot, index, { [what]: value }),
    choices,
    holds: true,
    perSetUp: true,
    ...more,
  });
  const people = castOf(source.explanation.shot).map((c) => c.name);
  return [
    field('size', 'Size', named(v?.shot_sizes)),
    field('composition', 'Frame', named(v?.compositions)),
    {
      ...field('subjects', 'Subjects', [
        ...people.map((p) => ({ value: `person:${p}`, label: capital(p) })),
        ...pairsOf(people).map(([a, b]) => ({ value: `person:${a}|person:${b}`, label: `${capital(a)} and ${b}` })),
      ]),
      read: (k) => {
        const subjects = cameraOf(k).subjects;
        if (subjects === undefined) return undefined;
        const list = Array.isArray(subjects) ? subjects : [subjects];
        return list.length ? list.map((s) => targetValue(s, people)).join('|') : undefined;
      },
      write: (shot, index, value) => withCamera(shot, index, { subjects: value?.split('|').map(decoded) }),
      show: (value) => value.split('|').map(targetLabel).join(' and '),
    },
    field('angle', 'Angle', named(v?.camera_angles)),
    field('side', 'Side', named(v?.camera_sides)),
    field('lens', 'Lens', LENSES.map((l) => ({ value: String(l), label: `${l} mm` })), {
      read: (k) => {
        const lens: unknown = cameraOf(k).lens;
        return lens === undefined ? undefined : String(Number.parseFloat(String(lens)));
      },
      write: (shot, index, value) => withCamera(shot, index, { lens: value === undefined ? undefined : Number(value) }),
      show: (value) => `${value} mm`,
    }),
    field('support', 'Support', named(v?.camera_supports)),
    field('move', 'Move', named(v?.concepts), {
      read: (k) => moveOf(k)?.kind,
      write: (shot, index, value) =>
        withCamera(shot, index, { move: value === undefined ? undefined : { ...stagedMove(source), kind: value } }),
      holds: false,
    }),
    ...(moveOf(source.explanation.shot.keyframes[source.index])
      ? [
          field('pace', 'Move pace', named(v?.paces), {
            read: (k) => moveOf(k)?.pace ?? (moveOf(k) ? 'natural' : undefined),
            write: (shot, index, value) => {
              const move = stagedMove(source);
              return move ? withCamera(shot, index, { move: value === undefined ? undefined : { ...move, pace: value } }) : shot;
            },
            holds: false,
          }),
        ]
      : []),
    ...markSlot('camera.mark', (k) => cameraOf(k)['mark'], (shot, index) => withCamera(shot, index, { mark: undefined }), source),
  ];
}

function moveOf(keyframe: KeyframeFields | undefined): { kind: string; pace?: string } | undefined {
  const move: unknown = cameraOf(keyframe).move;
  if (typeof move === 'string') return { kind: move };
  return move && typeof move === 'object' ? (move as { kind: string; pace?: string }) : undefined;
}

function stagedMove(source: FactSource): { kind: string; pace?: string } | undefined {
  return moveOf(source.shot.keyframes[source.index]) ?? moveOf(source.explanation.shot.keyframes[source.index]);
}

function lightSlots(source: FactSource): Slot[] {
  const v = source.vocabulary;
  const number = (what: 'kelvin' | 'level', name: string, choices: readonly Choice[], show: (value: string) => string): Slot => ({
    what,
    label: name,
    slot: `light.${what}`,
    read: (k) => (lightOf(k)[what] === undefined ? undefined : String(lightOf(k)[what])),
    write: (shot, index, value) => withLight(shot, index, { [what]: value === undefined ? undefined : Number(value) }),
    choices,
    show,
    holds: true,
  });
  return [
    light('lighting', 'Plan', 'light', named(v?.lightings)),
    light('from', 'From', 'light.from', ['left', 'right', 'up', 'back', 'camera'].map((d) => ({ value: d, label: FROM[d] ?? d }))),
    number('kelvin', 'Color', KELVINS.map((k) => ({ value: String(k), label: `${k} K` })), (x) => `${Math.round(Number(x))} K`),
    number('level', 'Level', LEVELS.map((l) => ({ value: String(l), label: stops(l) })), (x) => stops(Number(x))),
    ...markSlot('light.mark', (k) => lightOf(k)['mark'], (shot, index) => withLight(shot, index, { mark: undefined }), source),
  ];

  function light(what: keyof LightFields & string, name: string, slot: string, choices: readonly Choice[]): Slot {
    return {
      what,
      label: name,
      slot,
      read: (k) => text(lightOf(k)[what]),
      write: (shot, index, value) => withLight(shot, index, { [what]: value }),
      choices,
      holds: true,
    };
  }
}

const FROM: Readonly<Record<string, string>> = {
  left: 'From the left',
  right: 'From the right',
  up: 'From above',
  back: 'From behind',
  camera: 'From the camera',
};

function stops(level: number): string {
  const n = Math.abs(level);
  return `${n} ${n === 1 ? 'stop' : 'stops'} ${level < 0 ? 'darker' : 'brighter'}`;
}

function performerSlots(source: FactSource, who: string): Slot[] {
  const { explanation, index } = source;
  const v = source.vocabulary;
  const others = castOf(explanation.shot).map((c) => c.name).filter((n) => n !== who);
  const people = castOf(explanation.shot).map((c) => c.name);
  const write = (shot: ShotDocument, i: number, change: Partial<PerformerFields>) => withPerformer(shot, explanation, i, who, change);
  const actions = (k: KeyframeFields | undefined): readonly ActionFields[] =>
    (performerOf(k, who)?.actions ?? []).map((a: ActionFields | string) => (typeof a === 'string' ? { kind: a } : a));
  const staged = actions(source.shot.keyframes[index]).length ? actions(source.shot.keyframes[index]) : actions(explanation.shot.keyframes[index]);
  const first = staged[0];
  const ofFirst = (what: string, name: string, choices: readonly Choice[], get: (a: ActionFields) => Value, set: (value: Value) => Partial<ActionFields>, show?: (value: string) => string): Slot => ({
    what,
    label: name,
    slot: `${who}.${what === 'hand' ? 'side' : what}`,
    read: (k) => {
      const a = actions(k)[0];
      return a ? get(a) : undefined;
    },
    write: (shot, i, value) => {
      if (value === undefined) return write(shot, i, { actions: undefined });
      return write(shot, i, { actions: staged.map((a, n) => (n === 0 ? { ...a, ...set(value) } : a)) });
    },
    choices,
    holds: false,
    ...(show ? { show } : {}),
  });
  const aims = targets(others, ['camera', 'direction:left', 'direction:right', 'direction:away']);
  return [
    ...markSlot(`${who}.mark`, (k) => performerOf(k, who)?.['mark'], (shot, i) => write(shot, i, { mark: undefined }), source),
    {
      what: 'place',
      label: 'Place',
      slot: `${who}.place`,
      read: (k) => {
        const place: unknown = performerOf(k, who)?.place;
        if (place === undefined) return undefined;
        if (typeof place === 'string') return `at ${targetValue(place, people)}`;
        const p = place as { relation?: string; target?: unknown };
        return `${p.relation ?? 'at'} ${targetValue(p.target ?? place, people)}`;
      },
      write: (shot, i, value) => {
        const space = value?.indexOf(' ') ?? -1;
        return write(shot, i, {
          place: value === undefined ? undefined : { relation: value.slice(0, space), target: decoded(value.slice(space + 1)) },
        });
      },
      choices: [
        { value: 'at direction:left', label: 'Left in the picture' },
        { value: 'at direction:right', label: 'Right in the picture' },
        { value: 'at direction:back', label: 'In the background' },
        { value: 'at direction:forward', label: 'In the foreground' },
        ...others.flatMap((o) => [
          { value: `beside person:${o}`, label: `Beside ${o}` },
          { value: `facing person:${o}`, label: `Facing ${o}` },
          { value: `behind person:${o}`, label: `Behind ${o}` },
        ]),
        ...['door', 'window', 'table', 'desk', 'chair', 'wall'].map((t) => ({ value: `at thing:${t}`, label: `At the ${t}` })),
      ],
      show: placeLabel,
      holds: true,
    },
    {
      what: 'posture',
      label: 'Posture',
      slot: `${who}.posture`,
      read: (k) => text(performerOf(k, who)?.posture),
      write: (shot, i, value) => write(shot, i, { posture: value }),
      choices: named(v?.postures),
      holds: true,
    },
    {
      what: 'action',
      label: 'Does',
      slot: `${who}.action`,
      read: (k) => actions(k).map((a) => a.kind).join('+') || undefined,
      write: (shot, i, value) => write(shot, i, { actions: value === undefined ? undefined : value.split('+').map((kind, n) => (staged[n]?.kind === kind ? (staged[n] as ActionFields) : { kind })) }),
      choices: named(v?.actions),
      show: (value) => capital(value.split('+').map((a) => a.replace(/-/g, ' ')).join(', then ')),
      holds: false,
    },
    ...(first && HANDED.has(first.kind)
      ? [ofFirst('hand', 'Hand', named(['left', 'right', 'both']), (a) => text(a.side), (side) => ({ side }))]
      : []),
    ...(first && AIMED.has(first.kind)
      ? [ofFirst('target', 'Toward', aims, (a) => (a.target === undefined ? undefined : targetValue(a.target, people)), (t) => ({ target: decoded(t ?? 'camera') }), targetLabel)]
      : []),
    ...(first && PACED.has(first.kind)
      ? [ofFirst('pace', 'Pace', named(v?.paces), (a) => text(a.pace), (pace) => ({ pace }))]
      : []),
    {
      what: 'expression',
      label: 'Face',
      slot: `${who}.expression`,
      read: (k) => text(performerOf(k, who)?.expression),
      write: (shot, i, value) => write(shot, i, { expression: value }),
      choices: named(v?.expressions),
      holds: true,
    },
    {
      what: 'gaze',
      label: 'Gaze',
      slot: `${who}.gaze`,
      read: (k) => {
        const gaze = performerOf(k, who)?.gaze;
        return gaze === undefined ? undefined : targetValue(gaze, people);
      },
      write: (shot, i, value) => write(shot, i, { gaze: value === undefined ? undefined : decoded(value) }),
      choices: targets(others, ['camera', 'direction:left', 'direction:right', 'own:up', 'own:down', 'own:forward', 'direction:away', 'thing:window', 'thing:door']),
      show: (value) => (value === 'camera' ? 'Into the lens' : `At ${targetLabel(value).replace(/^(The)/, 'the')}`.replace(/^At (Left|Right|Up|Down|Ahead|Away)/, '$1')),
      holds: true,
    },
  ];
}

/** A mark that was dragged in the overhead view; it can only be taken away here. */
function markSlot(id: string, read: (k: KeyframeFields | undefined) => unknown, clear: (shot: ShotDocument, index: number) => ShotDocument, source: FactSource): Slot[] {
  if (read(source.shot.keyframes[source.index]) === undefined) return [];
  return [
    {
      what: 'mark',
      label: 'Mark',
      slot: id,
      read: (k) => (read(k) === undefined ? undefined : 'mark'),
      write: (shot, index, value) => (value === undefined ? clear(shot, index) : shot),
      choices: [{ value: 'mark', label: 'As dragged' }],
      holds: false,
    },
  ];
}

function setSlot(source: FactSource): Slot {
  return {
    what: 'set',
    label: 'Place',
    slot: 'set',
    read: (k) => text(k?.set),
    write: (shot, index, value) => {
      if (index > 0) return withKeyframe(shot, index, { set: value } as Partial<KeyframeFields>);
      const { set: _, ...rest } = shot;
      const bare = rest.keyframes[0]?.set === undefined ? rest : withKeyframe(rest as ShotDocument, 0, { set: undefined } as Partial<KeyframeFields>);
      return (value === undefined ? bare : { ...bare, set: value }) as ShotDocument;
    },
    choices: named(source.vocabulary?.sets),
    holds: true,
  };
}

function targets(people: readonly string[], more: readonly string[]): Choice[] {
  return [...people.map((p) => `person:${p}`), ...more].map((value) => ({
    value,
    label: value === 'camera' ? 'The camera' : targetLabel(value),
  }));
}

/** A target as a value; a bare name of a performer means the performer. */
function targetValue(target: unknown, people: readonly string[]): string {
  const value = encoded(target as Parameters<typeof encoded>[0]);
  if (value.includes(':') || value === 'camera' || value === 'everyone') return value === 'direction:camera' ? 'camera' : value;
  if (people.includes(value)) return `person:${value}`;
  return /^(left|right|up|down|forward|back|away|around)$/.test(value) ? `direction:${value}` : `thing:${value}`;
}

const WAYS: Readonly<Record<string, string>> = { forward: 'Ahead', back: 'Back' };

function targetLabel(value: string): string {
  if (value === 'camera') return 'The camera';
  if (value === 'everyone') return 'Everyone';
  const [kind = '', what = ''] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
  if (kind === 'person') return capital(what);
  if (kind === 'thing') return `The ${what}`;
  return WAYS[what] ?? capital(what);
}

function placeLabel(value: string): string {
  const space = value.indexOf(' ');
  const [relation, target] = [value.slice(0, space), value.slice(space + 1)];
  const said = targetLabel(target);
  if (relation === 'at' && /^(Left|Right)$/.test(said)) return `${said} in the picture`;
  return `${capital(relation.replace(/-/g, ' '))} ${said.replace(/^The/, 'the')}`;
}

function pairsOf(people: readonly string[]): readonly (readonly [string, string])[] {
  return people.slice(0, 4).flatMap((a, i) => people.slice(i + 1, 4).map((b) => [a, b] as const));
}

function named(names: readonly unknown[] | undefined): readonly Choice[] {
  return (names ?? []).map((n) => ({ value: String(n), label: label(String(n)) }));
}

const LABELS: Readonly<Record<string, string>> = {
  'fluorescent-overhead': 'Overhead fluorescent',
  'fluorescent overhead': 'Overhead fluorescent',
  'night-practicals': 'Practical lamps at night',
  'street-day': 'Street by day',
  'street-night': 'Street by night',
  window: 'Window light',
  place: 'The place',
};

/** What a name of the vocabulary is called on the page: `close-up` is "Close-up". */
export function label(name: string): string {
  return LABELS[name] ?? capital(name.replace(/-/g, ' ').replace(/\bclose up\b/, 'close-up').replace(/\bt shirt\b/, 'T-shirt'));
}

function text(value: unknown): Value {
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A shot as its words alone tell it at one keyframe: without the fields that may say otherwise. */
export function wordsAlone(shot: ShotDocument, index: number): ShotDocument | undefined {
  const k = shot.keyframes[index];
  if (!k || !(k.prompt ?? '').trim()) return undefined;
  if (k.camera === undefined && k.cast === undefined && k.light === undefined && k.set === undefined) return undefined;
  const change = { camera: undefined, cast: undefined, light: undefined, set: undefined } as unknown as Partial<KeyframeFields>;
  return withKeyframe(shot, index, change);
}
