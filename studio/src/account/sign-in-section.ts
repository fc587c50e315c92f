import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../api/client.ts';
import { visitor } from '../session/studio.ts';
import { say } from '../shell/toast.ts';
import { AccountPart, fieldsOf } from './account-part.ts';
import type { Ceremony, Items, OwnSession, Passkey } from './answers.ts';
import { makePasskey, passkeysWork } from './passkey.ts';
import { ago, day } from './times.ts';

/** How one signs in: passkeys, password, and where one is signed in now. */
@customElement('bb-sign-in-section')
export class SignInSection extends AccountPart {
  @state() private passkeys: readonly Passkey[] | undefined;
  @state() private sessions: readonly OwnSession[] = [];
  @state() private open: '' | 'passkey' | 'password' = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    await this.doing(async () => {
      this.passkeys = (await api.get<Items<Passkey>>('/v1/passkeys')).items;
      this.sessions = (await api.get<Items<OwnSession>>('/v1/sessions')).items;
    });
  }

  protected override render(): unknown {
    return html`<section aria-labelledby="sign-in-h">
      <div class="sec">
        <h2 id="sign-in-h">Sign-in</h2>
        ${passkeysWork()
          ? html`<button class="btn quiet" type="button" aria-expanded=${this.open === 'passkey'} @click=${() => (this.open = this.open === 'passkey' ? '' : 'passkey')}>Add passkey</button>`
          : nothing}
      </div>
      ${this.open === 'passkey' ? this.#naming() : nothing} ${this.faultLine()}
      <ul>
        ${repeat(
          this.passkeys ?? [],
          (p) => p.id,
          (p) => html`<li>
            <details class="entry">
              <summary><span>Passkey, ${p.name}</span><span class="mid">${ago(p.last_used_at ?? p.created_at, this.zone)}</span></summary>
              <p class="dim">Made ${day(p.created_at, this.zone)}.</p>
              <div class="chips">
                <button class="btn quiet" type="button" ?disabled=${this.busy} @click=${() => void this.#remove(p)}>Remove</button>
              </div>
            </details>
          </li>`,
        )}
        ${this.sessions.map(
          (s) => html`<li class="line">
            <span>${s.current ? 'This session' : 'Session'}<span class="dim">, since ${day(s.created_at, this.zone)}</span></span>
            ${s.current
              ? html`<button class="btn quiet" type="button" ?disabled=${this.busy} @click=${this.#out}>Sign out</button>`
              : html`<button class="btn quiet" type="button" ?disabled=${this.busy} @click=${() => void this.#end(s)}>End</button>`}
          </li>`,
        )}
      </ul>
      <div class="chips">
        <button class="btn quiet" type="button" aria-expanded=${this.open === 'password'} @click=${() => (this.open = this.open === 'password' ? '' : 'password')}>Change password</button>
        ${this.sessions.length > 1
          ? html`<button class="btn quiet" type="button" ?disabled=${this.busy} @click=${this.#endAll}>Sign out everywhere</button>`
          : nothing}
      </div>
      ${this.open === 'password' ? this.#password() : nothing}
    </section>`;
  }

  #naming(): unknown {
    return html`<form class="sub" @submit=${this.#add}>
      <label for="passkey-name">What to call it</label>
      <input class="f" id="passkey-name" name="name" required maxlength="100" value="This laptop" autocomplete="off" />
      <div class="chips"><button class="btn go" ?disabled=${this.busy}>Make passkey</button></div>
    </form>`;
  }

  #password(): unknown {
    return html`<form class="sub" @submit=${this.#change}>
      <label for="password-old">Password until now</label>
      <input class="f" id="password-old" name="old" type="password" autocomplete="current-password" />
      <label for="password-new">New password</label>
      <input class="f" id="password-new" name="password" type="password" required minlength="10" maxlength="200" autocomplete="new-password" aria-describedby="password-hint" />
      <p class="dim" id="password-hint">10 characters or more. Leave the first field empty if you have none yet. All sessions end with it, this one too.</p>
      <div class="chips"><button class="btn go" ?disabled=${this.busy}>Change password</button></div>
    </form>`;
  }

  async #add(e: SubmitEvent): Promise<void> {
    const name = String(fieldsOf(e).get('name')).trim();
    await this.doing(async () => {
      const { ceremony, options } = await api.post<Ceremony>('/v1/passkeys');
      await api.post('/v1/passkeys/finish', { ceremony, answer: await makePasskey(options), name });
      this.open = '';
      await this.#load();
    });
  }

  async #remove(p: Passkey): Promise<void> {
    await this.doing(async () => {
      await api.delete(`/v1/passkeys/${encodeURIComponent(p.id)}`);
      await this.#load();
    });
  }

  async #change(e: SubmitEvent): Promise<void> {
    const fields = fieldsOf(e);
    const old = String(fields.get('old') ?? '');
    await this.doing(async () => {
      await api.post('/v1/password', { ...(old ? { old } : {}), password: String(fields.get('password')) });
      this.open = '';
      say('The password is changed and all sessions are ended. Sign in with it.');
      await visitor.arrive();
    });
  }

  async #end(s: OwnSession): Promise<void> {
    await this.doing(async () => {
      await api.delete(`/v1/sessions/${s.id}`);
      await this.#load();
    });
  }

  async #endAll(): Promise<void> {
    await this.doing(async () => {
      await api.delete('/v1/sessions');
      await visitor.arrive();
    });
  }

  async #out(): Promise<void> {
    await this.doing(() => visitor.signOut());
  }
}
