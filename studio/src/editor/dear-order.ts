import { type TemplateResult, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Price, ResolutionPrice } from '../api/answers.ts';
import { inCredits } from '../session/order.ts';
import { visitor } from '../session/studio.ts';
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
    const { credits, available = 0, quality } = this.price;
    const ways = cheaperWays(this.price);
    const name = quality === 'draft' ? 'Draft' : 'Final';
    return html`<dialog class="dear" aria-labelledby="dear-title" @close=${() => this.remove()}>
      <h2 id="dear-title"><i class="dot"></i>${name} costs ${credits.toLocaleString('en')}, you have ${available.toLocaleString('en')}</h2>
      <p class="mid">${this.#instead(ways)}</p>
      <div class="chips">
        ${ways.map(
          (w) => html`<button class="btn" type="button" @click=${() => this.#take(w.resolution)}>Render in ${w.resolution} <span class="num">${inCredits(w.credits ?? 0)}</span></button>`,
        )}
        <a class="btn quiet" href="#/account" @click=${() => this.dialog.close()}>Account</a>
        <button class="btn quiet" type="button" @click=${() => this.dialog.close()}>Close</button>
      </div>
    </dialog>`;
  }

  #instead(ways: readonly ResolutionPrice[]): string {
    if (ways.length > 0) return `Nothing is charged. In ${ways.map((w) => `${w.resolution} it costs ${w.credits?.toLocaleString('en') ?? ''}`).join(', in ')}.`;
    const next = visitor.credits?.next_grant_at;
    const when = next ? ` The next credits come on ${new Date(next).toLocaleDateString('en', { day: 'numeric', month: 'long' })}.` : '';
    return `Nothing is charged. No smaller picture costs as little; a shorter clip does.${when}`;
  }

  #take(resolution: string): void {
    this.dialog.close();
    this.order(resolution);
  }
}
