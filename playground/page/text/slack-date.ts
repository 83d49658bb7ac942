/** The person for whom times are formatted. */
export interface Reader {
  tz: string;
  locale: string;
  /** The playground's current time, for 'today' and 'yesterday'. */
  now: Date;
}

/** Formats `<!date^…>`, '{date_short_pretty} at {time}', in the reader's zone. */
export function slackDate(unix: number, format: string, reader: Reader): string {
  const at = new Date(unix * 1000);
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => piece(name, at, reader) ?? whole);
}

const longDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const shortDay = { day: 'numeric', month: 'short', year: 'numeric' } as const;

function piece(name: string, at: Date, reader: Reader): string | undefined {
  if (name.endsWith('_pretty')) {
    return nearDay(at, reader) ?? piece(name.replace(/_pretty$/, ''), at, reader);
  }
  switch (name) {
    case 'date_num':
      return at.toLocaleDateString('sv-SE', { timeZone: reader.tz });
    case 'date':
      return inZone(at, reader, day);
    case 'date_short':
      return inZone(at, reader, shortDay);
    case 'date_long':
      return inZone(at, reader, longDay);
    case 'day_divider_pretty':
      return inZone(at, reader, longDay);
    case 'time':
      return inZone(at, reader, { timeStyle: 'short' });
    case 'time_secs':
      return inZone(at, reader, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
    case 'ago':
      return ago(at, reader);
    default:
      return undefined;
  }
}

/** Formats a time in the reader's zone and language. */
export function inZone(at: Date, reader: Reader, format: Intl.DateTimeFormatOptions): string {
  return at.toLocaleString(reader.locale, { timeZone: reader.tz, ...format });
}

/** Returns 'today', 'yesterday' or 'tomorrow' for the reader; undefined for any other day. */
export function nearDay(at: Date, reader: Reader): string | undefined {
  const away = dayNumber(at, reader.tz) - dayNumber(reader.now, reader.tz);
  return ({ '-1': 'yesterday', 0: 'today', 1: 'tomorrow' } as Record<string, string>)[away];
}

function dayNumber(at: Date, tz: string): number {
  const civil = at.toLocaleDateString('sv-SE', { timeZone: tz });
  return Date.parse(`${civil}T00:00:00Z`) / 86_400_000;
}

function ago(at: Date, reader: Reader): string {
  const seconds = (at.getTime() - reader.now.getTime()) / 1000;
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
  const words = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' });
  return words.format(Math.round(seconds / size), unit);
}

/** Returns the unix seconds of '2026-03-02T14:30' in a zone. */
export function zonedToUnix(local: string, tz: string): number {
  const wall = Date.parse(`${local}Z`);
  const shown = (instant: number) =>
    Date.parse(`${new Date(instant).toLocaleString('sv-SE', { timeZone: tz }).replace(' ', 'T')}Z`);
  const first = wall - (shown(wall) - wall);
  return (first - (shown(first) - wall)) / 1000;
}

/** Returns '2026-03-02T14:30' for unix seconds in that zone. */
export function unixToZoned(unix: number, tz: string): string {
  const text = new Date(unix * 1000).toLocaleString('sv-SE', { timeZone: tz });
  return text.replace(' ', 'T').slice(0, 16);
}
