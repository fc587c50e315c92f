/** What a text is: told by its content, then by the name of its file. */
export function kindOf(text: string, name: string): 'json' | 'csv' | 'yaml' | 'markup' | 'list' {
  const t = text.trimStart();
  if (t.startsWith('{') || t.startsWith('[{')) return 'json';
  if (/^<(!doctype|html|\?xml|svg)/i.test(t)) return 'markup';
  if (isTable(t)) return 'csv';
  if (/^(keyframes|duration)\s*:/m.test(t) && /^keyframes\s*:/m.test(t)) return 'yaml';
  if (/\.json$/i.test(name)) return 'json';
  if (/\.ya?ml$/i.test(name)) return 'yaml';
  if (/\.csv$/i.test(name)) return 'csv';
  return 'list';
}

/** Whether a text is a table whose first row has the names of the columns that a shot list needs. */
export function isTable(text: string): boolean {
  const columns = (text.split(/\r?\n/, 1)[0] ?? '').split(/[,;\t]/).map((c) => c.trim().replace(/^"|"$/g, '').toLowerCase());
  return columns.includes('prompt') && (columns.includes('seconds') || columns.includes('frame'));
}
