import type { CastEntry } from '../shot/document.ts';

/** Part of each digest: another way to draw people makes all pictures anew. */
const EDITION = '1';

/** A digest of what a person looks like; the same whoever it is and in whatever order the fields stand. */
export async function digestOf(entry: CastEntry): Promise<string> {
  const { name: _, ...look } = entry;
  const bytes = new TextEncoder().encode(EDITION + JSON.stringify(sorted(look)));
  // Only pages of a safe origin have digests; elsewhere a sum of our own does, as nothing is secret here.
  if (!crypto.subtle) return String([...bytes].reduce((h, b) => (Math.imul(h, 31) + b) | 0, 7));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.slice(0, 16)].map((b) => b.toString(16).padStart(2, '0')).join('');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}
