import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../api/client.ts';
import { type Account } from '../session/visitor.ts';
import { visitor } from '../session/studio.ts';
import { say } from '../shell/toast.ts';
import { AccountPart, fieldsOf } from './account-part.ts';
import type { Items, Place } from './answers.ts';
import { roleName } from './members-section.ts';

/** The account itself: its name, its time zone, the others that one belongs to, and its end. */
@customElement('bb-settings-section')
export class SettingsSection extends AccountPart {
  @property({ attribute: false }) account!: Account;
  /** Whether people sign in here; a local install has its owner only. */
  @property({ type: Boolean }) people = false;

  @state() private places: readonly Place[] = [];
  @state() private closing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.people && this.account.you?.person_id) {
      void this.doing(async () => {
        this.places = (await api.get<Items<Place>>('/v1/places')).items;
      });
    }
  }

  protected override render(): unknown {
    const others = this.places.filter((p) => p.account_id !== this.account.id);
    return html`<section aria-labelledby="settings-h">
      <div class="sec"><h2 id="settings-h">Account</h2></div>
      ${this.faultLine()}
      ${this.may('account:write')
        ? html`<form class="sub flat" @submit=${this.#change}>
            <label for="account-name">Name</label>
            <input class="f" id="account-name" name="name" required maxlength="200" .defaultValue=${this.account.name} autocomplete="organization" />
            <label for="account-zone">Time zone</label>
            <select class="sel" id="account-zone" name="time_zone">
              ${zones(this.account.time_zone).map((z) => html`<option value=${z} ?selected=${z === this.account.time_zone}>${z.replaceAll('_', ' ')}</option>`)}
            </select>
            <div class="chips"><button class="btn" ?disabled=${this.busy}>Save</button></div>
          </form>`
        : html`<p class="mid">${this.account.name}, ${this.account.time_zone}</p>`}
      ${others.length === 0
        ? nothing
        : html`<h3>Your other accounts</h3>
            <ul>
              ${others.map(
                (p) => html`<li class="line">
                  <span>${p.name}<span class="dim">, ${roleName(p.role)}</span></span>
                  <button class="btn quiet" type="button" ?disabled=${this.busy} @click=${() => void this.#enter(p)}>Go there</button>
                </li>`,
              )}
            </ul>`}
      ${this.people && this.account.you?.role === 'owner' ? this.#end() : nothing}
    </section>`;
  }

  #end(): unknown {
    if (!this.closing) {
      return html`<div class="chips"><button class="btn quiet" type="button" @click=${() => (this.closing = true)}>Close the account</button></div>`;
    }
    return html`<form class="sub" @submit=${this.#close}>
      <p>Keys, sessions and invitations end at once. What is under way is not delivered.</p>
      <label for="close-name">Write “${this.account.name}” to close it</label>
      <input class="f" id="close-name" name="confirm" required autocomplete="off" />
      <div class="chips">
        <button class="btn" ?disabled=${this.busy}>Close for good</button>
        <button class="btn quiet" type="button" @click=${() => (this.closing = false)}>Keep</button>
      </div>
    </form>`;
  }

  async #change(e: SubmitEvent): Promise<void> {
    const fields = fieldsOf(e);
    await this.doing(async () => {
      await api.patch('/v1/account', { name: String(fields.get('name')).trim(), time_zone: String(fields.get('time_zone')) });
      say('The account is changed.');
      await visitor.arrive();
    });
  }

  async #enter(p: Place): Promise<void> {
    await this.doing(async () => {
      await api.post(`/v1/places/${p.account_id}/enter`);
      location.reload();
    });
  }

  async #close(e: SubmitEvent): Promise<void> {
    const confirm = String(fieldsOf(e).get('confirm'));
    await this.doing(async () => {
      await api.post('/v1/account/close', { confirm });
      await visitor.arrive();
    });
  }
}

/** The zones that this browser knows, with the present one. */
function zones(present: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['UTC', present, ...known])].toSorted((a, b) => (a === 'UTC' ? -1 : b === 'UTC' ? 1 : a.localeCompare(b)));
}
