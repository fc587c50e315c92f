import { type TemplateResult, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Generation } from '../api/answers.ts';
import { Offline, Problem } from '../api/problem.ts';
import { orders, renders, visitor } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { icon } from '../shell/icons.ts';
import { Part } from '../shell/part.ts';
import { go } from '../shell/route.ts';
import { say } from '../shell/toast.ts';
import { ask } from './ask.ts';
import { inCredits } from '../session/order.ts';
import { type JobKind, barShares, inQueueOrder, jobKind, jobLine, qualityText } from './job.ts';

const WORDS: Readonly<Record<JobKind, string>> = {
  running: '',
  next: 'next',
  queued: 'queued',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
};

/** How often the time that is left is counted down, in milliseconds. */
const TICK = 1000;

/** All renderings of the account: what runs, what waits, and what came of the others. */
@customElement('bb-render-queue')
export class RenderQueue extends Part {
  @property({ attribute: false }) current = '';
  @state() private fault: { readonly id: string; readonly text: string } | undefined;
  @state() private busy = '';
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Watch(this, () => renders, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => {
      if (renders.all.some((g) => g.state === 'processing')) this.requestUpdate();
    }, TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  protected override render(): TemplateResult {
    const all = renders.all;
    return html`<h2>Queue</h2>
      ${renders.broken ? html`<p class="attn behind" role="status">No news from the server. Trying again; what is drawn is kept.</p>` : nothing}
      ${all.length === 0 ? html`<p class="mid none-yet">Nothing was rendered yet.</p>` : nothing}
      <ul>${repeat(inQueueOrder(all), (g) => g.id, (g) => this.#job(g, all))}</ul>
      ${renders.hasOlder ? html`<button class="btn quiet older" type="button" @click=${() => void renders.older()}>Show older</button>` : nothing}`;
  }

  #job(g: Generation, all: readonly Generation[]): TemplateResult {
    const kind = jobKind(g, all);
    const title = g.title ?? 'Untitled';
    const address = g.project_id ? `#/render/${g.project_id}/${g.id}` : `#/render?generation=${g.id}`;
    const percent = Math.floor(barShares(g).all * 100);
    return html`<li class="job" data-kind=${kind} data-id=${g.id} ?data-current=${g.id === this.current}>
      <div class="h">
        <a class="jt" href=${address} aria-current=${g.id === this.current ? 'true' : nothing}>${title}</a>
        ${kind === 'running'
          ? html`<span class="num">${percent} %</span>`
          : html`<span class="jw ${kind === 'failed' ? 'fail' : 'mid'}">${WORDS[kind]}</span>`}
        ${kind === 'done' || kind === 'failed' || kind === 'cancelled' ? this.#bin(g, kind === 'done') : nothing}
      </div>
      ${kind === 'running' ? this.#bar(g, percent, title) : nothing}
      <span class="mid num jl">${jobLine(g, kind, renders.samples(g.id), Date.now(), renders.goesOnAt(g.id))}</span>
      <div class="ways">${this.#ways(g, kind)}</div>
      ${this.fault?.id === g.id ? html`<p class="fail" role="alert">${this.fault.text}</p>` : nothing}
    </li>`;
  }

  #bar(g: Generation, percent: number, title: string): TemplateResult {
    const s = barShares(g);
    return html`<div class="bar" role="progressbar" aria-label="${title}, ${qualityText(g)}" aria-valuenow=${percent} aria-valuemin="0" aria-valuemax="100">
      <svg aria-hidden="true">
        ${svg`<rect class="re" x="0" width="${s.kept * 100}%" height="100%" /><rect class="nu" x="${s.kept * 100}%" width="${s.drawn * 100}%" height="100%" />`}
      </svg>
    </div>`;
  }

  #ways(g: Generation, kind: JobKind): TemplateResult | typeof nothing {
    const price = g.credits?.price ?? 0;
    const waits = this.busy === g.id;
    const of = html`<span class="sr"> for ${g.title ?? 'Untitled'}</span>`;
    switch (kind) {
      case 'running':
      case 'next':
      case 'queued':
        return html`<button class="btn quiet" type="button" ?disabled=${waits} @click=${() => void this.#cancel(g)}>
          ${waits ? 'Cancelling' : price ? `Cancel and return ${inCredits(price)}` : 'Cancel'}${of}
        </button>`;
      case 'failed':
      case 'cancelled':
        return html`<button class="btn quiet way" type="button" ?disabled=${waits} @click=${() => void this.#retry(g)}>
            ${waits ? 'Ordering' : 'Render it again'}${price ? `, ${inCredits(price)}` : ''}${of}
          </button>`;
      case 'done':
        return nothing;
    }
  }

  #bin(g: Generation, hasFiles: boolean): TemplateResult {
    const name = `Delete ${g.title ?? 'Untitled'}, ${qualityText(g).toLowerCase()}`;
    return html`<button class="icon bin" type="button" aria-label=${name} title="Delete" ?disabled=${this.busy === g.id}
      @click=${() => void this.#delete(g, hasFiles)}>${icon('close')}</button>`;
  }

  async #cancel(g: Generation): Promise<void> {
    const f = g.frames;
    const drawn = f && g.state === 'processing' ? `${Math.max(0, f.done - f.kept)} of ${f.total - f.kept} new frames are drawn; they are dropped. ` : '';
    const back = inCredits(g.credits?.price ?? 0);
    const sure = await ask({
      title: `Cancel ${g.title ?? 'this render'}?`,
      text: `${drawn}Nothing is charged: ${back} return to your balance.`,
      act: `Cancel and return ${back}`,
      leave: 'Go on rendering',
    });
    if (!sure) return;
    await this.#do(g.id, async () => {
      await renders.cancel(g.id);
      say(`Cancelled. ${back} returned.`);
      void visitor.refreshCredits();
    });
  }

  async #retry(g: Generation): Promise<void> {
    await this.#do(g.id, async () => {
      const again = await orders.once(`retry ${g.id}`, (key) => renders.retry(g.id, key));
      void visitor.refreshCredits();
      if (again.project_id) go(`/render/${again.project_id}/${again.id}`);
    });
  }

  async #delete(g: Generation, hasFiles: boolean): Promise<void> {
    const sure =
      !hasFiles ||
      (await ask({
        title: `Delete ${g.title ?? 'this render'}?`,
        text: `Its film and all its files go for good. Frames that a later take keeps from it are rendered anew then. The shot stays.`,
        act: 'Delete the render',
        leave: 'Keep it',
      }));
    if (!sure) return;
    await this.#do(g.id, async () => {
      await renders.delete(g.id);
      this.dispatchEvent(new CustomEvent<string>('render-deleted', { detail: g.id, bubbles: true }));
    });
  }

  async #do(id: string, act: () => Promise<void>): Promise<void> {
    this.busy = id;
    this.fault = undefined;
    try {
      await act();
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
      this.fault = { id, text: e.message };
    } finally {
      this.busy = '';
    }
  }
}
