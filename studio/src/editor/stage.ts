import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Generation } from '../api/answers.ts';
import { api } from '../api/client.ts';
import type { Preview, PreviewState } from '../preview/preview.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { go } from '../shell/route.ts';
import { aspectOf } from '../shot/document.ts';
import { finishedTakes, takeNumber } from './takes.ts';
import './overhead-plan.ts';
import './stage-compare.ts';
import '../shell/wipe.ts';
import './stage-guides.ts';
import './stage-menu.ts';
import './take-picture.ts';

/** The picture of the shot: live through its lens or from above, or a take, or two side by side, with guides over it. */
@customElement('bb-stage')
export class Stage extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @state() private preview: Preview | undefined;
  @state() private fault = '';
  /** The take that is shown instead of the live preview. */
  @state() private shown: string | undefined;
  readonly #told = () => this.requestUpdate();
  #of: ShotSession | undefined;
  #sizes = new ResizeObserver(() => this.#fit());
  #observed: Element | null = null;

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'view', 'takes', 'pictures', 'explanation']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#told);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#told);
    this.#sizes.disconnect();
    this.#observed = null;
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('session') && this.session !== this.#of) void this.#open();
  }

  protected override updated(): void {
    const picture = this.querySelector<HTMLElement>('.pic');
    picture?.style.setProperty('--aspect', String(this.#aspect));
    const lens = this.querySelector<HTMLElement>('.lens');
    const canvas = this.preview?.canvas;
    if (lens && canvas && canvas.parentElement !== lens) {
      lens.prepend(canvas);
      this.#fit();
    }
    if (lens !== this.#observed) {
      this.#sizes.disconnect();
      if (lens) this.#sizes.observe(lens);
      this.#observed = lens;
    }
  }

  get #aspect(): number {
    return aspectOf(this.session.shot);
  }

  /** What draws is large, and the first page does without it. */
  async #open(): Promise<void> {
    this.#close();
    const session = this.session;
    this.#of = session;
    this.shown = undefined;
    try {
      const { Preview: Live } = await import('../preview/preview.ts');
      if (this.#of !== session || !this.isConnected) return;
      this.preview = new Live(session, api);
      this.preview.addEventListener('change', this.#told);
      this.fault = '';
    } catch {
      if (this.#of === session) this.fault = 'The preview could not be loaded. Check the connection and load the page again.';
    }
  }

  #close(): void {
    this.preview?.removeEventListener('change', this.#told);
    this.preview?.close();
    this.preview = undefined;
    this.#of = undefined;
  }

  #fit(): void {
    const lens = this.querySelector<HTMLElement>('.lens');
    if (lens) this.preview?.resize(lens.clientWidth, lens.clientHeight);
  }

  protected override render(): TemplateResult {
    const overhead = this.session.view.mode === 'overhead';
    const takes = finishedTakes(this.session.takes);
    const shown = takes.find((t) => t.id === this.shown);
    const compared = overhead ? undefined : takes.find((t) => t.id === this.session.view.compareWith?.id);
    return html`
      <div class="vbar">
        <div class="seg" role="group" aria-label="View">
          <button type="button" aria-pressed=${!overhead} @click=${() => this.#view(false)}>Lens</button>
          <button type="button" aria-pressed=${overhead} @click=${() => this.#view(true)}>Overhead</button>
        </div>
        <div class="grow"></div>
        <bb-guides-menu .session=${this.session}></bb-guides-menu>
        ${this.#takesMenu(takes, shown)}
        <bb-compare-menu
          .session=${this.session}
          .shown=${shown}
          @bb-compare=${(e: CustomEvent<Generation | undefined>) => this.#compare(e.detail)}
        ></bb-compare-menu>
      </div>
      <div class="frame">
        <div class="pic ${overhead ? 'wideplan' : ''}">
          ${overhead ? html`<bb-overhead-plan .session=${this.session}></bb-overhead-plan>` : nothing}
          ${this.#picture(overhead, shown)}
          ${compared ? this.#compared(compared, shown, takes) : nothing}
          ${overhead ? nothing : html`<bb-guides .session=${this.session} .aspect=${this.#aspect}></bb-guides>`}
        </div>
      </div>
    `;
  }

  #picture(overhead: boolean, shown: Generation | undefined): TemplateResult {
    const s = this.#state;
    const live = s.kind === 'live' && !shown;
    const what = this.#alternative();
    return html`<div class="lens ${overhead ? 'pip' : ''}" data-kind=${shown ? 'take' : s.kind} role=${live ? 'img' : nothing} aria-label=${live ? what : nothing}>
      ${shown ? html`<bb-take-picture .session=${this.session} .generation=${shown}></bb-take-picture>` : this.#notes(s, what)}
    </div>`;
  }

  get #state(): PreviewState {
    if (this.fault) return { kind: 'fault', message: this.fault };
    return this.preview?.state ?? { kind: 'loading', progress: undefined };
  }

  #notes(s: PreviewState, what: string): TemplateResult | typeof nothing {
    switch (s.kind) {
      case 'empty':
        return note('Nothing is staged yet', 'Write what happens in the first keyframe. It is staged here.');
      case 'loading':
        return this.#loading(s);
      case 'fault':
        return html`<div class="note-box" role="alert"><b><span class="dot e"></span>The shot cannot be staged</b><p>${s.message}</p></div>`;
      case 'stills': {
        const url = this.session.picture(this.session.current);
        return html`${url ? html`<img src=${url} alt=${what} />` : note('Stills only', 'This browser has no WebGL. One still for each keyframe comes from the server.')}
        ${s.fault ? html`<p class="tag fault" role="alert">${s.fault}</p>` : html`<p class="tag">${s.staging ? 'staging' : 'Stills only'}</p>`}`;
      }
      case 'live':
        if (s.fault) return html`<p class="tag fault" role="alert">${s.fault}</p>`;
        return s.staging ? html`<p class="tag">staging</p>` : nothing;
    }
  }

  #loading(s: Extract<PreviewState, { kind: 'loading' }>): TemplateResult {
    const p = s.progress;
    const set = this.session.shot.set ?? this.session.explanation?.shot.set;
    const share = p && p.of > 0 ? Math.round((100 * p.in) / p.of) : 0;
    return html`<div class="note-box">
      <b>${typeof set === 'string' && set ? `Dressing the ${set.replaceAll('-', ' ')}` : 'Dressing the set'}</b>
      <p>${p ? progressOf(p) : 'The shot is being staged.'}</p>
      <div class="bar" role="progressbar" aria-label="Preview" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${share}>
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${share} height="1" /></svg>
      </div>
    </div>`;
  }

  #compared(right: Generation, left: Generation | undefined, takes: readonly Generation[]): TemplateResult {
    return html`<bb-take-picture class="right" .session=${this.session} .generation=${right}></bb-take-picture>
      <bb-wipe
        .over=${() => this.querySelector<HTMLElement>('bb-take-picture.right')}
        .left=${left ? `Take ${takeNumber(takes, left)}` : 'Preview'}
        .right=${`Take ${takeNumber(takes, right)}`}
      ></bb-wipe>`;
  }

  #takesMenu(takes: readonly Generation[], shown: Generation | undefined): TemplateResult {
    if (takes.length === 0) return html``;
    const name = shown ? `Take ${takeNumber(takes, shown)}` : 'Takes';
    const content = () => html`<div class="picks" role="group" aria-label="In the picture">
      <button type="button" aria-pressed=${!shown} @click=${() => (this.shown = undefined)}>Live preview</button>
      ${takes.map(
        (t) =>
          html`<button type="button" aria-pressed=${t === shown} @click=${() => this.#show(t)}>
            <span>Take ${takeNumber(takes, t)}</span><span class="num dim">${about(t)}</span>
          </button>`,
      )}
    </div>`;
    return html`<bb-stage-menu .name=${name} .active=${shown !== undefined} .content=${content}></bb-stage-menu>`;
  }

  /** Shows a take; it is not compared with itself. */
  #show(take: Generation): void {
    this.shown = take.id;
    if (this.session.view.compareWith?.id === take.id) this.#compare(undefined);
  }

  #view(overhead: boolean): void {
    const id = encodeURIComponent(this.session.project.id);
    go(overhead ? `/edit/${id}/overhead` : `/edit/${id}`);
  }

  #compare(take: Generation | undefined): void {
    const { compareWith: _, ...view } = this.session.view;
    // What is not given stays as it is, so an end of comparing has to be said.
    this.session.setView({ ...view, compareWith: take } as Parameters<ShotSession['setView']>[0]);
    if (take && this.session.view.mode === 'overhead') this.#view(false);
  }

  /** What a picture shows, for those who do not see it. */
  #alternative(): string {
    const k = this.session.explanation?.keyframes[this.session.selected];
    const said = k?.summary ?? this.session.keyframe.prompt;
    return said ? `Preview at the playhead: ${said}` : 'Preview at the playhead';
  }
}

function note(title: string, text: string): TemplateResult {
  return html`<div class="note-box"><b>${title}</b><p>${text}</p></div>`;
}

function progressOf(p: { people: number; cast: number; in: number; of: number }): string {
  if (p.cast === 0) return `${p.in} of ${p.of} parts are in.`;
  const people = p.people === p.cast ? 'People are in.' : `People, ${p.people} of ${p.cast} are in.`;
  return `${people} Set, ${p.in} of ${p.of} parts.`;
}

function about(t: Generation): string {
  const r = t.render;
  return r ? `${r.quality}, ${r.height}p` : '';
}
