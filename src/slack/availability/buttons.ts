import { button, dateTime, type KnownBlock, section } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** On Home: whether messages wait, and the way to change that. */
export function availabilityOnHome(until: Date | undefined): KnownBlock[] {
  const title = '*Messages*';
  if (until) return [section(`${title}\n${heldSentence(until)}`, { accessory: backButton() })];
  const accessory = awayButton();
  return [section(`${title}\nThey reach you in your working hours.`, { accessory })];
}

/** The answer to somebody who is back. */
export const backSentence =
  'Welcome back. What came up meanwhile follows in a moment, or when your working hours begin.';

/** Until when a person's messages are held. */
export function heldSentence(until: Date): string {
  return `Your messages wait until ${dateTime(until)}, all of Ladder's. What still matters then comes as one.`;
}

/** Opens the form in which somebody says until when they are away. */
export function awayButton() {
  return button({ text: "I'm away until …", actionId: actionIds.away });
}

/** Ends snooze and absence. */
export function backButton() {
  return button({ text: "I'm back", actionId: actionIds.back });
}
