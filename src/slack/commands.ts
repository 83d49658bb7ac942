import type { CommandHandler } from './bolt/command/command.js';
import { readCommandText, splitCommand } from './bolt/command/text.js';
import * as checkIn from './check-in/index.js';
import * as evidence from './evidence/index.js';
import * as home from './home/index.js';
import * as person from './person/index.js';
import * as role from './role/index.js';
import * as team from './team/index.js';

/** By the first word after the command; the empty word stands for the bare command. */
const handlers: Record<string, CommandHandler> = {
  ...home.commands,
  ...role.commands,
  ...checkIn.commands,
  ...evidence.commands,
  ...person.commands,
  ...team.commands,
};

/**
 * The words that a command may begin with; any other text is a look-up. Sorted.
 * @internal
 */
export const commandWords = Object.keys(handlers).sort();

/** Returns who answers a command's text, and what is left of the text for it. */
export function readCommand(typed: string): { handler: CommandHandler; text: string } {
  const text = readCommandText(typed);
  const { word, rest } = splitCommand(text);
  // With more words "team" begins a role's name: "team leader".
  const isRole = word === 'team' && rest !== '';
  const handler = isRole || !Object.hasOwn(handlers, word) ? undefined : handlers[word];
  return handler ? { handler, text: rest } : { handler: role.answerLookUp, text };
}

/** Whether a command's text asks about roles, whatever the reader's own role is. */
export function isLookUpText(typed: string): boolean {
  const { handler } = readCommand(typed);
  return handler === role.answerLookUp || Object.values(role.commands).includes(handler);
}
