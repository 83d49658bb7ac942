import type { Expectation } from '../framework/expectations.js';
import type { Role } from '../framework/framework.js';
import { type FrameworkIndex, positionOf, trackName } from './position.js';

/** "2–4 years", "up to 1.5 years", "5 years or more"; undefined where the ladder names none. */
export function yearsRange({ years }: Role): string | undefined {
  if (!years) return undefined;
  const { from, to } = years;
  const unit = (number: number) => `${number} ${number === 1 ? 'year' : 'years'}`;
  if (to === null) return from === 0 ? undefined : `${unit(from)} or more`;
  return from === 0 ? `up to ${unit(to)}` : `${from}–${unit(to)}`;
}

/** "usually 2–4 years"; undefined where the ladder names none. */
export function yearsText(role: Role): string | undefined {
  const range = yearsRange(role);
  return range && `usually ${range}`;
}

/** "rung 3 of 4, then the path forks". */
function positionText(index: FrameworkIndex, role: Role): string {
  const { rung, of, leadsTo } = positionOf(index, role);
  const [only] = leadsTo;
  const after =
    leadsTo.length > 1
      ? ', then the path forks'
      : only
        ? `, then on to the ${trackName(only)}`
        : '';
  return `rung ${rung} of ${of}${after}`;
}

/** "Senior · usually 2–4 years · Professional path · rung 3 of 4, then the path forks". */
export function roleFacts(index: FrameworkIndex, role: Role): string {
  const { name } = index.track(role.track) ?? {};
  const facts = [role.level, yearsText(role), name, positionText(index, role)];
  return facts.filter(Boolean).join(' · ');
}

/** "Plans: level 2 of 3"; undefined where no level is asked. */
export function levelText({ level }: Expectation): string | undefined {
  return level && `${level.name}: level ${level.place} of ${level.of}`;
}
