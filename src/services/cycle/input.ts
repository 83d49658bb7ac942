import type { Cycle as CycleRow } from '../../database/index.js';
import { fitName, hasUnprintable } from '../../domain/text/text.js';
import { type Day, dateFromDay, dayFromDate, isDay } from '../../domain/time/day.js';
import { UserFacingError } from '../errors/index.js';

const longestName = 60;
/** What Slack draws as bold text, code or an emoji, wherever the name stands in a sentence. */
const markup = /[*_~`]|:[\w+'-]+:/;

/** Reads a review date. Throws UserFacingError unless it is one after today. */
export function parseReviewDay(text: string, today: Day): Day {
  const day = text.trim();
  if (!isDay(day)) {
    throw new UserFacingError(`"${day}" is not a date. Write the review date like 2027-03-24.`);
  }
  if (day > today) return day;
  throw new UserFacingError(
    `The review date ${day} is not in the future (today is ${today}). Choose a later one.`,
  );
}

/** Reads a cycle's name. Throws UserFacingError unless it is one line that can be seen. */
export function parseName(text: string): string {
  if (hasUnprintable(text.trim())) {
    throw new UserFacingError(
      "A cycle's name is one line without control characters and invisible signs. Type it again by hand.",
    );
  }
  if (markup.test(text)) {
    throw new UserFacingError(
      "A cycle's name has no *, _, ~ or `, and no emoji between colons: Slack would draw it as something else. Write it without.",
    );
  }
  const name = fitName(text);
  if (name.length > 0 && name.length <= longestName) return name;
  throw new UserFacingError(
    name
      ? `A cycle's name has at most ${longestName} characters.`
      : "A cycle's name can't be empty.",
  );
}

/** Returns "March 2027", for a cycle without a period. */
export function monthName(day: Day): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(dateFromDay(day));
}

/** Throws UserFacingError where another cycle has the name. */
export function refuseNameTwice(name: string, others: readonly CycleRow[]): void {
  const namesake = others.find((row) => row.name === name);
  if (!namesake) return;
  const cancelled = namesake.cancelledAt ? ', which was cancelled' : '';
  throw new UserFacingError(
    `There is a cycle called ${name} already, with its review on ${dayFromDate(namesake.reviewOn)}${cancelled}. Give this one another name.`,
  );
}

/** The cycle of that name, whatever its letters' case. Throws UserFacingError if there is none. */
export function findByName<C extends { name: string }>(cycles: readonly C[], wanted: string): C {
  const folded = wanted.trim().toLowerCase();
  const found =
    cycles.find(({ name }) => name === wanted) ??
    cycles.find(({ name }) => name.toLowerCase() === folded);
  if (found) return found;
  const names = cycles.map(({ name }) => name).join(', ');
  throw new UserFacingError(
    names
      ? `No cycle is called "${wanted}". There are: ${names}.`
      : 'There is no cycle yet. A running server makes them, or add one.',
  );
}
