import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../api/client.ts';
import { AccountPart, fieldsOf } from './account-part.ts';
import type { Items, Key } from './answers.ts';
import { visitor } from '../session/studio.ts';
import './shown-once.ts';
import { day, daysUntil } from './times.ts';

/** What a key may do, and whether a new one may unless somebody says otherwise. */
const SCOPES: readonly (readonly [string, string, boolean])[] = [
  ['generations:read', 'See renders', true],
  ['generations:write', 'Order renders', true],
  ['projects:read', 'Read shots and cast', true],
  ['projects:write', 'Change shots and cast', true],
  ['account:read', 'See credits', true],
  ['account:write', 'Change the account', false],
  ['members:write', 'Invite people', false],
  ['keys:write', 'Make keys', false],
  ['webhooks:write', 'Set up webhooks', false],
  ['audit:read', 'Read the audit trail', false],
];
const LIVES: readonly (readonly [string, string])[] = [
  ['30', '30 days'],
  ['90', '90 days'],
  ['365', 'a year'],
  ['', 'no end'],
];
const DAY = 86_400_000;
/** A key that ends within so many days is pointed out. */
const SOON = 7;
/** For how long a key works beside the one in its place, in seconds. */
const OVERLAP = 3600;

/** Keys for programs: made, put in place of another, revoked. */
@customElement('bb-keys-section')
export class KeysSection extends AccountPart {
  @state() private keys: readonly Key[] | undefined;
  @state() private making = false;
  @state() private fresh: Key | undefined;
  @state() private revoking = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    await this.doing(async () => {
      this.keys = (await api.get<Items<Key>>('/v1/keys')).items;
    });
  }

  protected override render(): unknown {
    const keys = (this.keys ?? []).filter((k) => k.state !== 'revoked');
    return html`<section aria-labelledby="keys-h">
      <div class="sec">
        <h2 id="keys-h">Keys</h2>
        <button class="btn quiet" type="button" aria-expanded=${this.making} @click=${() => (this.making = !this.making)}>New key</button>
      </div>
      ${this.making ? this.#form() : nothing} ${this.faultLine()}
      ${this.fresh?.secret
        ? html`<bb-shown-once .label=${`Key “${this.fresh.name}”`} .value=${this.fresh.secret} @done=${() => (this.fresh = undefined)}></bb-shown-once>`
        : nothing}
      <ul>
        ${repeat(keys, (k) => k.id, (k) => this.#key(k))}
      </ul>
      ${this.keys && keys.length === 0 ? html`<p class="mid">Programs need a key to call the API.</p>` : nothing}
    </section>`;
  }

  #key(k: Key): unknown {
    const left = k.expires_at ? daysUntil(k.expires_at) : undefined;
    const own = visitor.account?.you as { readonly key_id?: string } | undefined;
    return html`<li>
      <details class="entry">
        <summary>
          <span>${k.name}</span>
          ${k.state === 'expired'
            ? html`<span class="attn">expired</span>`
            : left !== undefined && left <= SOON
              ? html`<span class="attn num">expires in ${left === 1 ? '1 day' : `${left} days`}</span>`
              : html`<span class="mid num">bb_…${k.hint}</span>`}
        </summary>
        <p class="dim">
          ${scopesInWords(k.scopes)}. Made ${day(k.created_at, this.zone)}${k.last_used_at ? `, used ${day(k.last_used_at, this.zone)}` : ', not used yet'}${k.expires_at ? `, ends ${day(k.expires_at, this.zone)}` : ''}.
        </p>
        <div class="chips">
          ${k.state === 'active'
            ? html`<button class="btn" type="button" ?disabled=${this.busy} title="The present key works for another hour" @click=${() => void this.#rotate(k)}>Renew</button>`
            : nothing}
          ${this.revoking === k.id
            ? html`<button class="btn" type="button" ?disabled=${this.busy} @click=${() => void this.#revoke(k)}>Revoke for good</button>
                <button class="btn quiet" type="button" @click=${() => (this.revoking = '')}>Keep</button>`
            : html`<button class="btn quiet" type="button" @click=${() => (this.revoking = k.id)}>Revoke</button>`}
        </div>
        ${this.revoking === k.id ? html`<p class="attn">Programs with this key stop at once${own?.key_id === k.id ? ', this page too' : ''}.</p>` : nothing}
      </details>
    </li>`;
  }

  #form(): unknown {
    return html`<form class="sub" @submit=${this.#make}>
      <label for="key-name">Name</label>
      <input class="f" id="key-name" name="name" required maxlength="100" placeholder="Render farm" autocomplete="off" />
      <fieldset>
        <legend>It may</legend>
        ${SCOPES.filter(([s]) => this.may(s)).map(
          ([scope, words, usual]) =>
            html`<label class="check"><input type="checkbox" name="scopes" value=${scope} ?checked=${usual} /> ${words}</label>`,
        )}
      </fieldset>
      <label for="key-life">It works for</label>
      <select class="sel" id="key-life" name="life">
        ${LIVES.map(([days, words]) => html`<option value=${days} ?selected=${days === '90'}>${words}</option>`)}
      </select>
      <div class="chips"><button class="btn go" ?disabled=${this.busy}>Make key</button></div>
    </form>`;
  }

  async #make(e: SubmitEvent): Promise<void> {
    const fields = fieldsOf(e);
    const days = Number(fields.get('life') ?? 0);
    await this.doing(async () => {
      this.fresh = await api.post<Key>('/v1/keys', {
        name: String(fields.get('name')).trim(),
        scopes: fields.getAll('scopes').map(String),
        ...(days > 0 ? { expires_at: new Date(Date.now() + days * DAY).toISOString() } : {}),
      });
      this.making = false;
      await this.#load();
    });
  }

  async #rotate(k: Key): Promise<void> {
    await this.doing(async () => {
      this.fresh = await api.post<Key>(`/v1/keys/${k.id}/rotate`, { overlap_seconds: OVERLAP });
      await this.#load();
    });
  }

  async #revoke(k: Key): Promise<void> {
    await this.doing(async () => {
      await api.delete(`/v1/keys/${k.id}`);
      this.revoking = '';
      await this.#load();
    });
  }
}

function scopesInWords(scopes: readonly string[]): string {
  if (SCOPES.every(([s]) => scopes.includes(s))) return 'May do everything';
  return SCOPES.filter(([s]) => scopes.includes(s))
    .map(([, words]) => words)
    .join(', ');
}
