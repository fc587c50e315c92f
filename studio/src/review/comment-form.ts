import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import { Part } from '../shell/part.ts';
import { type Spot, spotMoved } from './pin.ts';
import { type Comment, addressOf } from './review.ts';

const NAME = 'beatboard.guest';
const LONGEST_TEXT = 2000;
const LONGEST_NAME = 60;

/** Says something of the frame at the playhead. Dispatches `commented`, and `spot` when the pin is set or moved. */
@customElement('bb-comment-form')
export class CommentForm extends Part {
  @property({ attribute: false }) token = '';
  @property({ attribute: false }) frame = 0;
  @property({ attribute: false }) time = '';
  @property({ attribute: false }) clipId = '';
  @property({ attribute: false }) spot: Spot | undefined;
  @state() private author = remembered();
  @state() private text = '';
  @state() private sending = false;
  @state() private fault = '';

  protected override render(): TemplateResult {
    const ready = this.text.trim() !== '' && this.author.trim() !== '' && !this.sending;
    return html`<form class="saying" @submit=${this.#send}>
      <h3>Say something at <span class="num">${this.time}</span></h3>
      <label>Note<textarea class="f" rows="3" maxlength=${LONGEST_TEXT} .value=${this.text} @input=${(e: Event) => (this.text = (e.target as HTMLTextAreaElement).value)}></textarea></label>
      <label>Your name<input class="f" autocomplete="name" maxlength=${LONGEST_NAME} .value=${this.author} @input=${(e: Event) => (this.author = (e.target as HTMLInputElement).value)} /></label>
      <div class="chips">
        <button class="btn go" type="submit" ?disabled=${!ready}>${this.sending ? 'Sending' : 'Add the note'}</button>
        ${this.spot
          ? html`<button class="btn" type="button" @keydown=${this.#move} title="Arrow keys move the pin">Pin, move with arrows</button>
              <button class="btn quiet" type="button" @click=${() => this.#spot(undefined)}>Take the pin away</button>`
          : html`<button class="btn" type="button" @click=${() => this.#spot({ x: 0.5, y: 0.5 })}>Pin to a point</button>`}
      </div>
      ${this.spot ? nothing : html`<p class="dim">Or press on the picture where the note belongs.</p>`}
      ${this.fault ? html`<p class="fail" role="alert">${this.fault}</p>` : nothing}
    </form>`;
  }

  #spot(spot: Spot | undefined): void {
    this.dispatchEvent(new CustomEvent<Spot | undefined>('spot', { detail: spot }));
  }

  #move(e: KeyboardEvent): void {
    const moved = this.spot && spotMoved(this.spot, e.key);
    if (!moved) return;
    e.preventDefault();
    e.stopPropagation();
    this.#spot(moved);
  }

  async #send(e: Event): Promise<void> {
    e.preventDefault();
    const text = this.text.trim();
    const author = this.author.trim();
    if (!text || !author || this.sending) return;
    this.sending = true;
    this.fault = '';
    try {
      const said = await api.post<Comment>(addressOf(this.token, '/comments'), {
        frame: this.frame,
        author,
        text,
        ...(this.clipId ? { generation_id: this.clipId } : {}),
        ...(this.spot ?? {}),
      });
      this.text = '';
      remember(author);
      this.dispatchEvent(new CustomEvent<Comment>('commented', { detail: said }));
    } catch (x) {
      if (!(x instanceof Problem) && !(x instanceof Offline)) throw x;
      this.fault =
        x instanceof Offline
          ? 'There is no connection. The note stays here; add it again when it is back.'
          : x.faults.map((f) => f.detail).filter(Boolean).join(' ') || x.message;
    } finally {
      this.sending = false;
    }
  }
}

function remembered(): string {
  try {
    return (localStorage.getItem(NAME) ?? '').slice(0, LONGEST_NAME);
  } catch {
    return '';
  }
}

function remember(name: string): void {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // Without storage the name lasts as long as the page.
  }
}
