import { type TemplateResult, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../api/client.ts';
import { visitor } from '../session/studio.ts';
import type { WaysIn } from '../session/visitor.ts';
import { Watch } from '../session/watch.ts';
import { AccountPart } from './account-part.ts';
import type { CreditState, Plan, PlanList, Pocket } from './answers.ts';
import './audit-section.ts';
import './keys-section.ts';
import './ledger-table.ts';
import './members-section.ts';
import './settings-section.ts';
import './sign-in-section.ts';
import './usage-section.ts';
import './webhooks-section.ts';
import { day } from './times.ts';

/** The plan of whoever runs a service for themselves; it is not sold. */
const OWNERS = 'owner';

/** What there is to spend and what was spent, and who and what may act in the account. */
@customElement('bb-account-page')
export class AccountPage extends AccountPart {
  @state() private credits: CreditState | undefined;
  @state() private plans: PlanList | undefined;
  @state() private ways: WaysIn | undefined;
  @state() private comparing = false;

  constructor() {
    super();
    new Watch(this, () => visitor, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Account, Beatboard';
    void this.doing(async () => {
      [this.credits, this.plans, this.ways] = await Promise.all([
        api.get<CreditState>('/v1/credits'),
        api.get<PlanList>('/v1/plans'),
        visitor.ways ?? api.get<WaysIn>('/v1/sign-in'),
      ]);
    });
  }

  protected override render(): unknown {
    const account = visitor.account;
    if (!account) return nothing;
    const zone = account.time_zone;
    const people = this.ways !== undefined && !this.ways.local;
    return html`<div class="page account">
      <h1>Account</h1>
      ${this.faultLine()}
      <div class="acc">
        <div>
          ${this.#summary(zone)} ${this.comparing ? this.#compare() : nothing}
          <bb-ledger-table .zone=${zone} .available=${this.credits?.available}></bb-ledger-table>
          <bb-usage-section .zone=${zone}></bb-usage-section>
          ${this.may('audit:read') ? html`<bb-audit-section .zone=${zone}></bb-audit-section>` : nothing}
        </div>
        <aside aria-label="Access">
          ${this.may('keys:write') ? html`<bb-keys-section .zone=${zone}></bb-keys-section>` : nothing}
          ${people ? html`<bb-members-section .zone=${zone}></bb-members-section>` : nothing}
          ${this.may('webhooks:write') ? html`<bb-webhooks-section .zone=${zone}></bb-webhooks-section>` : nothing}
          ${people && account.you?.person_id ? html`<bb-sign-in-section .zone=${zone}></bb-sign-in-section>` : nothing}
          ${this.ways ? html`<bb-settings-section .account=${account} .people=${people}></bb-settings-section>` : nothing}
        </aside>
      </div>
    </div>`;
  }

  #summary(zone: string): TemplateResult {
    const c = this.credits;
    const plan = this.#plan;
    return html`<div class="plan3 num">
      <div>
        <span class="mid">Balance</span><span class="v">${c ? c.available.toLocaleString('en') : '–'}</span>
        <span class="mid">${c ? (c.held > 0 ? `${c.held.toLocaleString('en')} more are held` : 'Nothing is held') : nothing}</span>
      </div>
      <div>
        <span class="mid">Plan</span><span class="v">${plan?.title ?? (visitor.account?.plan === OWNERS ? 'Owner' : (visitor.account?.plan ?? ''))}</span>
        <span class="mid">
          ${plan
            ? html`${this.#price(plan)}, <button class="link" type="button" aria-expanded=${this.comparing} @click=${() => (this.comparing = !this.comparing)}>compare</button>`
            : visitor.account?.plan === OWNERS
              ? 'Your own server, nothing to pay'
              : nothing}
        </span>
      </div>
      <div>
        <span class="mid">Next grant</span><span class="v">${c?.next_grant_at ? day(c.next_grant_at, zone) : '–'}</span>
        <span class="mid">${c ? this.#lapses(c.pockets, zone) : nothing}</span>
      </div>
    </div>`;
  }

  get #plan(): Plan | undefined {
    return this.plans?.plans.find((p) => p.id === visitor.account?.plan);
  }

  #price(plan: Plan): string {
    const store = (visitor.account as { readonly store?: string } | undefined)?.store ?? 'web';
    const price = plan.prices[store] ?? 0;
    if (price === 0) return 'Free';
    return `${price.toLocaleString('en-US', { style: 'currency', currency: this.plans?.currency ?? 'USD' })} a month`;
  }

  /** What of the balance ends, and when first. */
  #lapses(pockets: readonly Pocket[], zone: string): string {
    const ending = pockets.filter((p) => p.ends_at && p.available > 0).toSorted((a, b) => ((a.ends_at ?? '') < (b.ends_at ?? '') ? -1 : 1));
    const first = ending[0];
    if (!first?.ends_at) return pockets.some((p) => p.available > 0) ? 'What you have does not lapse' : 'Nothing lapses';
    const all = ending.length === pockets.filter((p) => p.available > 0).length;
    if (all && first.ends_at === this.credits?.next_grant_at) return 'What is left then lapses';
    return `${first.available.toLocaleString('en')} lapse on ${day(first.ends_at, zone)}`;
  }

  #compare(): TemplateResult {
    return html`<div class="plans">
      <div class="scroll" tabindex="0" role="region" aria-label="Plans">
        <table class="num">
          <thead>
            <tr>
              <th scope="col">Plan</th>
              <th scope="col" class="r">A month</th>
              <th scope="col" class="r">Credits</th>
              <th scope="col">Up to</th>
              <th scope="col" class="r">Longest</th>
              <th scope="col">Results</th>
            </tr>
          </thead>
          <tbody>
            ${this.plans?.plans.map(
              (p) => html`<tr class=${p.id === visitor.account?.plan ? 'total' : nothing}>
                <td>${p.title}${p.id === visitor.account?.plan ? html`<span class="dim">, yours</span>` : nothing}</td>
                <td class="r">${this.#price(p).replace(' a month', '')}</td>
                <td class="r">${p.daily_credits ? `${p.daily_credits.toLocaleString('en')} a day` : p.monthly_credits.toLocaleString('en')}</td>
                <td>${p.resolutions.at(-1) ?? ''}</td>
                <td class="r">${p.limits.longest_seconds} s</td>
                <td class="mid">${[p.watermark ? 'watermark' : 'no watermark', p.commercial ? 'commercial use' : 'own use'].join(', ')}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="dim foot">Whoever runs this server changes plans.</p>
    </div>`;
  }
}
