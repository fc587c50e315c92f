import { type SVGTemplateResult, nothing, svg } from 'lit';
import type { CameraMark, Floor, PlanGaze, PlanLight, PlanOpening, PlanPerson, PlanThing, PlanWall, StagePlan } from './plan.ts';
import { type PlanFit, pageAngle, toPage } from './plan-geometry.ts';

type Drawing = SVGTemplateResult | typeof nothing;

function point(f: PlanFit, p: Floor): string {
  const [x, y] = toPage(f, p[0], p[1]);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** Squares of a meter inside the rooms. */
export function grid(plan: StagePlan, f: PlanFit): Drawing {
  const lines: string[] = [];
  for (const r of plan.rooms) {
    for (let x = Math.ceil(r.x0); x <= r.x1; x++) lines.push(`M${point(f, [x, r.z0])}L${point(f, [x, r.z1])}`);
    for (let z = Math.ceil(r.z0); z <= r.z1; z++) lines.push(`M${point(f, [r.x0, z])}L${point(f, [r.x1, z])}`);
  }
  return svg`<path class="grid" d=${lines.join('')}/>`;
}

/** Walls with gaps where they open, leaves of doors with the way they swing, panes of windows. */
export function walls(plan: StagePlan, f: PlanFit): Drawing {
  return svg`<g class="walls">${plan.walls.map((w) => svg`<path class="wall" d=${solid(w, f)}/>${w.openings.map((o) => opening(o, f))}`)}</g>`;
}

function solid(w: PlanWall, f: PlanFit): string {
  const [dx, dz] = [w.to[0] - w.from[0], w.to[1] - w.from[1]];
  const length = Math.hypot(dx, dz) || 1;
  const along = (p: Floor) => ((p[0] - w.from[0]) * dx + (p[1] - w.from[1]) * dz) / length;
  const gaps = w.openings
    .map((o) => [along(o.from), along(o.to)].sort((a, b) => a - b) as [number, number])
    .sort((a, b) => a[0] - b[0]);
  const at = (t: number): Floor => [w.from[0] + (dx * t) / length, w.from[1] + (dz * t) / length];
  let d = '';
  let from = 0;
  for (const [a, b] of gaps) {
    if (a > from) d += `M${point(f, at(from))}L${point(f, at(a))}`;
    from = Math.max(from, b);
  }
  return from < length ? `${d}M${point(f, at(from))}L${point(f, at(length))}` : d;
}

function opening(o: PlanOpening, f: PlanFit): Drawing {
  if (o.kind === 'window' || o.kind === 'glass-door') return svg`<path class="pane" d=${`M${point(f, o.from)}L${point(f, o.to)}`}/>`;
  if (!o.hinge || !o.swing) return nothing;
  const far = Math.hypot(o.hinge[0] - o.from[0], o.hinge[1] - o.from[1]) < 0.01 ? o.to : o.from;
  const wide = Math.hypot(far[0] - o.hinge[0], far[1] - o.hinge[1]);
  const open: Floor = [o.hinge[0] + o.swing[0] * wide, o.hinge[1] + o.swing[1] * wide];
  const r = wide * f.scale;
  const [ax, ay] = toPage(f, far[0], far[1]);
  const [bx, by] = toPage(f, open[0], open[1]);
  const [hx, hy] = toPage(f, o.hinge[0], o.hinge[1]);
  const sweep = (ax - hx) * (by - hy) - (ay - hy) * (bx - hx) > 0 ? 1 : 0;
  return svg`<path class="leaf" d=${`M${hx} ${hy}L${bx} ${by}A${r} ${r} 0 0 ${1 - sweep} ${ax} ${ay}`}/>`;
}

export function furniture(things: readonly PlanThing[], f: PlanFit): Drawing {
  // What hangs over heads is not in the way and not drawn.
  return svg`<g class="furniture">${things
    .filter((t) => t.low < 1.2)
    .map((t) => svg`<path class=${t.solid ? 'thing' : 'thing flat'} d=${`M${t.outline.map((p) => point(f, p)).join('L')}Z`}><title>${t.name}</title></path>`)}</g>`;
}

/** Lamps of the set: dashed, as they hang above. */
export function fixtures(lights: readonly PlanLight[], frame: number, f: PlanFit): Drawing {
  return svg`<g class="fixtures">${lights
    .filter((l) => l.position && !l.movable && l.kind !== 'window' && l.from <= frame && frame < l.to)
    .map((l) => {
      const [x, y] = toPage(f, l.position![0], l.position![2]);
      const [w, h] = l.kind === 'overhead' ? (f.turned ? [1.2, 0.6] : [0.6, 1.2]) : [0.35, 0.35];
      return svg`<rect class="fixture" x=${x - (w * f.scale) / 2} y=${y - (h * f.scale) / 2} width=${w * f.scale} height=${h * f.scale}><title>${l.name}</title></rect>`;
    })}</g>`;
}

/** What the lens sees of the floor, to a distance in meters. */
export function view(c: { x: number; z: number; facing: number; fov: number }, reach: number, f: PlanFit, clip: string): Drawing {
  const side = (turn: number): Floor => {
    const r = ((c.facing + turn) * Math.PI) / 180;
    return [c.x + Math.sin(r) * reach, c.z + Math.cos(r) * reach];
  };
  return svg`<path class="view" clip-path=${`url(#${clip})`} d=${`M${point(f, [c.x, c.z])}L${point(f, side(c.fov / 2))}L${point(f, side(-c.fov / 2))}Z`}/>`;
}

/** Which part of the page the rooms cover. */
export function rooms(plan: StagePlan, f: PlanFit): Drawing {
  return svg`${plan.rooms.map((r) => {
    const [ax, ay] = toPage(f, r.x0, r.z0);
    const [bx, by] = toPage(f, r.x1, r.z1);
    return svg`<rect x=${Math.min(ax, bx)} y=${Math.min(ay, by)} width=${Math.abs(bx - ax)} height=${Math.abs(by - ay)}/>`;
  })}`;
}

/** Where somebody goes up to a frame. */
export function path(p: PlanPerson, to: number, f: PlanFit): Drawing {
  const points = p.path.filter((s) => s[0] <= to).map((s) => point(f, [s[1], s[2]]));
  return points.length < 2 ? nothing : svg`<path class="path" d=${`M${points.join('L')}`}/>`;
}

/** Where the lens goes within its set-up, up to a frame. */
export function track(plan: StagePlan, to: number, f: PlanFit): Drawing {
  const cut = Math.max(0, ...plan.camera.cuts.filter((c) => c <= to));
  const points = plan.camera.path.filter((s) => s[0] >= cut && s[0] <= to).map((s) => point(f, [s[1], s[3]]));
  return points.length < 2 ? nothing : svg`<path class="track" d=${`M${points.join('L')}`}/>`;
}

/** The numbered marks of other keyframes. */
export function earlier(p: PlanPerson, keyframe: number, f: PlanFit): Drawing {
  const here = p.marks.find((m) => m.keyframe === keyframe);
  return svg`${p.marks
    .filter((m) => m.keyframe < keyframe && here && Math.hypot(m.x - here.x, m.z - here.z) > 0.35)
    .map((m) => numbered(toPage(f, m.x, m.z), m.keyframe + 1, 'round'))}`;
}

export function earlierCameras(marks: readonly CameraMark[], keyframe: number, f: PlanFit): Drawing {
  const here = marks.find((m) => m.keyframe === keyframe);
  return svg`${marks
    .filter((m) => m.keyframe < keyframe && here && Math.hypot(m.x - here.x, m.z - here.z) > 0.45)
    .map((m) => numbered(toPage(f, m.x, m.z), m.keyframe + 1, 'square'))}`;
}

function numbered([x, y]: readonly [number, number], number: number, shape: 'round' | 'square'): SVGTemplateResult {
  return svg`<g class="earlier">${
    shape === 'round' ? svg`<circle cx=${x} cy=${y} r="11"/>` : svg`<rect x=${x - 13} y=${y - 11} width="26" height="22" rx="3"/>`
  }<text x=${x} y=${y + 4.5} text-anchor="middle">${number}</text></g>`;
}

/** A dotted line to what somebody looks at. */
export function gaze(plan: StagePlan, from: Floor, look: PlanGaze | undefined, keyframe: number, lens: Floor | undefined, f: PlanFit): Drawing {
  let to: Floor | undefined;
  if (look?.kind === 'lens') to = lens;
  if (look?.kind === 'point') to = [look.at[0], look.at[2]];
  if (look?.kind === 'person') {
    const m = plan.people.find((p) => p.name === look.name)?.marks.find((k) => k.keyframe === keyframe);
    if (m) to = [m.x, m.z];
  }
  return to ? svg`<path class="gaze" d=${`M${point(f, from)}L${point(f, to)}`}/>` : nothing;
}

/** Circles of distance round a place, a meter apart. */
export function rings(at: Floor, f: PlanFit): Drawing {
  const [x, y] = toPage(f, at[0], at[1]);
  return svg`<g class="rings">${[1, 2, 3, 4, 5, 6].map(
    (m) => svg`<circle cx=${x} cy=${y} r=${m * f.scale}/><text x=${x} y=${y - m * f.scale - 3} text-anchor="middle">${m} m</text>`,
  )}</g>`;
}

/** How many meters the bar of the scale shows. */
export function barLength(f: PlanFit): number {
  return f.scale >= 24 ? 1 : f.scale >= 12 ? 2 : 5;
}

/** A bar of so many meters. */
export function scaleBar(f: PlanFit, y: number): Drawing {
  const length = barLength(f);
  const w = length * f.scale;
  return svg`<g class="scale"><path d=${`M16.5 ${y}h${w}m0 -5v10M16.5 ${y - 5}v10`}/><text x=${16 + w + 10} y=${y + 4.5}>${length} m</text></g>`;
}

/** The body of somebody, seen from above: a disc, a nose where the face is. */
export function body(facing: number, f: PlanFit, r: number): Drawing {
  const a = pageAngle(f, facing);
  return svg`<path class="nose" transform=${`rotate(${a})`} d=${`M${r + 9} 0L${r - 3} -8V8z`}/><circle class="disc" r=${r}/>`;
}

/** A camera seen from above. */
export function cameraBody(facing: number, f: PlanFit): Drawing {
  return svg`<g transform=${`rotate(${pageAngle(f, facing)})`}><rect class="cam" x="-24" y="-10" width="26" height="20" rx="3"/><path class="cam" d="M14 -8V8L3 0z"/></g>`;
}

/** A lamp with where it shines. */
export function lampBody(direction: readonly [number, number, number] | undefined, f: PlanFit): Drawing {
  const facing = direction ? (Math.atan2(direction[0], direction[2]) * 180) / Math.PI : 0;
  const a = pageAngle(f, facing);
  return svg`<g transform=${`rotate(${a})`}>${direction ? svg`<path class="ray" d="M14 -5L24 -9M14 0H26M14 5L24 9"/>` : nothing}<circle class="lamp" r="9"/></g>`;
}

/** The letter on somebody's disc. */
export function initial(name: string): string {
  return (name.replace(/^(the|a|an) /i, '')[0] ?? '?').toUpperCase();
}
