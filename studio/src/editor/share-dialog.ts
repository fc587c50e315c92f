import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Page } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { Part } from '../shell/part.ts';
import { SHARE } from './commands.ts';

/** A link under which a shot can be looked at and commented, as the service lists it. */
interface ReviewLink {
  readonly id: string;
  readonly state: 'active' | 'expired' | 'ended';
  readonly comments: boolean;
  readonly created_at: string;
  readonly expires_at: string;
  /** Told once, when the link is made. */
  readonly url?: string;
}

/** How long a link may work, in days. */
const DAYS = [7, 30, 90, 365];

/** Makes, copies, lists and ends links under which others look at a shot and comment on it. */
@customElement('bb-share-dialog')
export class ShareDialog extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @state() private links: readonly ReviewLink[] = [];
  @state() private made = '';
  @state() private days = 30;
  @state() private comments = true;
  @state() private busy = false;
  @state() private copied = false;
  @state() private fault = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('#review-link') private field: HTMLInputElement | undefined;

  readonly #asked = () => this.#open();

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(SHARE, this.#asked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener(SHARE, this.#asked);
  }

  #open(): void {
    this.made = '';
    this.fault = '';
    this.copied = false;
    this.dialog.showModal();
    void this.#try(() => this.#list());
  }

  get #path(): string {
    return `/v1/projects/${this.session.project.id}/reviews`;
  }

  async #list(): Promise<void> {
    const page = await api.get<Page<ReviewLink>>(this.#path);
    this.links = page.items.filter((l) => l.state === 'active');
  }

  async #make(): Promise<void> {
    await this.#try(async () => {
      const link = await api.post<ReviewLink>(this.#path, { expires_in_days: this.days, comments: this.comments });
      this.made = link.url ? new URL(link.url, location.href).href : '';
      this.copied = false;
      await this.#list();
      await this.updateComplete;
      this.field?.select();
      await this.#copy();
    });
  }

  async #end(link: ReviewLink): Promise<void> {
    await this.#try(async () => {
      await api.delete(`/v1/reviews/${link.id}`);
      this.made = '';
      await this.#list();
    });
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.made);
      this.copied = true;
    } catch {
      // Without leave to write there, the link stands selected to be copied by hand.
      this.copied = false;
      this.field?.select();
    }
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.fault = '';
    try {
      await work();
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
      this.fault = e.message;
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    return html`<dialog class="share" aria-labelledby="share-title">
      <h2 id="share-title">Share for review</h2>
      <p class="mid">Whoever has the link sees the shot and its takes. Nobody can change them there.</p>
      ${this.made
        ? html`<div class="row">
            <label class="sr" for="review-link">Link for review</label>
            <input id="review-link" class="f num" readonly .value=${this.made} @focus=${(e: Event) => (e.target as HTMLInputElement).select()} />
            <button class="btn" type="button" @click=${this.#copy}>${this.copied ? 'Copied' : 'Copy'}</button>
          </div>
          <p class="dim">The link is shown in full only now.</p>`
        : nothing}
      ${this.fault ? html`<p class="fail" role="alert">${this.fault}</p>` : nothing}
      ${this.links.length
        ? html`<h3>Links</h3>
            <ul>
              ${this.links.map(
                (l) => html`<li>
                  <span class="num">Made ${day(l.created_at)}, ends ${day(l.expires_at)}${l.comments ? '' : ', no comments'}</span>
                  <button class="btn quiet" type="button" ?disabled=${this.busy} @click=${() => this.#end(l)}>End it<span class="sr">, made ${day(l.created_at)}</span></button>
                </li>`,
              )}
            </ul>`
        : nothing}
      <div class="options">
        <label for="review-days">Ends in</label>
        <select id="review-days" class="sel" @change=${(e: Event) => (this.days = Number((e.target as HTMLSelectElement).value))}>
          ${DAYS.map((d) => html`<option value=${d} .selected=${d === this.days}>${d} days</option>`)}
        </select>
        <label><input type="checkbox" .checked=${this.comments} @change=${(e: Event) => (this.comments = (e.target as HTMLInputElement).checked)} /> Comments can be pinned to frames</label>
      </div>
      <div class="chips">
        <button class="btn" type="button" ?disabled=${this.busy} @click=${this.#make}>Make a link</button>
        <button class="btn quiet" type="button" @click=${() => this.dialog.close()}>Close</button>
      </div>
      <p class="sr" role="status">${this.copied ? 'The link is copied.' : ''}</p>
    </dialog>`;
  }
}

function day(time: string): string {
  return new Date(time).toLocaleDateString('en', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}
