import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../api/client.ts';
import { AccountPart } from './account-part.ts';
import type { AuditEvent, Items, Key, Member } from './answers.ts';
import { moment } from './times.ts';

/** Who did what in the account, read when it is opened. */
@customElement('bb-audit-section')
export class AuditSection extends AccountPart {
  @state() private events: readonly AuditEvent[] | undefined;
  @state() private next: string | undefined;
  @state() private names = new Map<string, string>();

  async #more(): Promise<void> {
    await this.doing(async () => {
      if (this.names.size === 0) await this.#people();
      const before = this.next ? `&before=${encodeURIComponent(this.next)}` : '';
      const page = await api.get<Items<AuditEvent>>(`/v1/audit-events?limit=50${before}`);
      this.events = [...(this.events ?? []), ...page.items];
      this.next = page.next;
    });
  }

  async #people(): Promise<void> {
    const { items: members } = await api.get<Items<Member>>('/v1/members');
    const keys = this.may('keys:write') ? (await api.get<Items<Key>>('/v1/keys')).items : [];
    this.names = new Map([
      ...members.map((m) => [`person:${m.person_id}`, m.name] as const),
      ...keys.map((k) => [`key:${k.id}`, `Key “${k.name}”`] as const),
    ]);
  }

  protected override render(): unknown {
    return html`<section class="audit" aria-labelledby="audit-h">
      <details @toggle=${(e: Event) => (e.target as HTMLDetailsElement).open && this.events === undefined && void this.#more()}>
        <summary><h2 id="audit-h">Who did what</h2></summary>
        ${this.faultLine()}
        ${this.events
          ? html`<div class="scroll" tabindex="0" role="region" aria-label="Audit trail">
              <table class="num">
                <thead>
                  <tr>
                    <th scope="col">When</th>
                    <th scope="col">Who</th>
                    <th scope="col">What</th>
                  </tr>
                </thead>
                <tbody>
                  ${this.events.map(
                    (e) => html`<tr>
                      <td class="mid when">${moment(e.at, this.zone)}</td>
                      <td>${this.names.get(e.actor) ?? e.actor.replace(/^(person|key):.*/, 'Someone who left').replace('operator:', 'Operator ')}</td>
                      <td>${e.action.replaceAll(/[._]/g, ' ')}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
          : nothing}
        ${this.next ? html`<button class="btn quiet" type="button" ?disabled=${this.busy} @click=${() => void this.#more()}>Show older</button>` : nothing}
      </details>
    </section>`;
  }
}
