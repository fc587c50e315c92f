/** The answers about accounts as far as the studio reads them. */

export interface LedgerEntry {
  readonly id: number;
  readonly kind: 'grant' | 'purchase' | 'hold' | 'settle' | 'release' | 'expire' | 'correction';
  readonly at: string;
  readonly generation?: string;
  readonly reference: string;
  readonly note: string;
  /** By how much each of these changed. */
  readonly available: number;
  readonly held: number;
  readonly spent: number;
  readonly expired: number;
}

export interface LedgerList {
  readonly items: readonly LedgerEntry[];
  readonly next?: string;
}

export interface Pocket {
  readonly kind: 'daily' | 'monthly' | 'bought' | 'given';
  readonly period: string;
  readonly available: number;
  readonly held: number;
  readonly ends_at?: string;
}

export interface CreditState {
  readonly available: number;
  readonly held: number;
  readonly pockets: readonly Pocket[];
  readonly next_grant_at?: string;
}

export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly prices: Readonly<Record<string, number>>;
  readonly daily_credits: number;
  readonly monthly_credits: number;
  readonly resolutions: readonly string[];
  readonly watermark: boolean;
  readonly commercial: boolean;
  readonly limits: { readonly longest_seconds: number; readonly members: number; readonly keys: number };
}

export interface PlanList {
  readonly currency: string;
  readonly sign_up: string;
  readonly plans: readonly Plan[];
}

export interface Items<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

export interface Key {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly state: 'active' | 'expired' | 'revoked';
  readonly created_at: string;
  readonly expires_at?: string;
  readonly last_used_at?: string;
  /** In the answer that made it only. */
  readonly secret?: string;
}

export type Role = 'owner' | 'admin' | 'member' | 'viewer';

export interface Member {
  readonly person_id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly joined_at: string;
}

export interface Invitation {
  readonly id: string;
  readonly account: string;
  readonly email: string;
  readonly role: Role;
  readonly expires_at: string;
  /** In the answer that made it only. */
  readonly token?: string;
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  readonly failing_since?: string;
  readonly disabled_reason?: string;
}

export interface Delivery {
  readonly id: string;
  readonly webhook_id?: string;
  readonly url: string;
  readonly event: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly last_status?: number;
  readonly last_error?: string;
  readonly created_at: string;
  readonly attempted_at?: string;
  readonly next_at?: string;
}

export interface UsageSum {
  readonly of: string;
  readonly generations: number;
  readonly credits: number;
  readonly frames: number;
  readonly frames_kept: number;
}

export interface Usage {
  readonly from: string;
  readonly to: string;
  readonly items: readonly UsageSum[];
  readonly complete: boolean;
  readonly total: UsageSum;
}

export interface OwnSession {
  readonly id: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly current: boolean;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
  readonly last_used_at?: string;
}

export interface Place {
  readonly account_id: string;
  readonly name: string;
  readonly role: Role;
}

export interface AuditEvent {
  readonly id: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly at: string;
}

/** What the browser is to do with a passkey. */
export interface Ceremony {
  readonly ceremony: string;
  readonly options: Readonly<Record<string, unknown>>;
}
