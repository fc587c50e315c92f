import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';

/** The account that one acts in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly plan: string;
  readonly time_zone: string;
  readonly you?: { readonly actor: string; readonly person_id?: string; readonly role?: string; readonly scopes: readonly string[] };
}

/** What may be spent. */
export interface Credits {
  readonly available: number;
  readonly held: number;
  readonly next_grant_at?: string;
}

/** Which ways to sign in there are. */
export interface WaysIn {
  readonly local: boolean;
  readonly password: boolean;
  readonly passkey: boolean;
  readonly sign_up: boolean;
}

/** Who is at the page: unknown at first, then an account, or nobody. Dispatches `change`. */
export class Visitor extends EventTarget {
  account: Account | undefined;
  credits: Credits | undefined;
  ways: WaysIn | undefined;
  /** Whether it is settled who it is. */
  settled = false;

  constructor(private readonly client: Client) {
    super();
    client.addEventListener('signed-out', () => this.#left());
  }

  /** Finds out who it is; on a local install the owner is let in without a sign-in. */
  async arrive(): Promise<void> {
    try {
      if (!(await this.#known())) await this.#local();
    } finally {
      this.settled = true;
      this.dispatchEvent(new Event('change'));
    }
    if (this.account) void this.refreshCredits();
  }

  async refreshCredits(): Promise<void> {
    try {
      this.credits = await this.client.get<Credits>('/v1/credits');
      this.dispatchEvent(new Event('change'));
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
    }
  }

  async signOut(): Promise<void> {
    await this.client.post('/v1/sign-out');
    this.#left();
  }

  async #known(): Promise<boolean> {
    try {
      this.account = await this.client.get<Account>('/v1/account');
      return true;
    } catch (e) {
      if (e instanceof Problem || e instanceof Offline) return false;
      throw e;
    }
  }

  async #local(): Promise<void> {
    try {
      this.ways = await this.client.get<WaysIn>('/v1/sign-in');
      if (!this.ways.local) return;
      await this.client.post('/v1/sign-in/local');
      await this.#known();
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
    }
  }

  #left(): void {
    if (!this.account) return;
    this.account = undefined;
    this.dispatchEvent(new Event('change'));
  }
}
