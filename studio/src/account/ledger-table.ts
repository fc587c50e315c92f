import { type PropertyValues, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Generation, GenerationPage } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { AccountPart } from './account-part.ts';
import type { LedgerEntry, LedgerList } from './answers.ts';
import { type LedgerRow, ledgerCsv, ledgerRows } from './ledger.ts';
import { moment } from './times.ts';

const PAGE = 200;
const SHOWN = 25;
const TITLES_AT_ONCE = 6;
/** How many are asked for one by one; more would use up the account's requests. */
const MOST_TITLES = 24;

/** What a movement other than rendering is called. */
const KINDS: Readonly<Record<string, string>> = {
  grant: 'Grant',
  purchase: 'Bought',
  expire: 'Lapsed',
  correction: 'Correction',
  hold: 'Render',
  settle: 'Render',
  release: 'Render',
};

/** Every movement of credits, each order with what became of it. */
@customElement('bb-ledger-table')
export class LedgerTable extends AccountPart {
  /** What is available now. */
  @property({ attribute: false }) available: number | undefined;

  @state() private entries: readonly LedgerEntry[] | undefined;
  @state() private next: string | undefined;
  @state() private shown = SHOWN;
  @state() private titles = new Map<string, string>();
  readonly #asked = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#more();
  }

  async #more(): Promise<void> {
    await this.doing(async () => {
      const before = this.next ? `&before=${encodeURIComponent(this.next)}` : '';
      const page = await api.get<LedgerList>(`/v1/credits/ledger?limit=${PAGE}${before}`);
      this.entries = [...(this.entries ?? []), ...page.items];
      this.next = page.next;
    });
  }

  get #rows(): readonly LedgerRow[] {
    return ledgerRows(this.entries ?? [], this.available ?? 0, this.next === undefined);
  }

  protected override updated(_: PropertyValues): void {
    void this.#name(this.#rows.slice(0, this.shown));
  }

  /** Asks what the generations of some rows are called: the latest in one list, of others a few by themselves. */
  async #name(rows: readonly LedgerRow[]): Promise<void> {
    const ids = rows.map((r) => r.generation).filter((g) => g !== undefined && !this.#asked.has(g)) as string[];
    if (ids.length === 0) return;
    const first = this.#asked.size === 0;
    for (const id of ids) this.#asked.add(id);
    if (first) await this.#latest();
    const unknown = ids.filter((id) => !this.titles.has(id)).slice(0, MOST_TITLES);
    for (let i = 0; i < unknown.length; i += TITLES_AT_ONCE) {
      await Promise.all(unknown.slice(i, i + TITLES_AT_ONCE).map((id) => this.#title(id)));
    }
    this.titles = new Map(this.titles);
  }

  async #latest(): Promise<void> {
    try {
      const page = await api.get<GenerationPage>('/v1/generations?limit=100');
      for (const g of page.generations) this.titles.set(g.id, titleOf(g));
    } catch {
      // Without titles the ledger says "Render".
    }
  }

  async #title(id: string): Promise<void> {
    try {
      this.titles.set(id, titleOf(await api.get<Generation>(`/v1/generations/${id}`)));
    } catch (e) {
      this.titles.set(id, e instanceof Problem && e.status === 404 ? 'A render that was deleted' : 'Render');
    }
  }

  protected override render(): unknown {
    const rows = this.#rows;
    const all = rows.length <= this.shown;
    return html`<div class="sec">
        <h2>Ledger</h2>
        <button class="btn quiet" type="button" ?disabled=${this.busy || rows.length === 0} @click=${this.#download}>Download CSV</button>
      </div>
      ${this.faultLine()}
      ${this.entries === undefined
        ? html`<p class="dim">${this.fault ? nothing : 'Reading the ledger.'}</p>`
        : rows.length === 0
          ? html`<p class="mid">Nothing was held or charged yet. A render is listed here with what it cost.</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="Ledger">
              <table class="num ledger">
                <thead>
                  <tr>
                    <th scope="col">When</th>
                    <th scope="col">What</th>
                    <th scope="col" class="r">Held</th>
                    <th scope="col" class="r">Charged</th>
                    <th scope="col" class="r">Returned</th>
                    <th scope="col" class="r">Balance</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows.slice(0, this.shown).map(
                    (r) => html`<tr>
                      <td class="mid when">${moment(r.at, this.zone)}</td>
                      <td>${this.#what(r)}${r.generation && r.charged === undefined ? html`<span class="dim">, under way</span>` : nothing}</td>
                      <td class="r mid">${number(r.held)}</td>
                      <td class="r">${number(r.charged)}</td>
                      <td class="r mid">${number(r.returned)}</td>
                      <td class="r">${number(r.balance)}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>`}
      ${rows.length > 0 && (!all || this.next)
        ? html`<button class="btn quiet" type="button" ?disabled=${this.busy} @click=${this.#older}>Show older</button>`
        : nothing}
      <p class="dim foot">Frames that fail are never charged. Every hold is either charged or returned.</p>`;
  }

  #older(): void {
    const rows = this.#rows.length;
    this.shown += SHOWN * 2;
    if (this.shown > rows && this.next) void this.#more();
  }

  #what(r: LedgerRow): string {
    if (r.generation) return this.titles.get(r.generation) ?? 'Render';
    const much = r.change === undefined || r.change === 0 ? '' : ` of ${Math.abs(r.change).toLocaleString('en')}`;
    const why = r.entry.note || (r.entry.kind === 'purchase' || r.entry.kind === 'correction' ? r.entry.reference : '');
    if (r.entry.kind === 'expire') return `Lapsed${r.entry.expired ? ` ${r.entry.expired.toLocaleString('en')}` : much}`;
    return [`${KINDS[r.entry.kind] ?? r.entry.kind}${much}`, why].filter(Boolean).join(', ');
  }

  /** All that there is, however much is shown. */
  async #download(): Promise<void> {
    while (this.next && !this.fault) await this.#more();
    await this.#name(this.#rows);
    const text = ledgerCsv(this.#rows, (r) => this.#what(r));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    link.download = 'beatboard-ledger.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}

function titleOf(g: Generation): string {
  const frames = g.frames ? `${g.frames.total} ${g.frames.total === 1 ? 'frame' : 'frames'}` : '';
  const how = g.type === 'image' ? 'picture' : [g.render?.quality, frames].filter(Boolean).join(', ');
  const end = g.cancelled ? 'canceled' : g.state === 'failed' ? `failed${g.frames ? ` at frame ${g.frames.done}` : ''}` : '';
  return [g.title || 'Untitled', how, end].filter(Boolean).join(', ');
}

function number(n: number | undefined): string {
  return n === undefined ? '' : n.toLocaleString('en');
}
