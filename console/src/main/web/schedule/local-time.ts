/*
 * Local times come as the service resolved them, without an offset. They are shown as they are: the browser's own time
 * zone must not move them, so they are read as if they were UTC.
 */
const DAY = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });

export function clockOf(local: string): string {
  return local.slice(11, 16);
}

export function dayOf(local: string): string {
  return DAY.format(asUtc(local));
}

export function weekdayOf(local: string): string {
  return WEEKDAY.format(asUtc(local));
}

export function sameDay(one: string, other: string): boolean {
  return one.slice(0, 10) === other.slice(0, 10);
}

export function offsetText(seconds: number): string {
  const sign = seconds < 0 ? '\u2212' : '+';
  const minutes = Math.abs(seconds) / 60;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `UTC${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** `America/New_York` as people say it: `New York`. */
export function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function asUtc(local: string): Date {
  return new Date(`${local.slice(0, 16)}Z`);
}
