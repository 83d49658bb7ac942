/** When people of one time zone work, where that differs from the workspace. */
export interface CountryHours {
  /** IANA name. */
  timeZone: string;
  /** Full hours. */
  from: number;
  to: number;
  /** ISO weekdays, 1 is Monday; those of the workspace if left out. */
  days?: readonly number[] | undefined;
}

/** Returns the line by which a workspace keeps it: "Asia/Dubai 9-18 1,2,3,4". */
export function countryHoursLine({ timeZone, from, to, days }: CountryHours): string {
  return [timeZone, `${from}-${to}`, ...(days ? [days.join(',')] : [])].join(' ');
}

/** Reads such a line. Throws for any other text. */
export function parseCountryHours(line: string): CountryHours {
  const found = known.get(line) ?? read(line);
  known.set(line, found);
  return found;
}

/**
 * Returns the name that this machine has for a time zone, the same for all its names and spellings;
 * undefined where it knows none.
 */
export function zoneName(timeZone: string): string | undefined {
  const found = names.get(timeZone);
  if (found !== undefined) return found;
  if (!/^[a-z_]+(\/[a-z0-9_+-]+)*$/i.test(timeZone)) return undefined;
  try {
    const name = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    names.set(timeZone, name);
    return name;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** No more than there are names of zones, in a spelling or two. */
const names = new Map<string, string>();

/** Few lines are read over and over. */
const known = new Map<string, CountryHours>();

function read(line: string): CountryHours {
  const [, timeZone, from, to, days] =
    /^(\S+) (\d+)-(\d+)(?: ([1-7](?:,[1-7])*))?$/.exec(line) ?? [];
  if (timeZone === undefined) throw new Error(`"${line}" has no working hours of a time zone`);
  const hours = { timeZone, from: Number(from), to: Number(to) };
  return days === undefined ? hours : { ...hours, days: days.split(',').map(Number) };
}
