/** A day and time as the account's people live it: `22 Nov, 09:41`. */
export function moment(at: string, zone: string): string {
  return `${day(at, zone)}, ${text(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}

/** A day: `22 Nov`, with the year if it is another. */
export function day(at: string, zone: string, now = new Date()): string {
  const year = (d: string) => text(d, zone, { year: 'numeric' });
  const other = year(at) !== year(now.toISOString());
  return text(at, zone, { day: 'numeric', month: 'short', ...(other ? { year: 'numeric' } : {}) });
}

/** How long ago something was: `2 min ago`, `today`, else the day. */
export function ago(at: string, zone: string, now = Date.now()): string {
  const seconds = Math.round((now - Date.parse(at)) / 1000);
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  const today = day(new Date(now).toISOString(), zone);
  return day(at, zone) === today ? 'today' : day(at, zone);
}

/** Whole days until something; negative if it was. */
export function daysUntil(at: string, now = Date.now()): number {
  return Math.ceil((Date.parse(at) - now) / 86_400_000);
}

function text(at: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(at);
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(date);
  } catch {
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(date); // A zone that only the service knows.
  }
}
