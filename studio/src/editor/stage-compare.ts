import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Generation } from '../api/answers.ts';
import { api } from '../api/client.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import type { ShotDocument } from '../shot/document.ts';
import { changedFacts } from './changed-facts.ts';
import { finishedTakes, takeNumber } from './takes.ts';
import './stage-menu.ts';

/** The shot that a take was made of, as it is kept with the take. */
async function shotOf(take: Generation): Promise<ShotDocument> {
  return api.get<ShotDocument>(`/v1/generations/${encodeURIComponent(take.id)}/files/shot.json`);
}

/**
 * Chooses the take that is laid beside what is shown, and lists what differs between the two shots. Dispatches
 * `bb-compare` with the take, or with nothing to end it.
 */
@customElement('bb-compare-menu')
export class CompareMenu extends Part {
  @property({ attribute: false }) session!: ShotSession;
  /** The take in the picture; the live preview if there is none. */
  @property({ attribute: false }) shown: Generation | undefined;
  @state() private facts: readonly string[] | undefined;
  @state() private fault = '';
  #of: readonly unknown[] = [];

  constructor() {
    super();
    new Watch(this, () => this.session, ['view', 'takes', 'explanation']);
  }

  protected override updated(_: PropertyValues): void {
    const right = this.session.view.compareWith;
    const of = right ? [right.id, this.shown?.id ?? this.session.explanation?.shot] : [];
    if (of.length === this.#of.length && of.every((v, i) => v === this.#of[i])) return;
    this.#of = of;
    if (right) void this.#look(right);
  }

  protected override render(): TemplateResult {
    const takes = finishedTakes(this.session.takes);
    return html`<bb-stage-menu
      .name=${'Compare'}
      .active=${this.session.view.compareWith !== undefined}
      .refused=${takes.length === 0 ? 'There is no take yet. Render a draft to compare with.' : ''}
      .content=${() => this.#choices(takes)}
    ></bb-stage-menu>`;
  }

  #choices(takes: readonly Generation[]): TemplateResult {
    const right = this.session.view.compareWith;
    const left = this.shown ? `Take ${takeNumber(takes, this.shown)}` : 'the preview';
    return html`<div class="picks" role="group" aria-label=${`Compare ${left} with`}>
        <span class="dim">Compare ${left} with</span>
        ${takes
          .filter((t) => t.id !== this.shown?.id)
          .map(
            (t) =>
              html`<button type="button" aria-pressed=${t.id === right?.id} @click=${() => this.#choose(t.id === right?.id ? undefined : t)}>
                <span>Take ${takeNumber(takes, t)}</span><span class="num dim">${t.render ? `${t.render.quality}, ${t.render.height}p` : ''}</span>
              </button>`,
          )}
      </div>
      ${right ? this.#differences(right) : nothing}
      ${right ? html`<button class="btn" type="button" @click=${() => this.#choose(undefined)}>Stop comparing</button>` : nothing}`;
  }

  #differences(right: Generation): TemplateResult {
    if (this.fault) return html`<p class="fail" role="alert">${this.fault}</p>`;
    if (!this.facts) return html`<p class="dim">The shot of the take is being looked up.</p>`;
    if (this.facts.length === 0) return html`<p class="dim">Both are of the same shot.</p>`;
    return html`<h2>${this.#changedFrom(right)}</h2><ul class="facts-list">${this.facts.map((f) => html`<li>${f}</li>`)}</ul>`;
  }

  #changedFrom(right: Generation): string {
    const takes = finishedTakes(this.session.takes);
    const n = takeNumber(takes, right);
    if (!this.shown) return `What changed since take ${n}`;
    const m = takeNumber(takes, this.shown);
    return `What changed from take ${Math.min(m, n)} to take ${Math.max(m, n)}`;
  }

  #choose(take: Generation | undefined): void {
    this.dispatchEvent(new CustomEvent('bb-compare', { detail: take }));
  }

  async #look(right: Generation): Promise<void> {
    this.facts = undefined;
    this.fault = '';
    try {
      // A take is kept with all that was read out of its words, so the shot on the page is taken the same way.
      const left = this.shown ? await shotOf(this.shown) : (this.session.explanation?.shot ?? this.session.shot);
      const other = await shotOf(right);
      if (this.session.view.compareWith?.id !== right.id) return;
      // Told in the order in which they were made; the preview is of what the shot is now.
      const later = this.shown !== undefined && right.created_at > this.shown.created_at;
      this.facts = later ? changedFacts(left, other) : changedFacts(other, left);
    } catch (e) {
      this.fault = e instanceof Error ? e.message : String(e);
    }
  }
}
