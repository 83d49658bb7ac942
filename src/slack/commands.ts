import { matchText } from '../domain/role/matching.js';
import type { FrameworkIndex } from '../domain/role/position.js';
import * as admin from './admin/index.js';
import type { CommandHandler } from './bolt/command/command.js';
import type { CommandRead } from './bolt/command/dispatch.js';
import { readCommandText, splitCommand } from './bolt/command/text.js';
import * as checkIn from './check-in/index.js';
import * as evidence from './evidence/index.js';
import * as home from './home/index.js';
import * as person from './person/index.js';
import * as privacy from './privacy/index.js';
import * as role from './role/index.js';
import * as team from './team/index.js';
import { topics } from './topics.js';

/** By the first word after the command; the empty word stands for the bare command. */
const handlers: Record<string, CommandHandler> = {
  ...home.commands,
  ...role.commands,
  ...checkIn.commands,
  ...evidence.commands,
  ...person.commands,
  ...privacy.commands,
  ...team.commands,
  ...admin.commands,
};

/**
 * The words that a command may begin with; any other text is a look-up. Sorted.
 * @internal
 */
export const commandWords = Object.keys(handlers).sort();

/** Returns who answers a command's text: for its first word, for what it is about, or a look-up. */
export function readCommand(index: FrameworkIndex, typed: string): CommandRead {
  const text = readCommandText(typed);
  const { word, rest } = splitCommand(text);
  // With more words "team" begins a role's name: "team leader".
  const isRole = word === 'team' && rest !== '';
  const handler = isRole || !Object.hasOwn(handlers, word) ? undefined : handlers[word];
  if (handler) return { handler, text: rest, isLookUp: isLookUp(handler) };
  const match = matchText(index, text, { topics });
  if (match.kind !== 'topic') {
    return { handler: (command) => role.answerLookUp(command, match), text, isLookUp: true };
  }
  const { answeredBy } = match.topic;
  const answer = typeof answeredBy === 'string' ? handlers[answeredBy] : answeredBy;
  if (!answer) throw new Error(`There is no command ${String(answeredBy)}`);
  return { handler: answer, text: '', isLookUp: isLookUp(answer) };
}

function isLookUp(handler: CommandHandler): boolean {
  return Object.values(role.commands).includes(handler);
}
