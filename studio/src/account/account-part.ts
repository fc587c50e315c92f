import { type TemplateResult, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { visitor } from '../session/studio.ts';
import { Part } from '../shell/part.ts';
import { said } from '../shell/said.ts';
import { PasskeyRefused } from './passkey.ts';

/** A part of the account page that asks and changes something: busy, or with what went wrong. */
export class AccountPart extends Part {
  @property() zone = 'UTC';
  @state() protected busy = false;
  @state() protected fault = '';

  /** Whether whoever is here may do something. */
  protected may(scope: string): boolean {
    return visitor.account?.you?.scopes.includes(scope) ?? false;
  }

  /** Does something, and shows what went wrong instead. */
  protected async doing(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.fault = '';
    try {
      await work();
    } catch (e) {
      this.fault = e instanceof PasskeyRefused ? e.message : said(e);
    } finally {
      this.busy = false;
    }
  }

  protected faultLine(): TemplateResult | typeof nothing {
    return this.fault ? html`<p class="fail" role="alert">${this.fault}</p>` : nothing;
  }
}

/** What stands in the fields of a form. */
export function fieldsOf(e: SubmitEvent): FormData {
  e.preventDefault();
  return new FormData(e.target as HTMLFormElement);
}
