import { expect, test } from '@playwright/test';
import type { LedgerEntry } from './answers.ts';
import { csv, ledgerCsv, ledgerRows } from './ledger.ts';

const A = '0193a1b2-0000-7000-8000-00000000000a';
const B = '0193a1b2-0000-7000-8000-00000000000b';

function entry(id: number, kind: LedgerEntry['kind'], of: Partial<LedgerEntry>): LedgerEntry {
  const at = `2026-11-22T09:${String(id).padStart(2, '0')}:00Z`;
  return { id, kind, at, reference: '', note: '', available: 0, held: 0, spent: 0, expired: 0, ...of };
}

const GRANT = entry(1, 'grant', { available: 1000 });
const HOLD_A = entry(2, 'hold', { generation: A, available: -96, held: 96 });
const HOLD_B = entry(3, 'hold', { generation: B, available: -24, held: 24 });
const SETTLE_A = entry(4, 'settle', { generation: A, held: -96, spent: 67, available: 29 });

test('A hold and its settlement are one row with what was charged and returned', () => {
  const rows = ledgerRows([SETTLE_A, HOLD_A, GRANT], 933, true);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ generation: A, at: HOLD_A.at, held: 96, charged: 67, returned: 29, balance: 933 });
  expect(rows[1]).toMatchObject({ change: 1000, balance: 1000 });
});

test('What is under way has a hold only', () => {
  const [row] = ledgerRows([HOLD_B], 976, true);
  expect(row).toMatchObject({ held: 24, balance: 976 });
  expect(row).not.toHaveProperty('charged');
  expect(row).not.toHaveProperty('returned');
});

test('A settlement and a release of the rest count as one', () => {
  const settle = entry(5, 'settle', { generation: A, held: -67, spent: 67 });
  const release = entry(6, 'release', { generation: A, held: -29, available: 29 });
  expect(ledgerRows([release, settle, HOLD_A], 933, true)[0]).toMatchObject({ charged: 67, returned: 29 });
});

test('A release of all charges nothing and returns all', () => {
  const release = entry(6, 'release', { generation: A, held: -96, available: 96 });
  expect(ledgerRows([release, HOLD_A], 1000, true)[0]).toMatchObject({ held: 96, charged: 0, returned: 96, balance: 1000 });
});

test('Balances add up line by line also where orders overlapped', () => {
  const rows = ledgerRows([SETTLE_A, HOLD_B, HOLD_A, GRANT], 909, true);
  expect(rows.map((r) => [r.generation, r.balance])).toEqual([
    [B, 909],
    [A, 933],
    [undefined, 1000],
  ]);
});

test('An order whose hold is on an older page waits for that page', () => {
  expect(ledgerRows([SETTLE_A, HOLD_B], 909, false).map((r) => r.generation)).toEqual([B]);
});

test('Commas, quotes and line breaks are kept in CSV, and formulas stay texts', () => {
  expect(csv([['a,b', 'say "hi"', 'two\nlines', '=SUM(A1)', 5, undefined, -3]])).toBe(
    `"a,b","say ""hi""","two\nlines",'=SUM(A1),5,,-3\r\n`,
  );
});

test('The CSV of a ledger has a head and a line for each row', () => {
  const rows = ledgerRows([SETTLE_A, HOLD_A, GRANT], 933, true);
  expect(ledgerCsv(rows, (r) => (r.generation ? 'Interview, final' : 'Grant')).split('\r\n')).toEqual([
    'When,What,Held,Charged,Returned,Added,Balance,Generation',
    `${HOLD_A.at},"Interview, final",96,67,29,,933,${A}`,
    `${GRANT.at},Grant,,,,1000,1000,`,
    '',
  ]);
});
