import { type TemplateResult, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Page, Project } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { messageOf } from './new-shot.ts';
import { when } from './when.ts';

type Head = Pick<Project, 'id' | 'title' | 'updated_at'>;

/** How long a deletion can be undone, in milliseconds; until then the server has not been told. */
const GRACE = 8000;
const PAGE = 24;
/** How many are shown until more are asked for. */
const FEW = 5;

/** The shots of the account, the last changed first: title, when, delete with undo. */
@customElement('bb-own-shots')
export class OwnShots extends Part {
  @state() private shots: readonly Head[] = [];
  @state() private next: string | undefined;
  @state() private all = false;
  @state() private deleted: Head | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #finish = () => void this.#delete();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.#finish);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#finish);
    void this.#delete();
  }

  async #load(): Promise<void> {
    try {
      const cursor = this.next ? `&cursor=${encodeURIComponent(this.next)}` : '';
      const page = await api.get<Page<Head>>(`/v1/projects?limit=${PAGE}${cursor}`);
      this.shots = [...this.shots, ...page.items.filter((p) => !this.shots.some((s) => s.id === p.id))];
      this.next = page.has_more ? page.next_cursor : undefined;
    } catch (e) {
      if (this.shots.length) say(messageOf(e));
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const there = this.shots.filter((s) => s.id !== this.deleted?.id);
    const shown = this.all ? there : there.slice(0, FEW);
    if (shown.length === 0 && !this.deleted) return nothing;
    return html`<section class="own-shots" aria-labelledby="own-shots">
      <div class="sec"><h2 id="own-shots">Your shots</h2></div>
      ${this.deleted
        ? html`<p class="undo" role="status">
            “${this.deleted.title}” is deleted. <button class="drop" type="button" @click=${this.#undo}>Bring it back</button>
          </p>`
        : nothing}
      <ul class="shots">
        ${shown.map(
          (s) => html`<li>
            <a href="#/edit/${s.id}">${s.title}</a>
            <time class="dim num" datetime=${s.updated_at}>${when(s.updated_at)}</time>
            <button class="drop" type="button" @click=${() => this.#remove(s)}>Delete<span class="sr"> ${s.title}</span></button>
          </li>`,
        )}
      </ul>
      ${this.next || shown.length < there.length
        ? html`<button class="btn quiet" type="button" @click=${this.#more}>Show more</button>`
        : nothing}
    </section>`;
  }

  readonly #more = () => {
    if (this.all) void this.#load();
    this.all = true;
  };

  #remove(shot: Head): void {
    void this.#delete();
    this.deleted = shot;
    this.#timer = setTimeout(this.#finish, GRACE);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.undo .drop')?.focus());
  }

  readonly #undo = () => {
    clearTimeout(this.#timer);
    const back = this.deleted;
    this.deleted = undefined;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[href="#/edit/${back?.id ?? ''}"]`)?.focus());
  };

  async #delete(): Promise<void> {
    clearTimeout(this.#timer);
    const gone = this.deleted;
    if (!gone) return;
    this.deleted = undefined;
    this.shots = this.shots.filter((s) => s.id !== gone.id);
    try {
      // Told even if the page is being left.
      await fetch(`/v1/projects/${encodeURIComponent(gone.id)}`, { method: 'DELETE', credentials: 'same-origin', keepalive: true });
    } catch {
      this.shots = [gone, ...this.shots];
      say(`“${gone.title}” was not deleted: no connection.`);
    }
  }
}
