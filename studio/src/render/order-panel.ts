import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Generation, Price, Vocabulary } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import { inCredits, priceBody } from '../session/order.ts';
import { orders, renders, visitor, vocabulary } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import type { ShotDocument } from '../shot/document.ts';
import { Part } from '../shell/part.ts';
import {
  type Choice,
  FIRST,
  buttonText,
  choiceOf,
  keepChoice,
  keptText,
  optionsOf,
  parentOf,
  settled,
} from './choice.ts';
import { COLOR_SPACES, FILE_PRESETS, FORMATS, LAYERS, LAYER_PRESETS, namesOf, presetOf } from './formats.ts';
import { rememberFresh } from './segments.ts';
import { takeNumber } from './take.ts';

/** The pause after a choice before its price is asked for, in milliseconds. */
const PAUSE = 120;

/** What to render of a shot and how, what it costs, and the button that orders it. Dispatches `ordered`. */
@customElement('bb-order-panel')
export class OrderPanel extends Part {
  @property({ attribute: false }) projectId = '';
  @property({ attribute: false }) shot: ShotDocument | undefined;
  @state() private choice: Choice = FIRST;
  @state() private names: Vocabulary | undefined;
  @state() private price: Price | undefined;
  @state() private relaxedPrice: Price | undefined;
  @state() private parent: Generation | undefined;
  @state() private stale = true;
  @state() private placing = false;
  @state() private fault = '';
  @state() private priceFault = '';
  @state() private namesFault = '';
  #pricedFor = '';
  #wasOnline = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor() {
    super();
    new Watch(this, () => renders, ['change']);
    new Watch(this, () => api.connection, ['change']);
    new Watch(this, () => visitor, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#learn();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  async #learn(): Promise<void> {
    try {
      this.namesFault = '';
      this.names = await vocabulary();
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
      this.namesFault = e.message;
    }
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('projectId')) {
      this.choice = choiceOf(this.projectId, localStorage);
      this.price = undefined;
      this.fault = '';
    }
    if (this.names && (changed.has('names') || changed.has('projectId'))) this.choice = settled(this.choice, this.names);
    if (this.namesFault && api.connection.online && !this.#wasOnline) void this.#learn();
    this.#wasOnline = api.connection.online;
    this.#schedule();
  }

  /** Asks for the price when something changed that it depends on: the choice, the shot, or which takes are finished. */
  #schedule(): void {
    if (!this.names || !this.shot || !this.projectId) return;
    const finished = renders.of(this.projectId).filter((g) => g.state === 'completed').map((g) => g.id);
    const now = JSON.stringify([this.projectId, this.choice, this.shot, finished, api.connection.online]);
    if (now === this.#pricedFor) return;
    this.#pricedFor = now;
    this.stale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const { shot, choice, projectId } = this;
    if (!shot) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const ask = (c: Choice, parent?: string) =>
      api.post<Price>('/v1/shots/price', priceBody(shot, optionsOf(c, undefined, parent)), { signal: asking.signal });
    try {
      // First what all of it costs, which also says how large the picture is; then what is new beside the latest take.
      const whole = await ask(choice);
      const parent = parentOf(renders.of(projectId), whole);
      const price = parent ? await ask(choice, parent.id) : whole;
      if (asking.signal.aborted) return;
      this.price = price;
      this.parent = parent;
      this.stale = false;
      this.priceFault = '';
      // Not every plan has a relaxed queue; what it would cost is worth knowing only where it helps.
      const helps = !price.suffices && choice.queue !== 'relaxed';
      this.relaxedPrice = helps ? await ask({ ...choice, queue: 'relaxed' }, parent?.id).catch(() => undefined) : undefined;
    } catch (e) {
      if (asking.signal.aborted) return;
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
      // What was asked before is shown on while there is no connection, but cannot be ordered.
      if (e instanceof Offline) return;
      this.price = undefined;
      this.stale = false;
      this.priceFault = e.faults.map((f) => f.detail).filter(Boolean).join(' ') || e.message;
    }
  }

  #choose(change: Partial<Choice>): void {
    const next = { ...this.choice, ...change };
    this.choice = this.names ? settled(next, this.names) : next;
    this.fault = '';
    keepChoice(this.projectId, this.choice, localStorage);
  }

  async #place(): Promise<void> {
    const { shot, price, stale, placing, projectId } = this;
    if (!shot || !price || stale || placing) return;
    this.placing = true;
    this.fault = '';
    try {
      const g = await orders.place(projectId, shot, optionsOf(this.choice, price, this.parent?.id));
      rememberFresh(g.id, price.ranges, localStorage);
      renders.put(g);
      void visitor.refreshCredits();
      this.dispatchEvent(new CustomEvent<Generation>('ordered', { detail: g, bubbles: true }));
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
      this.fault =
        e instanceof Offline
          ? 'The connection was lost while ordering. Press again when it is back: nothing is ordered twice.'
          : e.faults.map((f) => f.detail).filter(Boolean).join(' ') || e.message;
      if (e instanceof Problem && e.code === 'insufficient_credits') this.#pricedFor = '';
    } finally {
      this.placing = false;
    }
  }

  protected override render(): TemplateResult {
    const takes = renders.of(this.projectId);
    return html`<h2>${takes.length ? 'Render again' : 'Render'}</h2>
      ${this.names ? html`${this.#options(this.names)} ${this.#price(takes)}` : this.#noNames()}`;
  }

  #noNames(): TemplateResult {
    if (!this.namesFault) return html`<p class="mid none-yet">Asking what can be rendered.</p>`;
    return html`<div class="price"><p class="attn" role="alert">What can be rendered is not known. ${this.namesFault}</p>
      <button class="btn" type="button" @click=${() => void this.#learn()}>Try again</button></div>`;
  }

  #options(v: Vocabulary): TemplateResult {
    const c = this.choice;
    const quality = this.#quality();
    const best = (q: string) => {
      const of = v.resolutions.filter((r) => r.quality === q && r.in_plan);
      return (q === 'draft' ? of.find((r) => r.name === '540p') : of.find((r) => r.name === '1080p')) ?? of.at(-1);
    };
    const exr = c.formats.includes('exr');
    return html`<div class="opt">
      <div class="seg two" role="group" aria-label="Quality">
        ${(['draft', 'final'] as const).map(
          (q) => html`<button type="button" aria-pressed=${quality === q} ?disabled=${!best(q)}
            title=${best(q) ? nothing : this.#refusal(v.resolutions.find((r) => r.quality === q)?.name ?? '')}
            @click=${() => this.#choose({ resolution: best(q)?.name ?? c.resolution })}>${q === 'draft' ? 'Draft' : 'Final'}</button>`,
        )}
      </div>
      ${this.#select('Size', c.resolution, v.resolutions.filter((r) => r.quality === quality).map((r) => ({
        value: r.name,
        label: r.in_plan ? r.name : `${r.name}: ${this.#refusal(r.name)}`,
        off: !r.in_plan,
      })), (resolution) => this.#choose({ resolution }))}
      ${this.#select('Aspect', c.aspect, [
        { value: '', label: `As the shot, ${this.#ownAspect()}` },
        ...v.aspects.filter((a) => a !== this.#ownAspect()).map((a) => ({ value: a, label: a })),
      ], (aspect) => this.#choose({ aspect }))}
      ${this.#files(v)}
      ${exr ? this.#layers(v) : nothing}
      ${exr
        ? this.#select('Color', c.colorSpace || (v.color_spaces[0] ?? ''), v.color_spaces.map((s) => ({
            value: s,
            label: COLOR_SPACES.find((x) => x.name === s)?.label ?? s,
          })), (colorSpace) => this.#choose({ colorSpace }))
        : nothing}
      <div class="l"><span id="queue-label">Queue</span>
        <div class="seg two" role="group" aria-labelledby="queue-label">
          ${(['fast', 'relaxed'] as const).map(
            (q) => html`<button type="button" aria-pressed=${c.queue === q} @click=${() => this.#choose({ queue: q })}
              title=${q === 'fast' ? 'Rendered as soon as its turn comes' : 'Rendered when nobody else waits; costs less'}>${q === 'fast' ? 'Fast' : 'Relaxed'}</button>`,
          )}
        </div>
      </div>
      <label class="check"><input type="checkbox" .checked=${c.burnIn} @change=${(e: Event) => this.#choose({ burnIn: (e.target as HTMLInputElement).checked })} />
        Burn in frame and timecode</label>
    </div>`;
  }

  #files(v: Vocabulary): TemplateResult {
    const c = this.choice;
    const preset = presetOf(FILE_PRESETS, c.formats, v.formats);
    return html`${this.#select('Files', preset?.id ?? 'own', [
        ...FILE_PRESETS.map((p) => ({ value: p.id, label: p.label })),
        ...(preset ? [] : [{ value: 'own', label: `${c.formats.length} kinds` }]),
      ], (id) => {
        const chosen = FILE_PRESETS.find((p) => p.id === id);
        if (chosen) this.#choose({ formats: namesOf(chosen, v.formats) });
      })}
      <details class="more"><summary>More files</summary>
        <ul>${FORMATS.filter((f) => v.formats.includes(f.name)).map((f) => {
          const needs = f.name === 'comp' && !c.formats.includes('exr') ? ' Needs EXR.' : '';
          return html`<li>${this.#check(f.label, f.about + needs, c.formats.includes(f.name), !!needs, (on) =>
            this.#choose({ formats: on ? [...c.formats, f.name] : c.formats.filter((n) => n !== f.name) }))}</li>`;
        })}</ul>
      </details>`;
  }

  #layers(v: Vocabulary): TemplateResult {
    const c = this.choice;
    const preset = presetOf(LAYER_PRESETS, c.layers, v.layers);
    return html`${this.#select('Layers', preset?.id ?? 'own', [
        ...LAYER_PRESETS.map((p) => ({ value: p.id, label: p.label })),
        ...(preset ? [] : [{ value: 'own', label: `${c.layers.length} layers` }]),
      ], (id) => {
        const chosen = LAYER_PRESETS.find((p) => p.id === id);
        if (chosen) this.#choose({ layers: namesOf(chosen, v.layers) });
      })}
      <details class="more"><summary>More layers</summary>
        <ul>${LAYERS.filter((l) => v.layers.includes(l.name)).map((l) => html`<li>${this.#check(l.label, l.about, c.layers.includes(l.name), false, (on) =>
          this.#choose({ layers: on ? [...c.layers, l.name] : c.layers.filter((n) => n !== l.name) }))}</li>`)}</ul>
      </details>`;
  }

  #check(label: string, about: string, on: boolean, off: boolean, change: (on: boolean) => void): TemplateResult {
    return html`<label class="check"><input type="checkbox" .checked=${on} ?disabled=${off}
      @change=${(e: Event) => change((e.target as HTMLInputElement).checked)} /><span>${label}<span class="dim">${about}</span></span></label>`;
  }

  #select(
    label: string,
    value: string,
    options: readonly { readonly value: string; readonly label: string; readonly off?: boolean }[],
    change: (value: string) => void,
  ): TemplateResult {
    return html`<label class="l">${label}
      <select class="sel" @change=${(e: Event) => change((e.target as HTMLSelectElement).value)}>
        ${options.map((o) => html`<option value=${o.value} ?disabled=${o.off ?? false} .selected=${o.value === value}>${o.label}</option>`)}
      </select></label>`;
  }

  #price(takes: readonly Generation[]): TemplateResult {
    const p = this.price;
    const number = this.parent ? takeNumber(this.parent, takes) : undefined;
    const reason = this.#reason();
    const finished = takes.some((t) => t.state === 'completed');
    return html`<div class="price num" aria-busy=${this.stale}>
      ${p
        ? html`<dl class=${this.stale ? 'stale' : ''}>
            <dt>${keptText(p, number ? `take ${number}` : undefined, finished && !this.stale)}</dt><dd>0</dd>
            <dt>${p.new.toLocaleString('en')} ${p.new === 1 ? 'frame' : 'frames'} new</dt><dd>${p.credits.toLocaleString('en')}</dd>
            <dt class="tot">Credits</dt><dd class="tot">${p.credits.toLocaleString('en')}</dd>
          </dl>`
        : nothing}
      ${this.priceFault ? html`<p class="attn" role="status">${this.priceFault}</p>` : nothing}
      <button class="btn go wide" type="button" ?disabled=${reason !== ''} aria-describedby="order-note" @click=${() => void this.#place()}>
        ${this.placing ? 'Ordering' : buttonText(this.choice, this.#quality(), p)}
      </button>
      <p class=${p && !p.suffices && !this.stale ? 'attn' : 'dim'} id="order-note">${reason || (p?.new === 0 ? 'Nothing has changed since the latest take: all its frames are kept.' : 'Held now, charged for delivered frames only.')}</p>
      ${p && !p.suffices ? this.#tooFew(p) : nothing}
      ${this.fault ? html`<p class="fail" role="alert">${this.fault}</p>` : nothing}
      ${p?.warnings.length
        ? html`<details class="more"><summary>${p.warnings.length === 1 ? '1 thing to know' : `${p.warnings.length} things to know`}</summary>
            <ul>${p.warnings.map((w) => html`<li class="mid">${w.message}</li>`)}</ul></details>`
        : nothing}
    </div>`;
  }

  /** Why nothing can be ordered now; empty if it can. */
  #reason(): string {
    if (!api.connection.online) return 'Rendering waits for the connection.';
    if (!visitor.account) return 'Rendering waits until you have signed in.';
    if (this.placing) return 'Held now, charged for delivered frames only.';
    if (this.priceFault) return 'There is no price for this.';
    if (!this.price || this.stale) return 'Asking for the price.';
    const same = this.shot && orders.placed(this.projectId, this.shot, optionsOf(this.choice, this.price, this.parent?.id));
    const state = same ? renders.get(same)?.state : undefined;
    if (state === 'queued' || state === 'processing') return 'This is being rendered now. A change of the shot or of a choice can be ordered.';
    if (!this.price.suffices) return `${this.price.quality === 'draft' ? 'Draft' : 'Final'} costs ${this.price.credits.toLocaleString('en')}, you have ${(this.price.available ?? 0).toLocaleString('en')}.`;
    return '';
  }

  /** Cheaper ways that the balance suffices for. */
  #tooFew(p: Price): TemplateResult {
    const have = p.available ?? 0;
    const relaxed = this.relaxedPrice && this.relaxedPrice.credits < p.credits ? this.relaxedPrice : undefined;
    const smaller = p.resolutions
      .filter((r) => !r.refused && r.credits !== undefined && r.credits <= have && r.credits < p.credits)
      .sort((a, b) => (b.credits ?? 0) - (a.credits ?? 0))
      .slice(0, relaxed ? 1 : 2);
    const onlyFilm = this.choice.formats.some((f) => f !== 'mp4');
    return html`<div class="chips cheaper">
      ${smaller.map((r) => html`<button class="chip" type="button" @click=${() => this.#choose({ resolution: r.resolution })}>${r.resolution} instead, ${inCredits(r.credits ?? 0)}</button>`)}
      ${relaxed ? html`<button class="chip" type="button" @click=${() => this.#choose({ queue: 'relaxed' })}>Relaxed queue, ${inCredits(relaxed.credits)}</button>` : nothing}
      ${onlyFilm ? html`<button class="chip" type="button" @click=${() => this.#choose({ formats: ['mp4'] })}>MP4 only</button>` : nothing}
      <a class="chip plain" href="#/edit/${this.projectId}">Shorten the shot</a>
      <a class="chip plain" href="#/account">More credits</a>
    </div>`;
  }

  #refusal(resolution: string): string {
    const r = this.price?.resolutions.find((x) => x.resolution === resolution);
    return r?.plan ? `in the ${r.plan} plan` : (r?.refused ?? 'not in your plan');
  }

  #quality(): 'draft' | 'final' {
    return this.names?.resolutions.find((r) => r.name === this.choice.resolution)?.quality ?? 'draft';
  }

  #ownAspect(): string {
    const size = /^(\d+)\s*[x×]\s*(\d+)$/.exec(this.shot?.size ?? '');
    return size ? `${size[1]}:${size[2]}` : (this.shot?.aspect ?? '16:9');
  }
}
