import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../api/client.ts';
import { AccountPart } from './account-part.ts';
import type { Items, Key, Usage } from './answers.ts';
import { day } from './times.ts';

type Group = 'day' | 'project' | 'key';

const GROUPS: readonly (readonly [Group, string])[] = [
  ['day', 'By day'],
  ['project', 'By shot'],
  ['key', 'By key'],
];

/** What was charged this month, summed up. */
@customElement('bb-usage-section')
export class UsageSection extends AccountPart {
  @state() private usage: Usage | undefined;
  @state() private group: Group = 'day';
  @state() private names = new Map<string, string>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load('day');
  }

  async #load(group: Group): Promise<void> {
    this.group = group;
    await this.doing(async () => {
      const usage = await api.get<Usage>(`/v1/usage?group=${group}`);
      this.names = group === 'day' ? new Map() : await this.#named(group);
      if (this.group === group) this.usage = usage;
    });
  }

  async #named(group: Group): Promise<Map<string, string>> {
    if (group === 'key' && this.may('keys:write')) {
      return new Map((await api.get<Items<Key>>('/v1/keys')).items.map((k) => [k.id, k.name]));
    }
    if (group === 'project') {
      const { items } = await api.get<Items<{ id: string; title: string }>>('/v1/projects?limit=100');
      return new Map(items.map((p) => [p.id, p.title]));
    }
    return new Map();
  }

  protected override render(): unknown {
    const u = this.usage;
    return html`<section class="usage" aria-labelledby="usage-h">
      <div class="sec">
        <h2 id="usage-h">Usage this month</h2>
        <div class="seg" role="group" aria-label="Summed up">
          ${GROUPS.map(
            ([g, name]) => html`<button type="button" aria-pressed=${g === this.group} @click=${() => void this.#load(g)}>${name}</button>`,
          )}
        </div>
      </div>
      ${this.faultLine()}
      ${u && u.items.length > 0
        ? html`<div class="scroll" tabindex="0" role="region" aria-label="Usage">
            <table class="num">
              <thead>
                <tr>
                  <th scope="col">${this.group === 'day' ? 'Day' : this.group === 'key' ? 'Key' : 'Shot'}</th>
                  <th scope="col" class="r">Renders</th>
                  <th scope="col" class="r">Frames</th>
                  <th scope="col" class="r">Kept</th>
                  <th scope="col" class="r">Credits</th>
                </tr>
              </thead>
              <tbody>
                ${[...u.items, { ...u.total, of: '*' }].map(
                  (s) => html`<tr class=${s.of === '*' ? 'total' : nothing}>
                    <td>${this.#of(s.of)}</td>
                    <td class="r mid">${s.generations.toLocaleString('en')}</td>
                    <td class="r mid">${s.frames.toLocaleString('en')}</td>
                    <td class="r mid">${s.frames_kept.toLocaleString('en')}</td>
                    <td class="r">${s.credits.toLocaleString('en')}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : html`<p class="mid">${u ? 'Nothing was rendered this month.' : this.fault ? nothing : 'Adding it up.'}</p>`}
      ${u && !u.complete ? html`<p class="dim">There are more than are listed; the last line counts all.</p>` : nothing}
    </section>`;
  }

  #of(of: string): string {
    if (of === '*') return 'All';
    if (of === '') return this.group === 'project' ? 'Without a shot' : this.group === 'key' ? 'From this page' : 'Other';
    if (this.group === 'day') return day(`${of}T12:00:00Z`, 'UTC');
    return this.names.get(of) ?? (this.group === 'project' ? 'A shot that was deleted' : 'A key that was revoked');
  }
}
