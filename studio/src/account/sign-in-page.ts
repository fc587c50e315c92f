import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { visitor } from '../session/studio.ts';
import type { WaysIn } from '../session/visitor.ts';
import { Watch } from '../session/watch.ts';
import { AccountPart, fieldsOf } from './account-part.ts';
import type { Ceremony, Invitation } from './answers.ts';
import { makePasskey, passkeysWork, usePasskey } from './passkey.ts';
import { roleName } from './members-section.ts';
import { day } from './times.ts';

/** Signing in, making an account, or following an invitation. Afterwards one is back where one was. */
@customElement('bb-sign-in-page')
export class SignInPage extends AccountPart {
  @property() invitation = '';

  @state() private ways: WaysIn | undefined;
  @state() private asked: Invitation | undefined;
  @state() private mode: 'in' | 'up' = 'in';

  constructor() {
    super();
    new Watch(this, () => visitor, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Sign in, Beatboard';
    void this.doing(async () => {
      this.ways = visitor.ways ?? (await api.get<WaysIn>('/v1/sign-in'));
      if (!this.invitation) return;
      this.mode = 'up';
      this.asked = await api.post<Invitation>('/v1/invitations/look', { token: this.invitation });
    });
  }

  protected override render(): unknown {
    return html`<div class="page gate">
      <h1>${this.#title}</h1>
      ${this.#lead()} ${this.faultLine()} ${this.#body()}
    </div>`;
  }

  get #title(): string {
    if (this.asked) return `Join ${this.asked.account}`;
    return this.mode === 'up' && !this.invitation ? 'Make an account' : 'Sign in';
  }

  #lead(): TemplateResult | typeof nothing {
    if (this.asked) {
      return html`<p class="lede">You are asked in as ${roleName(this.asked.role)}. The invitation is for ${this.asked.email}, until ${day(this.asked.expires_at, this.zone)}.</p>`;
    }
    if (this.invitation && this.fault) return html`<p class="lede">Ask for a new link.</p>`;
    if (this.#back !== '/') return html`<p class="lede">You go back to where you were. Edits are kept in this browser.</p>`;
    return nothing;
  }

  #body(): unknown {
    if (!this.ways) return this.fault ? this.#retry() : html`<p class="mid">Asking how to sign in.</p>`;
    if (this.invitation && visitor.account) {
      return this.asked
        ? html`<div class="chips"><button class="btn go big" type="button" ?disabled=${this.busy} @click=${this.#accept}>Join as ${visitor.account.name}</button></div>`
        : nothing;
    }
    if (visitor.account) {
      return html`<p class="mid">You are signed in to ${visitor.account.name}.</p>
        <div class="chips"><a class="btn go" href=${`#${this.#back}`}>Go on</a></div>`;
    }
    if (this.ways.local) return this.#retry();
    if (this.mode === 'up') return this.invitation ? this.#joining() : this.#signingUp();
    return this.#signingIn();
  }

  #retry(): TemplateResult {
    return html`<p class="mid">${this.ways?.local ? 'This is a service of your own; it lets its owner in from this computer.' : ''}</p>
      <div class="chips"><button class="btn go" type="button" ?disabled=${this.busy} @click=${() => this.doing(() => visitor.arrive())}>Try again</button></div>`;
  }

  #signingIn(): TemplateResult {
    const passkey = this.ways?.passkey && passkeysWork();
    return html`${passkey
        ? html`<div class="chips"><button class="btn go big" type="button" ?disabled=${this.busy} @click=${this.#byPasskey}>Sign in with a passkey</button></div>
            ${this.ways?.password ? html`<p class="or dim"><span>or</span></p>` : nothing}`
        : nothing}
      ${this.ways?.password
        ? html`<form class="stack" @submit=${this.#byPassword}>
            <label for="in-email">E-mail address</label>
            <input class="f" id="in-email" name="email" type="email" required maxlength="254" autocomplete="username webauthn" />
            <label for="in-password">Password</label>
            <input class="f" id="in-password" name="password" type="password" required autocomplete="current-password" />
            <div class="chips"><button class=${passkey ? 'btn' : 'btn go'} ?disabled=${this.busy}>${this.busy ? 'Signing in' : 'Sign in'}</button></div>
          </form>`
        : nothing}
      ${this.ways?.sign_up || this.invitation
        ? html`<p class="mid">
            ${this.invitation ? 'New here?' : 'No account yet?'}
            <button class="link" type="button" @click=${() => this.#turn('up')}>${this.invitation ? 'Join without an account' : 'Make one'}</button>
          </p>`
        : nothing}`;
  }

  #signingUp(): TemplateResult {
    const passkey = this.ways?.passkey && passkeysWork();
    return html`<form class="stack" @submit=${this.#signUp}>
        <label for="up-name">Your name</label>
        <input class="f" id="up-name" name="name" required maxlength="200" autocomplete="name" />
        <label for="up-organization">Account</label>
        <input class="f" id="up-organization" name="organization" required maxlength="200" placeholder="Studio North" autocomplete="organization" />
        <label for="up-email">E-mail address</label>
        <input class="f" id="up-email" name="email" type="email" required maxlength="254" autocomplete="username" />
        ${this.ways?.password
          ? html`<label for="up-password">Password${passkey ? html`<span class="dim">, not needed with a passkey</span>` : nothing}</label>
              <input class="f" id="up-password" name="password" type="password" minlength="10" maxlength="200" ?required=${!passkey} autocomplete="new-password" aria-describedby="up-hint" />
              <p class="dim" id="up-hint">10 characters or more.</p>`
          : nothing}
        <div class="chips">
          ${passkey ? html`<button class="btn go" name="by" value="passkey" ?disabled=${this.busy}>With a passkey</button>` : nothing}
          ${this.ways?.password
            ? html`<button class=${passkey ? 'btn' : 'btn go'} name="by" value="password" ?disabled=${this.busy}>${passkey ? 'With the password' : 'Make account'}</button>`
            : nothing}
        </div>
      </form>
      <p class="mid">You have one? <button class="link" type="button" @click=${() => this.#turn('in')}>Sign in</button></p>`;
  }

  #joining(): unknown {
    if (!this.asked) return nothing;
    return html`<form class="stack" @submit=${this.#join}>
        <label for="join-name">Your name</label>
        <input class="f" id="join-name" name="name" required maxlength="200" autocomplete="name" />
        <label for="join-email">E-mail address</label>
        <input class="f" id="join-email" name="email" type="email" required maxlength="254" .defaultValue=${this.asked.email} autocomplete="username" />
        <label for="join-password">Password</label>
        <input class="f" id="join-password" name="password" type="password" required minlength="10" maxlength="200" autocomplete="new-password" aria-describedby="join-hint" />
        <p class="dim" id="join-hint">10 characters or more. A passkey can be added on the account page.</p>
        <div class="chips"><button class="btn go" ?disabled=${this.busy}>Join</button></div>
      </form>
      <p class="mid">You have an account here? <button class="link" type="button" @click=${() => this.#turn('in')}>Sign in first</button></p>`;
  }

  #turn(mode: 'in' | 'up'): void {
    this.mode = mode;
    this.fault = '';
  }

  /** Where to go afterwards: only ever within the studio. */
  get #back(): string {
    const [path = '', query = ''] = location.hash.slice(1).split('?', 2);
    if (!path.startsWith('/sign-in')) return location.hash.slice(1) || '/';
    const asked = new URLSearchParams(query);
    const back = asked.get('back') ?? asked.get('return') ?? '/';
    return back.startsWith('/') && !back.startsWith('/sign-in') ? back : '/';
  }

  async #byPasskey(): Promise<void> {
    await this.doing(async () => {
      const { ceremony, options } = await api.post<Ceremony>('/v1/sign-in/passkey');
      await api.post('/v1/sign-in/passkey/finish', { ceremony, answer: await usePasskey(options) });
      await this.#arrived();
    });
  }

  async #byPassword(e: SubmitEvent): Promise<void> {
    const fields = fieldsOf(e);
    await this.doing(async () => {
      await api.post('/v1/sign-in/password', { email: String(fields.get('email')), password: String(fields.get('password')) });
      await this.#arrived();
    });
  }

  async #signUp(e: SubmitEvent): Promise<void> {
    const fields = fieldsOf(e);
    const by = (e.submitter as HTMLButtonElement | null)?.value ?? 'password';
    const who = {
      organization: String(fields.get('organization')).trim(),
      name: String(fields.get('name')).trim(),
      email: String(fields.get('email')).trim(),
    };
    await this.doing(async () => {
      if (by === 'passkey') {
        const { ceremony, options } = await api.post<Ceremony>('/v1/sign-up/passkey', who);
        await api.post('/v1/sign-up/passkey/finish', { ceremony, answer: await makePasskey(options) });
      } else {
        await api.post('/v1/sign-up/password', { ...who, password: String(fields.get('password')) });
      }
      await this.#arrived();
    });
  }

  async #join(e: SubmitEvent): Promise<void> {
    const fields = fieldsOf(e);
    await this.doing(async () => {
      await api.post('/v1/sign-up/invitation', {
        token: this.invitation,
        name: String(fields.get('name')).trim(),
        email: String(fields.get('email')).trim(),
        password: String(fields.get('password')),
      });
      await this.#arrived();
    });
  }

  async #accept(): Promise<void> {
    await this.doing(async () => {
      const joined = await api.post<{ account_id: string }>('/v1/invitations/accept', { token: this.invitation });
      await api.post(`/v1/places/${joined.account_id}/enter`);
      await this.#arrived();
    });
  }

  /** Signed in: finds out as whom, and goes back. With an invitation still open, it is asked about first. */
  async #arrived(): Promise<void> {
    const back = this.#back;
    await visitor.arrive();
    if (!visitor.account) throw new Problem(401, 'unauthorized', 'The browser did not keep the session. Allow cookies for this address and sign in again.');
    if (this.invitation && this.mode === 'in') return;
    if (location.hash.startsWith('#/sign-in')) location.hash = `#${back}`;
  }
}
