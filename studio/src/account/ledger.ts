import type { LedgerEntry } from './answers.ts';

/** One line of the ledger: all movements of a generation, or one other movement. */
export interface LedgerRow {
  /** Of the first movement. */
  readonly at: string;
  readonly generation?: string;
  readonly entry: LedgerEntry;
  readonly held?: number;
  /** Undefined while it is under way. */
  readonly charged?: number;
  readonly returned?: number;
  /** What was added or taken other than by rendering. */
  readonly change?: number;
  /** What was available after it, every line taken as done before the next. */
  readonly balance: number;
}

/**
 * Joins each hold with what became of it, the latest order first. The balances add up line by line to what is available
 * now.
 *
 * @param entries the latest first, as the service lists them
 * @param available what is available now
 * @param complete whether there are no earlier entries; else orders whose hold is not among them are left out
 */
export function ledgerRows(entries: readonly LedgerEntry[], available: number, complete: boolean): readonly LedgerRow[] {
  const orders = new Map<string, LedgerEntry[]>();
  const single: LedgerEntry[] = [];
  for (const e of entries) {
    if (e.generation === undefined) single.push(e);
    else orders.set(e.generation, [...(orders.get(e.generation) ?? []), e]);
  }
  const joined = [...orders.values()]
    .filter((all) => complete || all.some((e) => e.kind === 'hold'))
    .map((all) => ({ first: all[all.length - 1] as LedgerEntry, all }));
  const lines = [...joined, ...single.map((e) => ({ first: e, all: [e] }))].toSorted((a, b) => b.first.id - a.first.id);
  let balance = available;
  return lines.map(({ first, all }) => {
    const row: LedgerRow = { ...rowOf(first, all), balance };
    balance -= sum(all, (e) => e.available);
    return row;
  });
}

/** The rows as a table for spreadsheets; `what` says what a row is about. */
export function ledgerCsv(rows: readonly LedgerRow[], what: (row: LedgerRow) => string): string {
  const lines = rows.map((r) => [r.at, what(r), r.held, r.charged, r.returned, r.change, r.balance, r.generation]);
  return csv([['When', 'What', 'Held', 'Charged', 'Returned', 'Added', 'Balance', 'Generation'], ...lines]);
}

/** Comma-separated values by RFC 4180; texts that a spreadsheet would take for a formula are kept texts. */
export function csv(lines: readonly (readonly (string | number | undefined)[])[]): string {
  return lines.map((l) => l.map(cell).join(',') + '\r\n').join('');
}

function rowOf(first: LedgerEntry, all: readonly LedgerEntry[]): Omit<LedgerRow, 'balance'> {
  if (first.generation === undefined) return { at: first.at, entry: first, change: first.available };
  const held = sum(all.filter((e) => e.kind === 'hold'), (e) => e.held);
  const after = all.filter((e) => e.kind !== 'hold');
  const charged = sum(after, (e) => e.spent);
  const open = sum(all, (e) => e.held);
  const returned = Math.max(0, held - charged - Math.max(0, open));
  return {
    at: first.at,
    generation: first.generation,
    entry: first,
    held,
    ...(after.length > 0 ? { charged } : {}),
    ...(after.length > 0 && returned > 0 ? { returned } : {}),
  };
}

function sum(entries: readonly LedgerEntry[], of: (e: LedgerEntry) => number): number {
  return entries.reduce((total, e) => total + of(e), 0);
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
