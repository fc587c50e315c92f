import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Generation, Project } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import { localDraft } from '../session/keeper.ts';
import { renders, visitor } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import type { ShotDocument } from '../shot/document.ts';
import { Part } from '../shell/part.ts';
import { go } from '../shell/route.ts';
import './order-panel.ts';
import { Playhead } from './playhead.ts';
import './render-queue.ts';
import './report-panel.ts';
import { type TakeDetails, takeDetails } from './take.ts';
import './take-player.ts';

/** Below this width, or height, all is in one column with the player first. */
const ONE_COLUMN = '(max-width:68.75rem),(max-height:38rem)';

/** Where shots are rendered: the order and the queue, the take, and its report. */
@customElement('bb-render-page')
export class RenderPage extends Part {
  @property({ attribute: false }) projectId = '';
  @property({ attribute: false }) generationId = '';
  @state() private project: Project | undefined;
  @state() private shot: ShotDocument | undefined;
  @state() private details: TakeDetails | undefined;
  @state() private loaded = false;
  @state() private fault = '';
  readonly #head = new Playhead();
  readonly #narrow = matchMedia(ONE_COLUMN);
  readonly #resized = () => this.requestUpdate();
  #channel: BroadcastChannel | undefined;
  #projectOf = '';
  #detailsOf = '';
  #missing = new Set<string>();
  #ended = new Set<string>();

  constructor() {
    super();
    new Watch(this, () => renders, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrow.addEventListener('change', this.#resized);
    void renders.load().then(() => (this.loaded = true));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.removeEventListener('change', this.#resized);
    this.#channel?.close();
    this.#channel = undefined;
    this.#projectOf = '';
    this.#head.play(0);
  }

  /** The take that is looked at: the one of the address, else the latest of its shot, else the latest of all. */
  get #generation(): Generation | undefined {
    if (this.generationId) return renders.get(this.generationId);
    const of = this.projectId ? renders.of(this.projectId) : renders.all;
    return of.find((g) => g.state !== 'failed') ?? of[0];
  }

  get #shown(): string {
    return this.projectId || this.#generation?.project_id || '';
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('projectId') || changed.has('generationId')) this.fault = '';
    const project = this.#shown;
    if (project !== this.#projectOf) void this.#open(project);
    if (this.loaded && this.generationId && !renders.get(this.generationId) && !this.#missing.has(this.generationId)) {
      this.#missing.add(this.generationId);
      void this.#find(this.generationId);
    }
    const g = this.#generation;
    const key = g ? `${g.id} ${g.state === 'completed'} ${this.shot ? project : ''}` : '';
    if (key !== this.#detailsOf) void this.#look(g, key);
    this.#settleCredits();
  }

  async #open(id: string): Promise<void> {
    this.#projectOf = id;
    this.project = undefined;
    this.shot = undefined;
    this.#channel?.close();
    this.#channel = undefined;
    if (!id) return;
    try {
      const project = await api.get<Project>(`/v1/projects/${encodeURIComponent(id)}`);
      if (this.#projectOf !== id) return;
      this.project = project;
      // What is rendered is what was seen last, even if the server has not got it yet.
      this.shot = localDraft(localStorage, id)?.document ?? project.document;
      this.#channel = new BroadcastChannel(`beatboard.project.${id}`);
      this.#channel.onmessage = (e: MessageEvent<Project>) => {
        this.project = e.data;
        this.shot = e.data.document;
      };
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
      if (this.#projectOf === id && this.projectId === id) this.fault = e.message;
    }
  }

  async #find(id: string): Promise<void> {
    try {
      await renders.refresh(id);
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
      if (this.generationId === id) this.fault = e instanceof Problem && e.status === 404 ? 'There is no such render; it may have been deleted.' : e.message;
      if (e instanceof Offline) this.#missing.delete(id);
    }
  }

  async #look(g: Generation | undefined, key: string): Promise<void> {
    const other = this.#detailsOf.split(' ')[0] !== key.split(' ')[0];
    this.#detailsOf = key;
    if (other) {
      this.details = undefined;
      this.#head.play(0);
    }
    if (!g) return;
    if (g.state !== 'completed') renders.findPictures(g.id);
    const details = await takeDetails(api, g, this.shot);
    if (this.#detailsOf === key) this.details = details;
  }

  /** What was held is charged or returned when something ends. */
  #settleCredits(): void {
    const ended = renders.all.filter((g) => g.state === 'completed' || g.state === 'failed').map((g) => g.id);
    const news = this.loaded && this.#ended.size > 0 && ended.some((id) => !this.#ended.has(id));
    this.#ended = new Set([...ended, ' ']);
    if (news) void visitor.refreshCredits();
  }

  protected override render(): TemplateResult {
    const g = this.#generation;
    document.title = g ? `${g.title ?? 'Untitled'}, renders, Beatboard` : 'Renders, Beatboard';
    const parts = [
      { key: 'order', part: this.#left(g) },
      { key: 'player', part: this.#player(g) },
      { key: 'report', part: this.#report(g) },
    ];
    // The order of the document is the order on the page.
    const inOrder = this.#narrow.matches ? [parts[1], parts[0], parts[2]] : parts;
    return html`<h1 class="sr">Renders</h1>
      <div class="rend">${repeat(inOrder, (p) => p?.key, (p) => p?.part)}</div>`;
  }

  #left(g: Generation | undefined): TemplateResult {
    const empty = this.loaded && !this.#shown;
    return html`<section class="queue" aria-label="Order and queue" @render-deleted=${this.#deleted} @ordered=${this.#ordered}>
      ${this.fault ? html`<p class="fail" role="alert">${this.fault}</p>` : nothing}
      ${this.project ? html`<bb-order-panel .projectId=${this.#shown} .shot=${this.shot}></bb-order-panel>` : nothing}
      ${empty ? html`<div class="first"><h2>Render</h2><p class="mid">Open a shot, then render it. <a href="#/">All shots</a></p></div>` : nothing}
      ${this.loaded ? html`<bb-render-queue .current=${g?.id ?? ''}></bb-render-queue>` : html`<p class="mid none-yet">Looking for renders.</p>`}
    </section>`;
  }

  #player(g: Generation | undefined): TemplateResult {
    return html`<bb-take-player class="player" role="region" aria-label="Player" .generation=${g} .details=${this.details} .head=${this.#head}></bb-take-player>`;
  }

  #report(g: Generation | undefined): TemplateResult {
    return html`<bb-report-panel class="report" role="region" aria-label="Report" .generation=${g} .details=${this.details} .head=${this.#head}></bb-report-panel>`;
  }

  #ordered(e: CustomEvent<Generation>): void {
    const g = e.detail;
    go(g.project_id ? `/render/${g.project_id}/${g.id}` : `/render?generation=${g.id}`);
  }

  #deleted(e: CustomEvent<string>): void {
    if (e.detail === this.generationId) go(this.projectId ? `/render/${this.projectId}` : '/render');
  }
}
