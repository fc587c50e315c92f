import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { type ShotDocument, aspectOf } from '../shot/document.ts';
import { Company } from './company.ts';
import { Lens, NoLens } from './lens.ts';
import type { Motion } from './motion.ts';
import { Pace } from './pace.ts';
import { type Progress, Rehearsal } from './rehearsal.ts';
import { Stills } from './stills.ts';
import { Storyboard } from './storyboard.ts';

/** How long after the last edit a shot is staged, milliseconds. */
const PAUSE = 350;
/** How long a context that was lost is waited for, milliseconds. */
const PATIENCE = 5000;

/** What is to be seen of the stage. */
export type PreviewState =
  /** Nothing is directed yet. */
  | { readonly kind: 'empty' }
  /** Parts come in for the first time. */
  | { readonly kind: 'loading'; readonly progress: Progress | undefined }
  /** There is a picture; `staging` while it is of an earlier state of the shot. */
  | { readonly kind: 'live'; readonly staging: boolean; readonly fault?: string }
  /** No WebGL: one picture for each keyframe. */
  | { readonly kind: 'stills'; readonly staging: boolean; readonly fault?: string }
  /** The shot cannot be staged, and nothing was before. */
  | { readonly kind: 'fault'; readonly message: string };

/** Asked of the canvas by an event of the same name, for those who check what is drawn against what the engine says. */
export interface Probe {
  /** Which frame to show. */
  readonly frame: number;
  answer?: {
    readonly frames: number;
    readonly cuts: readonly number[];
    readonly people: readonly { readonly name: string; readonly joints: readonly { readonly name: string; readonly at: readonly [number, number, number] }[] }[];
    /** Columns of the matrices from the world to the lens, and from there to the picture. */
    readonly view: readonly number[];
    readonly projection: readonly number[];
    /** Milliseconds of script to pose everybody. */
    readonly milliseconds: number;
  };
}

/**
 * The live preview of a session: stages its shot after every edit, shows its playhead's frame, and draws the storyboard's
 * pictures when nothing else is to be done. Dispatches `change`.
 */
export class Preview extends EventTarget {
  readonly canvas = document.createElement('canvas');
  #state: PreviewState = { kind: 'loading', progress: undefined };
  #lens: Lens | undefined;
  #stills: Stills | undefined;
  #company: Company | undefined;
  #rehearsal: Rehearsal | undefined;
  #storyboard: Storyboard | undefined;
  #staged: ShotDocument | undefined;
  #running: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawing = 0;
  #shown = -1;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #exposing = false;
  /** Whether the browser has taken the context away; it may give it back. */
  #away = false;
  #givingUp: ReturnType<typeof setTimeout> | undefined;
  #pace = new Pace();

  constructor(
    private readonly session: ShotSession,
    private readonly client: Client,
    path = '/v1/shots/preview',
  ) {
    super();
    this.canvas.addEventListener('webglcontextlost', this.#lost);
    this.canvas.addEventListener('webglcontextrestored', this.#again);
    this.canvas.addEventListener('bb-probe', this.#probed);
    session.addEventListener('shot', this.#edited);
    session.addEventListener('playhead', this.#moved);
    client.connection.addEventListener('change', this.#reconnected);
    try {
      this.#lens = new Lens(this.canvas);
      this.#pace = new Pace(this.#lens.quality === 'plain');
      this.#company = new Company();
      this.#rehearsal = new Rehearsal(client, this.#company, path);
      this.#storyboard = new Storyboard(session, this.#lens, this.#company, this.#pace);
    } catch (e) {
      if (!(e instanceof NoLens)) throw e;
      this.#fallBack();
    }
    void this.#stage();
  }

  get state(): PreviewState {
    // While nothing can be drawn the storyboard's pictures stand in.
    if (this.#away && this.#state.kind === 'live') return { ...this.#state, kind: 'stills', staging: true };
    return this.#state;
  }

  get motion(): Motion | undefined {
    return this.#company?.motion;
  }

  get aspect(): number {
    return this.motion?.aspect ?? aspectOf(this.session.shot);
  }

  /** The canvas has another size on the page. */
  resize(width: number, height: number): void {
    if (width < 1 || height < 1) return;
    this.#lens?.resize(width, height);
    this.redraw();
  }

  /** Draws at the next chance. */
  redraw(): void {
    this.#shown = -1;
    this.#moved();
  }

  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#resting);
    clearTimeout(this.#givingUp);
    cancelAnimationFrame(this.#drawing);
    this.#running?.abort();
    this.session.removeEventListener('shot', this.#edited);
    this.session.removeEventListener('playhead', this.#moved);
    this.client.connection.removeEventListener('change', this.#reconnected);
    this.#storyboard?.close();
    this.#stills?.close();
    this.#rehearsal?.dispose();
    this.#company?.dispose();
    this.canvas.removeEventListener('webglcontextlost', this.#lost);
    this.canvas.removeEventListener('webglcontextrestored', this.#again);
    this.#lens?.dispose();
    this.canvas.remove();
  }

  readonly #edited = () => {
    if (this.session.shot === this.#staged) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#stage(), PAUSE);
    if (this.#state.kind === 'live' && !this.#state.staging) this.#set({ kind: 'live', staging: true });
  };

  readonly #reconnected = () => {
    const behind = this.session.shot !== this.#staged || ('fault' in this.#state && this.#state.fault !== undefined);
    if (this.client.connection.online && (behind || this.#state.kind === 'fault')) void this.#stage();
  };

  readonly #moved = () => {
    if (!this.#lens) return;
    const wait = this.#pace.wait(this.session.speed !== 0);
    if (wait === 0) return this.#drawSoon();
    if (this.session.speed !== 0 && this.#resting !== undefined) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      this.#drawSoon();
    }, wait);
  };

  #drawSoon(): void {
    // One picture at a time: those that the page asked for meanwhile are one when it is done.
    if (this.#drawing !== 0 || this.#exposing) return;
    this.#drawing = requestAnimationFrame(() => {
      this.#drawing = 0;
      this.#draw();
    });
  }

  readonly #lost = (e: Event) => {
    e.preventDefault();
    this.#away = true;
    // A browser gives the context back, or the page goes on with stills.
    clearTimeout(this.#givingUp);
    this.#givingUp = setTimeout(() => this.#fallBack(), PATIENCE);
    this.dispatchEvent(new Event('change'));
  };

  readonly #again = () => {
    clearTimeout(this.#givingUp);
    if (!this.#lens) return;
    this.#away = false;
    this.redraw();
    this.#storyboard?.goOn();
    this.dispatchEvent(new Event('change'));
  };

  readonly #probed = (e: Event) => {
    const probe = (e as CustomEvent<Probe>).detail;
    const company = this.#company;
    if (!company?.motion) return;
    const from = performance.now();
    company.show(probe.frame);
    for (const p of company.people) p.skeleton.update();
    const milliseconds = performance.now() - from;
    probe.answer = {
      frames: company.motion.frames,
      cuts: company.motion.cuts,
      people: company.people.map((p) => ({ name: p.name, joints: p.joints() })),
      view: company.camera.matrixWorldInverse.toArray(),
      projection: company.camera.projectionMatrix.toArray(),
      milliseconds,
    };
    this.redraw();
  };

  #draw(): void {
    const company = this.#company;
    if (!company?.motion || !this.#lens || this.#away || this.session.playhead === this.#shown) return;
    this.#shown = this.session.playhead;
    company.show(this.#shown);
    const from = performance.now();
    this.#lens.draw(company);
    this.#exposing = true;
    void this.#lens.finished().then(() => {
      this.#pace.took(performance.now() - from, performance.now());
      this.#exposing = false;
      if (this.session.playhead !== this.#shown) this.#moved();
    });
  }

  #fallBack(): void {
    this.#lens = undefined;
    this.#storyboard?.stop();
    this.#rehearsal = undefined;
    this.#stills ??= new Stills(this.session, this.client);
    this.#set({ kind: 'stills', staging: true });
    void this.#stage();
  }

  async #stage(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const shot = this.session.shot;
    this.#staged = shot;
    const before = this.#company?.motion !== undefined && this.#lens !== undefined;
    if (!directed(shot) && !before) return this.#set({ kind: 'empty' });
    if (this.#stills) this.#set({ kind: 'stills', staging: true });
    else this.#set(before ? { kind: 'live', staging: true } : { kind: 'loading', progress: undefined });
    try {
      if (this.#stills) {
        await this.#stills.take(running.signal);
        if (!running.signal.aborted) this.#set({ kind: 'stills', staging: false });
        return;
      }
      await this.#rehearsal!.stage(shot, running.signal, (progress) => {
        if (!before) this.#set({ kind: 'loading', progress });
      });
      this.#set({ kind: 'live', staging: false });
      this.redraw();
      this.#storyboard?.retake();
    } catch (e) {
      if (running.signal.aborted) return;
      this.#fault(e, before);
    }
  }

  #fault(e: unknown, before: boolean): void {
    const message = e instanceof Offline ? e.message : e instanceof Problem ? sentence(e) : e instanceof Error ? e.message : String(e);
    if (this.#stills) this.#set({ kind: 'stills', staging: false, fault: message });
    else if (before) this.#set({ kind: 'live', staging: false, fault: message });
    else this.#set({ kind: 'fault', message });
  }

  #set(state: PreviewState): void {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** Whether anything at all is said of a shot. */
export function directed(shot: ShotDocument): boolean {
  return shot.keyframes.some((k) => (k.prompt ?? '').trim() !== '' || k.camera || k.cast || k.light);
}

function sentence(p: Problem): string {
  const first = p.faults[0]?.detail;
  return first && !p.message.includes(first) ? first : p.message;
}
