import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { type Held, type Marked, heldIn, nameOf, withMark, withoutMark } from './marks.ts';
import { type StagePlan, planOf } from './plan.ts';
import * as draw from './plan-drawing.ts';
import { LINE, type LabelPlace, type PlanFit, centimeters, fit, freePlace, meters, onPath, placeLabels, shownBox, stepOnFloor, toFloor, toPage } from './plan-geometry.ts';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Drag {
  readonly held: Held;
  readonly x: number;
  readonly z: number;
  readonly stopped?: string;
}

/**
 * The stage from above at the selected keyframe. People, the camera and the key light are moved by drag or by arrows; where
 * they are put is a field of this keyframe.
 */
@customElement('bb-overhead-plan')
export class OverheadPlan extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @state() private size: readonly [number, number] = [0, 0];
  @state() private chosen = '';
  @state() private drag: Drag | undefined;
  /** How much larger than usual the text is. */
  #unit = 1;
  #sizes = new ResizeObserver(() => this.#measure());
  /** What is held from a move until the service has staged it. */
  #moved = new Map<string, Drag>();
  #grip: readonly [number, number] = [0, 0];

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'explanation', 'playhead']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  #measure(): void {
    this.#unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    this.size = [this.clientWidth, this.clientHeight];
  }

  protected override willUpdate(): void {
    if (!this.session.stale) this.#moved.clear();
  }

  protected override render(): TemplateResult {
    const plan = planOf(this.session.explanation?.staging?.plan);
    const [width, height] = this.size;
    if (!plan) return html`<p class="waiting">${this.session.explainFault ?? 'The floor plan comes when the shot is staged.'}</p>`;
    if (width < 1 || height < 1) return html``;
    const phone = width < 640;
    const pip = (phone ? 0.34 : 0.22) * width;
    const inset: [number, number] = [pip + 16, pip * (9 / 16) + 24];
    const f = fit(shownBox(plan), { width, height, foot: 44 * this.#unit, inset });
    const k = Math.min(this.session.selected, (plan.camera.marks.length || 1) - 1);
    const held = heldIn(plan, k).map((h) => this.#placed(h));
    // Who is chosen has the first choice of where the name stands.
    const chosen = this.#chosen(held);
    const order = [...held.keys()].sort((a, b) => Number(held[b]!.id === chosen) - Number(held[a]!.id === chosen));
    const placed = placeLabels(
      order.map((i) => this.#labeled(held[i]!, held, f)),
      width,
      height - 30 * this.#unit,
      this.#unit,
    );
    const places = [...held.keys()].map((i) => placed[order.indexOf(i)]!);
    this.style.setProperty('--foot-left', `${36 + f.scale * draw.barLength(f) + 34 * this.#unit}px`);
    return html`<svg
        class="plan"
        viewBox=${`0 0 ${width} ${height}`}
        role="group"
        aria-label=${`Overhead view of keyframe ${k + 1}. People, the camera and the key light move with the mouse or, when focused, with the arrow keys, 10 centimeters a step, 50 with Shift.`}
      >
        ${this.#still(plan, f, k, held)} ${held.map((h) => this.#handle(plan, f, k, h, held))}
        <g class="labels" aria-hidden="true">${held.map((h, i) => this.#label(f, h, held, places[i]!))}</g> ${this.#foot(width, height, f, plan)}
      </svg>
      ${this.#words(plan, k, held)}`;
  }

  /** Where something is while it is moved, and until the service has staged it there. */
  #placed(h: Marked): Marked {
    const d = this.drag?.held.id === h.id ? this.drag : this.#moved.get(h.id);
    return d ? { ...h, x: d.x, z: d.z } : h;
  }

  #still(plan: StagePlan, f: PlanFit, k: number, held: readonly Marked[]): SVGTemplateResult {
    const frame = this.session.frameOf(k);
    const camera = held.find((h) => h.kind === 'camera');
    const mark = plan.camera.marks.find((m) => m.keyframe === k);
    const lens = camera ? ([camera.x, camera.z] as const) : undefined;
    const moving = this.drag?.held;
    const center = moving && (moving.kind === 'person' ? lens : ([this.drag!.x, this.drag!.z] as const));
    return svg`<defs><clipPath id="plan-rooms">${draw.rooms(plan, f)}</clipPath></defs>
      <g aria-hidden="true">
        ${draw.grid(plan, f)} ${draw.fixtures(plan.lights, frame, f)} ${draw.furniture(plan.furniture, f)}
        ${camera && mark ? draw.view({ x: camera.x, z: camera.z, facing: mark.facing, fov: mark.fov }, 30, f, 'plan-rooms') : nothing}
        ${draw.walls(plan, f)} ${draw.track(plan, frame, f)} ${draw.earlierCameras(plan.camera.marks, k, f)}
        ${plan.people.map((p) => svg`${draw.path(p, frame, f)}${draw.earlier(p, k, f)}`)}
        ${held.map((h) => (h.kind === 'person' ? draw.gaze(plan, [h.x, h.z], h.gaze, k, lens, f) : nothing))}
        ${this.#now(plan, f, frame)} ${center ? draw.rings(center, f) : nothing}
      </g>`;
  }

  /** Where people are at the playhead, if that is not the keyframe's own frame. */
  #now(plan: StagePlan, f: PlanFit, frame: number): SVGTemplateResult | typeof nothing {
    if (this.session.playhead === frame) return nothing;
    return svg`${plan.people.map((p) => {
      const at = onPath(p.path, this.session.playhead);
      if (!at) return nothing;
      const [x, y] = toPage(f, at[0], at[1]);
      return svg`<circle class="now" cx=${x} cy=${y} r="6"/>`;
    })}`;
  }

  #handle(plan: StagePlan, f: PlanFit, k: number, h: Marked, all: readonly Marked[]): SVGTemplateResult {
    const [x, y] = toPage(f, h.x, h.z);
    const on = this.#chosen(all) === h.id;
    const r = radius(f);
    const marks = plan.camera.marks.find((m) => m.keyframe === k);
    return svg`<g
      class="held ${h.kind} ${on ? 'on' : ''} ${this.session.readOnly ? 'fixed' : ''}"
      role="button"
      tabindex="0"
      aria-pressed=${on}
      aria-roledescription="movable mark"
      aria-label=${nameOf(h, all, k)}
      transform=${`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      @focus=${() => (this.chosen = h.id)}
      @keydown=${(e: KeyboardEvent) => this.#key(e, plan, f, h)}
      @pointerdown=${(e: PointerEvent) => this.#down(e, f, h)}
      @pointermove=${(e: PointerEvent) => this.#drag(e, plan, f)}
      @pointerup=${(e: PointerEvent) => this.#up(e)}
      @pointercancel=${() => (this.drag = undefined)}
    >
      <circle class="target" r="24"/>${on ? svg`<circle class="ring" r=${r + 5}/>` : nothing}
      ${h.kind === 'person' ? draw.body(h.facing, f, r) : h.kind === 'camera' ? draw.cameraBody(marks?.facing ?? h.facing, f) : draw.lampBody(h.direction, f)}
    </g>`;
  }

  /** Names are told to screen readers by the handles, and drawn over all of them. */
  #label(f: PlanFit, h: Marked, all: readonly Marked[], place: LabelPlace): SVGTemplateResult {
    const on = this.#chosen(all) === h.id;
    const [name, more] = labels(h, all);
    const [x, y] = toPage(f, h.x, h.z);
    return svg`<g class=${on ? 'on' : ''}>
      ${h.kind === 'person' ? svg`<text class="initial" text-anchor="middle" x=${x} y=${y + 5}>${draw.initial(h.name)}</text>` : nothing}
      <text class="label" text-anchor=${place.anchor} x=${place.x} y=${place.y}>${name}</text>
      ${on && more ? svg`<text class="label m" text-anchor=${place.anchor} x=${place.x} y=${place.y + LINE * this.#unit}>${more}</text>` : nothing}
    </g>`;
  }

  #labeled(h: Marked, all: readonly Marked[], f: PlanFit): { at: readonly [number, number]; radius: number; lines: readonly number[] } {
    const lines = this.#chosen(all) === h.id ? labels(h, all).filter((l) => l !== '') : labels(h, all).slice(0, 1);
    return { at: toPage(f, h.x, h.z), radius: h.kind === 'person' ? radius(f) + 6 : 16, lines: lines.map((l) => 7.6 * this.#unit * l.length) };
  }

  #foot(width: number, height: number, f: PlanFit, plan: StagePlan): SVGTemplateResult {
    const b = plan.bounds;
    const set = this.session.explanation?.shot.set ?? this.session.shot.set;
    const sizes = [b.x1 - b.x0, b.z1 - b.z0].sort((x, y) => y - x).map((m) => `${Math.round(m)} m`);
    const name = typeof set === 'string' ? `${set[0]?.toUpperCase() ?? ''}${set.slice(1).replaceAll('-', ' ')}, ` : '';
    return svg`<g aria-hidden="true">${draw.scaleBar(f, height - 22.5)}<text class="m" x=${width - 16} y=${26 * this.#unit} text-anchor="end">${name}${sizes.join(' by ')}</text></g>`;
  }

  #words(plan: StagePlan, k: number, all: readonly Marked[]): TemplateResult {
    const chosen = all.find((h) => h.id === this.#chosen(all));
    const warning = this.session.explanation?.staging?.warnings.find((w) => w.keyframe === k && chosen && w.slot === chosen.slot);
    const stopped = this.drag?.stopped ?? (chosen ? this.#moved.get(chosen.id)?.stopped : undefined);
    const said = stopped ? stoppedAt(stopped) : warning ? warning.reason : undefined;
    const marked = chosen && isMarked(this.session, chosen, plan);
    return html`<div class="plan-foot">
      <span role="status" class=${said ? 'attn' : ''}>${said ?? `Drag a person, the camera or a light. Marks belong to keyframe ${k + 1}.`}</span>
      ${chosen && marked && !this.session.readOnly
        ? html`<button class="drop" type="button" @click=${() => this.#reset(chosen)}>Reset ${chosen.kind === 'person' ? chosen.name : chosen.kind}</button>`
        : nothing}
    </div>`;
  }

  #chosen(all: readonly Marked[]): string {
    return all.some((h) => h.id === this.chosen) ? this.chosen : (all[0]?.id ?? '');
  }

  #key(e: KeyboardEvent, plan: StagePlan, f: PlanFit, h: Marked): void {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    if (e.key === 'Backspace' || e.key === 'Delete') {
      e.preventDefault();
      e.stopPropagation();
      return this.#reset(h);
    }
    const arrow = ARROWS[e.key];
    if (!arrow) return;
    e.preventDefault();
    e.stopPropagation();
    const step = e.shiftKey ? 0.5 : 0.1;
    const [dx, dz] = stepOnFloor(f, arrow[0] * step, arrow[1] * step);
    const to = this.#free(plan, h, h.x + dx, h.z + dz);
    this.#put(h, to, `${h.id} of ${this.session.selected}`);
    const at = to.stopped ? stoppedAt(to.stopped) : nameOf({ ...h, ...to }, heldIn(plan, this.session.selected), this.session.selected);
    if (to.stopped) say(at);
  }

  #down(e: PointerEvent, f: PlanFit, h: Marked): void {
    if (e.button !== 0 || this.session.readOnly) return;
    (e.currentTarget as Element).setPointerCapture(e.pointerId);
    this.chosen = h.id;
    const [x, y] = this.#onPage(e);
    const [hx, hy] = toPage(f, h.x, h.z);
    this.#grip = [x - hx, y - hy];
  }

  #drag(e: PointerEvent, plan: StagePlan, f: PlanFit): void {
    if (!(e.currentTarget as Element).hasPointerCapture(e.pointerId)) return;
    const h = heldIn(plan, this.session.selected).find((o) => o.id === this.chosen);
    if (!h) return;
    const [x, y] = this.#onPage(e);
    const [fx, fz] = toFloor(f, x - this.#grip[0], y - this.#grip[1]);
    const to = this.#free(plan, h, fx, fz);
    const before = this.#placed(h);
    // A press without a move is a choice, not an edit.
    if (!this.drag && Math.hypot(to.x - before.x, to.z - before.z) * f.scale < 3) return;
    this.drag = { held: h, ...to };
  }

  #up(e: PointerEvent): void {
    (e.currentTarget as Element).releasePointerCapture(e.pointerId);
    const d = this.drag;
    this.drag = undefined;
    if (d) this.#put(d.held, d);
  }

  #free(plan: StagePlan, h: Held, x: number, z: number): { x: number; z: number; stopped?: string } {
    const free = freePlace(plan, x, z, h.kind === 'person');
    return { ...free, x: centimeters(free.x), z: centimeters(free.z) };
  }

  #put(h: Held, to: { x: number; z: number; stopped?: string }, key?: string): void {
    const refused = this.session.edit((shot) => withMark(shot, this.session.selected, h, to.x, to.z), key);
    if (refused) return say(refused);
    this.#moved.set(h.id, { held: h, ...to });
    this.requestUpdate();
  }

  #reset(h: Held): void {
    this.#moved.delete(h.id);
    const refused = this.session.edit((shot) => withoutMark(shot, this.session.selected, h));
    if (refused) say(refused);
  }

  #onPage(e: PointerEvent): [number, number] {
    const box = this.getBoundingClientRect();
    return [e.clientX - box.left, e.clientY - box.top];
  }
}

function radius(f: PlanFit): number {
  return Math.max(14, Math.min(22, 0.32 * f.scale));
}

function labels(h: Marked, all: readonly Marked[]): readonly string[] {
  if (h.kind === 'camera') return [`Camera, ${Math.round(h.lens ?? 50)} mm`];
  if (h.kind === 'light') return ['Key light'];
  const lens = all.find((o) => o.kind === 'camera');
  const others = all.filter((o) => o.kind === 'person' && o.id !== h.id);
  others.sort((a, b) => Math.hypot(a.x - h.x, a.z - h.z) - Math.hypot(b.x - h.x, b.z - h.z));
  const parts = [];
  if (lens) parts.push(`${meters(Math.hypot(lens.x - h.x, lens.z - h.z))} to the lens`);
  if (others[0]) parts.push(`${meters(Math.hypot(others[0].x - h.x, others[0].z - h.z))} to ${others[0].name}`);
  return [h.name, parts.join(', ')];
}

function stoppedAt(what: string): string {
  return what === 'wall' ? 'The mark stays at the wall.' : `The mark stays beside the ${what}.`;
}

function isMarked(session: ShotSession, h: Marked, plan: StagePlan): boolean {
  const k = session.keyframe;
  if (h.kind === 'camera') return k.camera?.['mark'] !== undefined;
  if (h.kind === 'light') return k.light?.['mark'] !== undefined;
  const own = k.cast?.find((c) => c.name === h.name)?.['mark'] !== undefined;
  return own || plan.people.some((p) => p.name === h.name && p.marks.some((m) => m.keyframe === session.selected && m.marked));
}
