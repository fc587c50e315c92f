import { type TemplateResult, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Project } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { CommentReader } from '../session/comments.ts';
import { Explainer } from '../session/explainer.ts';
import { Keeper } from '../session/keeper.ts';
import { returnToPlace } from '../session/kept-place.ts';
import { Pricer } from '../session/pricer.ts';
import { ShotSession } from '../session/shot-session.ts';
import { openShot, renders } from '../session/studio.ts';
import { Part } from '../shell/part.ts';
import './direction-panel.ts';
import './editor-bar.ts';
import './keyframe-menu.ts';
import './stage.ts';
import './storyboard-strip.ts';
import './timeline.ts';
import './transport.ts';

/** Where a shot is directed: the stage, the timeline under it, and the direction of the selected keyframe beside them. */
@customElement('bb-editor-page')
export class EditorPage extends Part {
  @property({ attribute: false }) projectId = '';
  @property({ attribute: false }) overhead = false;
  @state() private session: ShotSession | undefined;
  @state() private fault = '';
  #explainer: Explainer | undefined;
  #comments: CommentReader | undefined;
  readonly #takes = () => this.session?.setTakes(renders.of(this.projectId));

  override connectedCallback(): void {
    super.connectedCallback();
    renders.addEventListener('change', this.#takes);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    renders.removeEventListener('change', this.#takes);
    this.#close();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('projectId') && this.projectId) void this.#open(this.projectId);
    if (this.session && (changed.has('overhead') || changed.has('session'))) {
      this.session.setView({ mode: this.overhead ? 'overhead' : 'lens' });
    }
  }

  async #open(id: string): Promise<void> {
    this.#close();
    this.fault = '';
    try {
      const project = await api.get<Project>(`/v1/projects/${encodeURIComponent(id)}`);
      if (this.projectId !== id || !this.isConnected) return;
      const session = new ShotSession(project);
      const keeper = new Keeper(session, api);
      this.#explainer = new Explainer(session, api);
      const pricer = new Pricer(session, api);
      this.#comments = new CommentReader(session, api);
      returnToPlace(session);
      this.session = session;
      openShot.set(session, keeper, pricer);
      void renders.load(id).then(this.#takes);
    } catch (e) {
      this.fault = e instanceof Error ? e.message : String(e);
    }
  }

  #close(): void {
    this.#explainer?.close();
    this.#comments?.close();
    openShot.keeper?.close();
    openShot.pricer?.close();
    openShot.set();
    this.session = undefined;
  }

  protected override render(): TemplateResult {
    if (this.fault) {
      return html`<div class="page narrow">
        <h1>The shot cannot be opened</h1>
        <p class="lede" role="alert">${this.fault}</p>
        <p><a href="#/">All shots</a></p>
      </div>`;
    }
    if (!this.session) return html`<p class="waiting">Opening the shot.</p>`;
    document.title = `${this.session.shot.title ?? 'Untitled'}, Beatboard`;
    return html`<section class="edit" aria-label="Editor">
      <bb-stage class="stage" .session=${this.session}></bb-stage>
      <div class="time" role="region" aria-label="Timeline">
        <bb-transport .session=${this.session}></bb-transport>
        <bb-storyboard-strip .session=${this.session}></bb-storyboard-strip>
        <bb-timeline .session=${this.session}></bb-timeline>
      </div>
      <bb-direction-panel class="dir" role="complementary" aria-label="Direction" .session=${this.session}></bb-direction-panel>
      <bb-dock></bb-dock>
    </section>`;
  }
}
