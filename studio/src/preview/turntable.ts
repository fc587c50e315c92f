import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Matrix4, Quaternion, Vector3 } from 'three';
import { api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { Part } from '../shell/part.ts';
import type { CastEntry, ShotDocument } from '../shot/document.ts';
import { Company } from './company.ts';
import { Lens, NoLens } from './lens.ts';
import { type Motion, one } from './motion.ts';
import { Rehearsal } from './rehearsal.ts';

const PAUSE = 350;
/** Vertical angle of view, radians: a portrait lens. */
const FOV = 0.3;
/** Degrees a second while it turns by itself at first. */
const SPEED = 30;

/** A shot of one person who stands, with nobody else and in soft light. */
export function portrait(person: CastEntry): ShotDocument {
  return {
    title: person.name,
    duration: '1s',
    set: 'studio',
    cast: [person],
    keyframes: [{ at: '0s', prompt: `Full shot of ${person.name} standing, facing the camera, soft light.` }],
  };
}

/**
 * One of the cast under soft light, turned by slider, drag or arrows: head and shoulders, or all of them. It turns once
 * round by itself when somebody new comes, unless less motion is wanted.
 */
@customElement('bb-turntable')
export class Turntable extends Part {
  @property({ attribute: false }) person: CastEntry | undefined;
  /** Degrees; left is below 0. */
  @state() private angle = -20;
  @state() private head = false;
  @state() private condition: 'waiting' | 'staging' | 'there' | 'none' = 'waiting';
  @state() private fault = '';
  /** A picture from the server where the browser draws none itself. */
  @state() private still = '';
  #canvas = document.createElement('canvas');
  #lens: Lens | undefined;
  #company: Company | undefined;
  #rehearsal: Rehearsal | undefined;
  #motion: Motion | undefined;
  #running: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #grip: { readonly x: number; readonly angle: number } | undefined;
  #staged = '';
  #ready: Promise<void> = Promise.resolve();
  #settle: (() => void) | undefined;
  readonly #sizes = new ResizeObserver(() => this.#fit());

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.person) this.#later(0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#running?.abort();
    this.#sizes.disconnect();
    this.#settle?.();
    this.#settle = undefined;
    this.#rehearsal?.dispose();
    this.#company?.dispose();
    this.#lens?.dispose();
    // A context that was given up does not come back on the same canvas.
    this.#canvas.remove();
    this.#canvas = document.createElement('canvas');
    this.#lens = undefined;
    this.#company = undefined;
    this.#rehearsal = undefined;
    this.#motion = undefined;
    this.#staged = '';
    this.#dropStill();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('person') && this.person && JSON.stringify(this.person) !== this.#staged) this.#later(this.#staged ? PAUSE : 0);
    const stage = this.querySelector('.turn');
    if (stage && this.#canvas.parentElement !== stage) {
      stage.prepend(this.#canvas);
      this.#sizes.disconnect();
      this.#sizes.observe(stage);
    }
    this.#draw();
  }

  /** A picture of the person as shown, for the library; undefined while there is none. */
  async snapshot(width = 320): Promise<Blob | undefined> {
    await this.updateComplete;
    await this.#ready;
    if (!this.#lens || !this.#company || !this.#motion) return undefined;
    this.#aim();
    return this.#lens.picture(this.#company, width, true);
  }

  protected override render(): TemplateResult {
    const name = this.person?.name ?? 'Nobody';
    const turned = `${Math.abs(Math.round(this.angle))}° ${this.angle < 0 ? 'left' : 'right'}`;
    const side = Math.round(this.angle) === 0 ? 'front' : turned;
    return html`<div
        class="turn"
        role="img"
        aria-label=${this.condition === 'none' ? `${name}, full figure` : `${name}, ${this.head ? 'head and shoulders' : 'full figure'}, ${side}`}
        @pointerdown=${this.#down}
        @pointermove=${this.#drag}
        @pointerup=${() => (this.#grip = undefined)}
      >
        ${this.still ? html`<img src=${this.still} alt="" />` : nothing}${this.#note()}
      </div>
      ${this.condition === 'none' ? nothing : this.#bar(side)}`;
  }

  #bar(side: string): TemplateResult {
    return html`<div class="turnbar">
        <label for="turn-angle">Turn</label>
        <input
          type="range"
          id="turn-angle"
          min="-180"
          max="180"
          step="5"
          .value=${String(Math.round(this.angle))}
          aria-valuetext=${side}
          @input=${(e: Event) => this.#turn(Number((e.target as HTMLInputElement).value))}
        />
        <span class="num">${side}</span>
        <div class="seg" role="group" aria-label="View of the person">
          <button type="button" aria-pressed=${!this.head} @click=${() => (this.head = false)}>Full</button>
          <button type="button" aria-pressed=${this.head} @click=${() => (this.head = true)}>Head</button>
        </div>
      </div>`;
  }

  #note(): TemplateResult | typeof nothing {
    if (this.fault) return html`<p class="tag fault" role="alert">${this.fault}</p>`;
    if (this.condition === 'none') return html`<p class="tag" role="status">${this.still ? 'A still: this browser has no WebGL' : 'This browser has no WebGL. A still is drawn.'}</p>`;
    return this.condition === 'staging' ? html`<p class="tag" role="status">dressing</p>` : nothing;
  }

  /** Whoever waits for a picture waits for the latest look. */
  #later(pause: number): void {
    clearTimeout(this.#timer);
    if (!this.#settle) this.#ready = new Promise((settle) => (this.#settle = settle));
    const timer = setTimeout(async () => {
      await this.#stage();
      if (timer !== this.#timer) return;
      this.#settle?.();
      this.#settle = undefined;
    }, pause);
    this.#timer = timer;
  }

  async #stage(): Promise<void> {
    const person = this.person;
    if (!person || !this.isConnected) return;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#staged = JSON.stringify(person);
    const first = this.#motion === undefined;
    this.condition = 'staging';
    try {
      this.#lens ??= this.#newLens();
      this.#company ??= new Company();
      this.#rehearsal ??= new Rehearsal(api, this.#company);
      const motion = await this.#rehearsal.stage(portrait(person), running.signal, () => undefined);
      this.#motion = motion;
      this.fault = '';
      this.condition = 'there';
      this.#fit();
      if (first) this.#onceRound();
    } catch (e) {
      if (running.signal.aborted) return;
      if (e instanceof NoLens) {
        await this.#takeStill(person, running.signal);
      } else {
        this.condition = 'there';
        this.fault = messageOf(e);
      }
    }
  }

  #newLens(): Lens {
    const lens = new Lens(this.#canvas);
    let givingUp: ReturnType<typeof setTimeout> | undefined;
    this.#canvas.addEventListener('webglcontextlost', () => {
      // A table that is put away loses its context too, and nobody misses it.
      givingUp = setTimeout(() => {
        if (this.person && lens === this.#lens) void this.#takeStill(this.person, new AbortController().signal);
      }, 5000);
    });
    this.#canvas.addEventListener('webglcontextrestored', () => {
      clearTimeout(givingUp);
      requestAnimationFrame(() => this.#draw());
    });
    return lens;
  }

  /** Without WebGL nobody is turned; one still is better than an empty stage. */
  async #takeStill(person: CastEntry, signal: AbortSignal): Promise<void> {
    this.condition = 'none';
    try {
      const answer = await api.send('POST', '/v1/shots/still?frame=0', portrait(person), { signal });
      const url = URL.createObjectURL(await answer.blob());
      if (signal.aborted) return URL.revokeObjectURL(url);
      this.#dropStill();
      this.still = url;
      this.fault = '';
    } catch (e) {
      if (!signal.aborted) this.fault = messageOf(e);
    }
  }

  #dropStill(): void {
    if (this.still) URL.revokeObjectURL(this.still);
    this.still = '';
  }

  #onceRound(): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const from = performance.now();
    const start = this.angle;
    const step = (now: number) => {
      const turned = ((now - from) / 1000) * SPEED * 4;
      if (this.#grip || turned >= 360 || !this.isConnected) {
        this.angle = turned >= 360 ? start : this.angle;
        return;
      }
      this.angle = wrapped(start + turned);
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #turn(angle: number): void {
    cancelAnimationFrame(this.#frame);
    this.angle = wrapped(angle);
  }

  #down(e: PointerEvent): void {
    (e.currentTarget as HTMLElement).setPointerCapture(e.pointerId);
    cancelAnimationFrame(this.#frame);
    this.#grip = { x: e.clientX, angle: this.angle };
  }

  #drag(e: PointerEvent): void {
    if (this.#grip) this.#turn(this.#grip.angle + 0.6 * (e.clientX - this.#grip.x));
  }

  #fit(): void {
    const stage = this.querySelector('.turn');
    if (!stage || !this.#lens || !this.#company) return;
    this.#lens.resize(stage.clientWidth, stage.clientHeight);
    const [width, height] = [stage.clientWidth, stage.clientHeight];
    this.#company.camera.aspect = width > 0 && height > 0 ? width / height : 4 / 5;
    this.#draw();
  }

  /** The person turns on the spot; lens and light stay where they are. */
  #aim(): void {
    const company = this.#company;
    const motion = this.#motion;
    if (!company || !motion) return;
    const person = company.people[0];
    if (!person) return;
    person.spin = (this.angle * Math.PI) / 180;
    company.show(0);
    const hips = person.root(0, new Vector3());
    const top = person.joints().reduce((top, j) => (j.at[1] > top[1] ? j.at : top), [hips.x, hips.y, hips.z] as readonly [number, number, number]);
    const crown = top[1] + 0.14;
    // A head is before the hips, which shows from the side.
    const [x, z] = this.head ? [top[0], top[2]] : [hips.x, hips.z];
    const high = this.head ? 0.6 : crown + 0.16;
    const middle = this.head ? crown - 0.28 : crown / 2;
    const narrow = Math.min(1, company.camera.aspect * (this.head ? 1.2 : 2.2));
    const far = high / 2 / Math.tan(FOV / 2) / narrow;
    const front = Math.atan2(one(motion.camera.position, 0, 0) - hips.x, one(motion.camera.position, 0, 2) - hips.z);
    const from = new Vector3(x + Math.sin(front) * far, middle + 0.08, z + Math.cos(front) * far);
    const to = new Vector3(x, middle, z);
    const turn = new Quaternion().setFromRotationMatrix(new Matrix4().lookAt(from, to, new Vector3(0, 1, 0)));
    company.camera.position.copy(from);
    company.camera.quaternion.copy(turn);
    company.camera.fov = (FOV * 180) / Math.PI;
    company.camera.updateMatrix();
    company.camera.updateMatrixWorld(true);
    company.camera.updateProjectionMatrix();
  }

  #draw(): void {
    if (!this.#lens || !this.#company || !this.#motion) return;
    this.#aim();
    this.#lens.draw(this.#company, true);
  }
}

function messageOf(e: unknown): string {
  return e instanceof Problem ? (e.faults[0]?.detail ?? e.message) : e instanceof Error ? e.message : String(e);
}

function wrapped(angle: number): number {
  return ((((angle + 180) % 360) + 360) % 360) - 180;
}
