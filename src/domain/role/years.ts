import type { Role } from '../framework/framework.js';

/** "2–4 years", "up to 1.5 years", "5 years or more"; undefined where any time is usual. */
export function yearsRange({ years }: Role): string | undefined {
  if (!years) return undefined;
  const { from, to } = years;
  const unit = (number: number) => `${number} ${number === 1 ? 'year' : 'years'}`;
  if (to === null) return from === 0 ? undefined : `${unit(from)} or more`;
  return from === 0 ? `up to ${unit(to)}` : `${from}–${unit(to)}`;
}
