import type { Role } from '../../domain/framework/framework.js';
import { matchText } from '../../domain/role/matching.js';
import type { Nearest } from '../../domain/role/nearest.js';
import { type FrameworkIndex, indexOf } from '../../domain/role/position.js';
import { NotAMemberError } from '../../services/person/index.js';
import type { CommandArguments } from '../bolt/command/command.js';
import { overviewOf, versionOf } from './command-answer.js';
import { roleOf } from './words.js';

export const matchRole = (index: FrameworkIndex, text: string, asked?: { own: Role }) =>
  matchText(index, text, asked);

/**
 * Matches the text of a command, unless it is matched already. Where it means several equally, reads the asker's role and matches
 * again with it. The returned command takes its answer, acknowledged or not.
 */
export async function find<M extends { kind: string }>(
  command: CommandArguments,
  match: (index: FrameworkIndex, text: string, asked?: { own: Role }) => M | Nearest,
  found?: M | Nearest,
): Promise<{ command: CommandArguments; match: M | Nearest }> {
  const index = indexOf(versionOf(command).framework);
  const first = found ?? match(index, command.text);
  if (!('alike' in first && first.alike)) return { command, match: first };
  await command.ack();
  const acknowledged = {
    ...command,
    ack: async (message?: Parameters<typeof command.ack>[0]) => {
      if (typeof message === 'object') await command.respond(message);
    },
  };
  const own = await ownRole(command);
  const again = own ? match(index, command.text, { own }) : first;
  return { command: acknowledged, match: again };
}

/** The asker's role; undefined for guests, and for whose role isn't known or is gone. */
async function ownRole(command: CommandArguments): Promise<Role | undefined> {
  try {
    return roleOf(versionOf(command), await overviewOf(command));
  } catch (error) {
    if (error instanceof NotAMemberError) return undefined;
    throw error;
  }
}
