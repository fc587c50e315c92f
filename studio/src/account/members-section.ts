import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../api/client.ts';
import { visitor } from '../session/studio.ts';
import { AccountPart, fieldsOf } from './account-part.ts';
import type { Invitation, Items, Member, Role } from './answers.ts';
import './shown-once.ts';
import { day } from './times.ts';

const ROLES: readonly (readonly [Role, string])[] = [
  ['owner', 'owner'],
  ['admin', 'admin'],
  ['member', 'editor'],
  ['viewer', 'review only'],
];

/** What a role is called. */
export function roleName(role: Role): string {
  return ROLES.find(([r]) => r === role)?.[1] ?? role;
}

/** The people of the account, and who is asked in. */
@customElement('bb-members-section')
export class MembersSection extends AccountPart {
  @state() private members: readonly Member[] | undefined;
  @state() private invitations: readonly Invitation[] = [];
  @state() private asking = false;
  @state() private fresh: Invitation | undefined;
  @state() private removing = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    await this.doing(async () => {
      this.members = (await api.get<Items<Member>>('/v1/members')).items;
      if (this.may('members:write')) this.invitations = (await api.get<Items<Invitation>>('/v1/invitations')).items;
    });
  }

  protected override render(): unknown {
    const change = this.may('members:write');
    return html`<section aria-labelledby="members-h">
      <div class="sec">
        <h2 id="members-h">Members</h2>
        ${change
          ? html`<button class="btn quiet" type="button" aria-expanded=${this.asking} @click=${() => (this.asking = !this.asking)}>Invite</button>`
          : nothing}
      </div>
      ${this.asking ? this.#form() : nothing} ${this.faultLine()}
      ${this.fresh?.token
        ? html`<bb-shown-once
            .label=${`Link for ${this.fresh.email}`}
            .value=${`${location.origin}${location.pathname}#/sign-in/${this.fresh.token}`}
            @done=${() => (this.fresh = undefined)}
          ></bb-shown-once>`
        : nothing}
      <ul>
        ${repeat(this.members ?? [], (m) => m.person_id, (m) => this.#member(m, change))}
        ${repeat(
          this.invitations,
          (i) => i.id,
          (i) => html`<li>
            <details class="entry">
              <summary><span class="mid">${i.email}</span><span class="dim">invited</span></summary>
              <p class="dim">As ${roleName(i.role)}, until ${day(i.expires_at, this.zone)}.</p>
              <div class="chips">
                <button class="btn quiet" type="button" ?disabled=${this.busy} @click=${() => void this.#withdraw(i)}>Take the invitation back</button>
              </div>
            </details>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #member(m: Member, change: boolean): unknown {
    const you = m.person_id === visitor.account?.you?.person_id;
    const summary = html`<span>${m.name}${you ? html`<span class="dim">, you</span>` : nothing}</span><span class="mid">${roleName(m.role)}</span>`;
    if (!change && !you) return html`<li class="line">${summary}</li>`;
    const id = `role-${m.person_id}`;
    return html`<li>
      <details class="entry">
        <summary>${summary}</summary>
        <p class="dim">${m.email}, since ${day(m.joined_at, this.zone)}.</p>
        ${change
          ? html`<label class="sr" for=${id}>Role of ${m.name}</label>
              <select class="sel" id=${id} ?disabled=${this.busy} @change=${(e: Event) => void this.#role(m, e.target as HTMLSelectElement)}>
                ${ROLES.map(([r, name]) => html`<option value=${r} ?selected=${r === m.role} .selected=${r === m.role}>${name}</option>`)}
              </select>`
          : nothing}
        <div class="chips">
          ${this.removing === m.person_id
            ? html`<button class="btn" type="button" ?disabled=${this.busy} @click=${() => void this.#remove(m, you)}>${you ? 'Leave for good' : `Remove ${m.name}`}</button>
                <button class="btn quiet" type="button" @click=${() => (this.removing = '')}>Keep</button>`
            : html`<button class="btn quiet" type="button" @click=${() => (this.removing = m.person_id)}>${you ? 'Leave the account' : 'Remove'}</button>`}
        </div>
      </details>
    </li>`;
  }

  #form(): unknown {
    return html`<form class="sub" @submit=${this.#invite}>
      <label for="invite-email">E-mail address</label>
      <input class="f" id="invite-email" name="email" type="email" required maxlength="254" autocomplete="off" />
      <label for="invite-role">Role</label>
      <select class="sel" id="invite-role" name="role">
        ${ROLES.filter(([r]) => r !== 'owner').map(([r, name]) => html`<option value=${r} ?selected=${r === 'member'}>${name}</option>`)}
      </select>
      <p class="dim">You get a link to send on. Nothing is mailed from here.</p>
      <div class="chips"><button class="btn go" ?disabled=${this.busy}>Make link</button></div>
    </form>`;
  }

  async #invite(e: SubmitEvent): Promise<void> {
    const fields = fieldsOf(e);
    await this.doing(async () => {
      this.fresh = await api.post<Invitation>('/v1/invitations', { email: String(fields.get('email')), role: String(fields.get('role')) });
      this.asking = false;
      await this.#load();
    });
  }

  async #withdraw(i: Invitation): Promise<void> {
    await this.doing(async () => {
      await api.delete(`/v1/invitations/${i.id}`);
      await this.#load();
    });
  }

  async #role(m: Member, select: HTMLSelectElement): Promise<void> {
    await this.doing(async () => {
      try {
        await api.patch(`/v1/members/${m.person_id}`, { role: select.value });
      } catch (e) {
        select.value = m.role;
        throw e;
      }
      await this.#load();
    });
  }

  async #remove(m: Member, you: boolean): Promise<void> {
    await this.doing(async () => {
      await api.delete(`/v1/members/${m.person_id}`);
      this.removing = '';
      if (you) await visitor.arrive();
      else await this.#load();
    });
  }
}
