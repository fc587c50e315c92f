import type { Floor, PlanBox, StagePlan } from './plan.ts';

/** More than this is not shown at once, meters. */
const MOST_METERS = 24;
const MARGIN = 0.6;
/** How much room somebody needs to a wall. */
const CLEARANCE = 0.25;

/** How a plan lies on the page: the long side across, the camera's side left or below. */
export interface PlanFit {
  /** Whether it is turned by a quarter, so that depth runs across. */
  readonly turned: boolean;
  /** Pixels a meter. */
  readonly scale: number;
  /** Where x = 0, z = 0 is. */
  readonly origin: readonly [number, number];
}

/** Room on the page, pixels. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** What is kept free below, for the scale and the words. */
  readonly foot: number;
  /** What the inset takes of the lower right corner. */
  readonly inset: readonly [number, number];
}

/** Lays a box of the floor onto the page as large as it gets, beside or above the inset. */
export function fit(box: PlanBox, sheet: Sheet): PlanFit {
  const wide = box.x1 - box.x0;
  const deep = box.z1 - box.z0;
  const turned = deep > wide * 1.2;
  const [w, h] = turned ? [deep, wide] : [wide, deep];
  const above = { width: sheet.width, height: sheet.height - Math.max(sheet.foot, sheet.inset[1]) };
  const beside = { width: sheet.width - sheet.inset[0], height: sheet.height - sheet.foot };
  const scaleIn = (room: { width: number; height: number }) => Math.max(1, Math.min(room.width / w, room.height / h));
  const room = scaleIn(above) >= scaleIn(beside) ? above : beside;
  const scale = scaleIn(room);
  const left = (room.width - w * scale) / 2;
  const top = (room.height - h * scale) / 2;
  // Turned, z runs from right to left, so that the camera before the stage stands left.
  const origin: [number, number] = turned
    ? [left + box.z1 * scale, top - box.x0 * scale]
    : [left - box.x0 * scale, top - box.z0 * scale];
  return { turned, scale, origin };
}

/** Where a place of the floor is on the page. */
export function toPage(f: PlanFit, x: number, z: number): [number, number] {
  return f.turned ? [f.origin[0] - z * f.scale, f.origin[1] + x * f.scale] : [f.origin[0] + x * f.scale, f.origin[1] + z * f.scale];
}

/** Which place of the floor is at a point of the page. */
export function toFloor(f: PlanFit, px: number, py: number): [number, number] {
  return f.turned
    ? [(py - f.origin[1]) / f.scale, (f.origin[0] - px) / f.scale]
    : [(px - f.origin[0]) / f.scale, (py - f.origin[1]) / f.scale];
}

/** A step on the page as a step on the floor. */
export function stepOnFloor(f: PlanFit, right: number, down: number): [number, number] {
  return f.turned ? [down, -right] : [right, down];
}

/** A direction on the floor (0 faces +z, 90 faces +x) as degrees on the page, clockwise from right. */
export function pageAngle(f: PlanFit, facing: number): number {
  const r = (facing * Math.PI) / 180;
  const [dx, dz] = [Math.sin(r), Math.cos(r)];
  const [px, py] = f.turned ? [-dz, dx] : [dx, dz];
  return (Math.atan2(py, px) * 180) / Math.PI;
}

/** What of a plan is shown: all, or in large sets what is near to where something happens. */
export function shownBox(plan: StagePlan): PlanBox {
  const places: Floor[] = [];
  for (const p of plan.people) for (const m of p.marks) places.push([m.x, m.z]);
  for (const m of plan.camera.marks) places.push([m.x, m.z]);
  const b = plan.bounds;
  const all = grown({ ...b }, places);
  if (all.x1 - all.x0 <= MOST_METERS && all.z1 - all.z0 <= MOST_METERS) return padded(all);
  const near = grown({ ...plan.actingArea }, places);
  const limited = (low: number, high: number, from: number, to: number): [number, number] => {
    const size = Math.max(Math.min(high - low, MOST_METERS), to - from);
    const middle = (from + to) / 2;
    const start = Math.min(Math.max(middle - size / 2, low), Math.max(low, high - size));
    return [Math.min(start, from), Math.max(start + size, to)];
  };
  const [x0, x1] = limited(all.x0, all.x1, near.x0, near.x1);
  const [z0, z1] = limited(all.z0, all.z1, near.z0, near.z1);
  return padded({ x0, x1, z0, z1 });
}

function grown(box: PlanBox, places: readonly Floor[]): PlanBox {
  return places.reduce<PlanBox>(
    (b, [x, z]) => ({ x0: Math.min(b.x0, x), z0: Math.min(b.z0, z), x1: Math.max(b.x1, x), z1: Math.max(b.z1, z) }),
    box,
  );
}

function padded(b: PlanBox): PlanBox {
  return { x0: b.x0 - MARGIN, z0: b.z0 - MARGIN, x1: b.x1 + MARGIN, z1: b.z1 + MARGIN };
}

/** A place near to a wanted one where one can stand, and what was in the way. */
export interface FreePlace {
  readonly x: number;
  readonly z: number;
  readonly stopped?: string;
}

/**
 * The nearest place inside the rooms, and for people not in furniture.
 *
 * @param walks whether it is somebody who walks; lenses and lamps go over furniture
 */
export function freePlace(plan: StagePlan, x: number, z: number, walks: boolean): FreePlace {
  const inside = intoRooms(plan, x, z);
  if (!walks) return inside;
  for (const thing of plan.furniture) {
    if (!thing.solid || thing.low > 1.2 || !within(thing.outline, inside.x, inside.z)) continue;
    const [ox, oz] = outOf(thing.outline, inside.x, inside.z);
    const out = intoRooms(plan, ox, oz);
    return { x: out.x, z: out.z, stopped: thing.name };
  }
  return inside;
}

function intoRooms(plan: StagePlan, x: number, z: number): FreePlace {
  if (plan.rooms.length === 0) return { x, z };
  let best: FreePlace | undefined;
  let least = Infinity;
  for (const r of plan.rooms) {
    const nx = middleOf(x, r.x0 + CLEARANCE, r.x1 - CLEARANCE);
    const nz = middleOf(z, r.z0 + CLEARANCE, r.z1 - CLEARANCE);
    const d = Math.hypot(nx - x, nz - z);
    if (d < least) {
      least = d;
      best = d < 1e-9 ? { x: nx, z: nz } : { x: nx, z: nz, stopped: 'wall' };
    }
  }
  return best ?? { x, z };
}

function middleOf(v: number, low: number, high: number): number {
  return Math.min(Math.max(v, Math.min(low, high)), Math.max(low, high));
}

/** Whether a place is in an outline. */
export function within(outline: readonly Floor[], x: number, z: number): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [ax, az] = outline[i]!;
    const [bx, bz] = outline[j]!;
    if (az > z !== bz > z && x < ((bx - ax) * (z - az)) / (bz - az) + ax) inside = !inside;
  }
  return inside;
}

/** The nearest place out of an outline, with some room to it. */
function outOf(outline: readonly Floor[], x: number, z: number): [number, number] {
  let best: [number, number] = [x, z];
  let least = Infinity;
  const n = outline.length;
  const [cx, cz] = outline.reduce<[number, number]>((s, p) => [s[0] + p[0] / n, s[1] + p[1] / n], [0, 0]);
  for (let i = 0; i < n; i++) {
    const [ax, az] = outline[i]!;
    const [bx, bz] = outline[(i + 1) % n]!;
    const [dx, dz] = [bx - ax, bz - az];
    const length = Math.hypot(dx, dz);
    if (length < 1e-6) continue;
    const t = middleOf(((x - ax) * dx + (z - az) * dz) / (length * length), 0, 1);
    const [px, pz] = [ax + t * dx, az + t * dz];
    const d = Math.hypot(px - x, pz - z);
    if (d >= least) continue;
    least = d;
    // Away from the middle of the thing.
    let [ox, oz] = [-dz / length, dx / length];
    if (ox * (px - cx) + oz * (pz - cz) < 0) [ox, oz] = [-ox, -oz];
    best = [px + ox * CLEARANCE, pz + oz * CLEARANCE];
  }
  return best;
}

/** Where somebody is at a frame of a path, by straight lines between its points: x, z, facing. */
export function onPath(path: readonly (readonly [number, number, number, number])[], frame: number): [number, number, number] | undefined {
  const after = path.findIndex((p) => p[0] >= frame);
  if (path.length === 0) return undefined;
  const b = after < 0 ? path[path.length - 1]! : path[after]!;
  const a = after <= 0 ? b : path[after - 1]!;
  const t = b[0] === a[0] ? 0 : middleOf((frame - a[0]) / (b[0] - a[0]), 0, 1);
  const turn = ((((b[3] - a[3]) % 360) + 540) % 360) - 180;
  return [a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2]), a[3] + t * turn];
}

/** Meters as people say them: `2.2 m`. */
export function meters(d: number): string {
  return `${d.toFixed(1)} m`;
}

/** Meters for a screen reader: `2.2 meters`. */
export function spokenMeters(d: number): string {
  return `${d.toFixed(1)} meters`;
}

/** Rounded to centimeters, as marks are written. */
export function centimeters(v: number): number {
  return Math.round(v * 100) / 100 + 0;
}

/** A label beside a thing on the page: where its text begins or ends. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

/** A thing with a name, on the page. */
export interface Labeled {
  readonly at: readonly [number, number];
  readonly radius: number;
  /** Length of each line of the label, pixels. */
  readonly lines: readonly number[];
}

/** From one line of a label to the next in usual text, pixels. */
export const LINE = 18;

/**
 * Places labels one after the other where they cover neither things nor labels before them, if there is such a place, and
 * stay on the page.
 *
 * @param unit how much larger than usual the text is
 */
export function placeLabels(things: readonly Labeled[], width: number, height: number, unit = 1): readonly LabelPlace[] {
  type Rect = readonly [number, number, number, number];
  const taken: Rect[] = things.map(({ at: [x, y], radius: r }) => [x - r, y - r, x + r, y + r]);
  const overlap = (a: Rect, b: Rect) =>
    Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  return things.map(({ at: [x, y], radius: r, lines }) => {
    const w = Math.max(...lines, 0);
    const h = lines.length * LINE * unit;
    const candidates: LabelPlace[] = [
      { x: x + r + 6, y: y + r + 14 * unit, anchor: 'start' },
      { x: x + r + 6, y: y - r - h + 12 * unit, anchor: 'start' },
      { x: x - r - 6, y: y + r + 14 * unit, anchor: 'end' },
      { x: x - r - 6, y: y - r - h + 12 * unit, anchor: 'end' },
      { x, y: y - r - h + 8 * unit, anchor: 'middle' },
      { x, y: y + r + 18 * unit, anchor: 'middle' },
      { x: x + r + 10, y: y + 5 * unit, anchor: 'start' },
      { x: x - r - 10, y: y + 5 * unit, anchor: 'end' },
      { x, y: y - r - h - 16 * unit, anchor: 'middle' },
      { x, y: y + r + 42 * unit, anchor: 'middle' },
    ];
    let best = candidates[0]!;
    let least = Infinity;
    let bestRect: Rect = [0, 0, 0, 0];
    candidates.forEach((c, i) => {
      const left = c.anchor === 'start' ? c.x : c.anchor === 'end' ? c.x - w : c.x - w / 2;
      const top = c.y - 13 * unit;
      const rect: Rect = [left, top, left + w, top + h];
      const outside = w * h - overlap(rect, [0, 0, width, height]);
      const cost = taken.reduce((sum, t) => sum + overlap(rect, t), 0) + 3 * outside + i;
      if (cost >= least) return;
      least = cost;
      best = c;
      bestRect = rect;
    });
    taken.push(bestRect);
    return best;
  });
}
