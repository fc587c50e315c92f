import { type TemplateResult, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Price, ResolutionPrice } from '../api/answers.ts';
import { inCredits } from '../session/order.ts';
import { Part } from '../shell/part.ts';

/** The ways to render that cost less than a price and that the balance pays for, the best first; two at most. */
export function cheaperWays(price: Price): readonly ResolutionPrice[] {
  return price.resolutions
    .filter((r) => r.credits !== undefined && !r.refused && r.credits < price.credits && r.credits <= (price.available ?? 0))
    .sort((a, b) => (b.credits ?? 0) - (a.credits ?? 0))
    .slice(0, 2);
}

/** Says that credits do not suffice: the price, the balance, and two cheaper ways. Leaves the page when it is closed. */
@customElement('bb-dear-order')
export class DearOrder extends Part {
  @property({ attribute: false }) price!: Price;
  @property({ attribute: false }) order: (resolution: string) => void = () => undefined;
  @query('dialog') private dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { credits, available = 0, resolution, quality } = this.price;
    const ways = cheaperWays(this.price);
    return html`<dialog aria-labelledby="dear-title" @close=${() => this.remove()}>
      <h2 id="dear-title">Credits do not suffice</h2>
      <p class="mid">
        The ${quality} in ${resolution} costs ${inCredits(credits)}, ${inCredits(available)} are there.
        ${ways.length ? 'Cheaper:' : 'Shorten the clip, or wait for the next grant.'}
      </p>
      <div class="chips">
        ${ways.map(
          (w) => html`<button class="btn" type="button" @click=${() => this.#take(w.resolution)}>In ${w.resolution} <span class="num">${inCredits(w.credits ?? 0)}</span></button>`,
        )}
        <a class="btn quiet" href="#/account" @click=${() => this.dialog.close()}>Account</a>
        <button class="btn quiet" type="button" @click=${() => this.dialog.close()}>Close</button>
      </div>
    </dialog>`;
  }

  #take(resolution: string): void {
    this.dialog.close();
    this.order(resolution);
  }
}
