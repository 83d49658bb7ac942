import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { type Overview, readOverview } from '../../services/person/index.js';
import type { CommandArguments } from '../bolt/command/command.js';
import type { Message } from '../ui/blocks.js';
import { messageAt } from './answers.js';
import { chooseRoleMessage } from './pages/choose-role.js';
import type { Place } from './place.js';
import { roleOf } from './words.js';

export function versionOf({ slack }: CommandArguments): FrameworkVersion {
  return slack.services.frameworks.current(slack.workspace.id);
}

export function overviewOf({ slack, userId }: CommandArguments): Promise<Overview> {
  const workspaceId = slack.workspace.id;
  return readOverview(slack.services, { workspaceId, slackUserId: userId });
}

/** Answers in the ack, from memory only. */
export async function answer(command: CommandArguments, place: Place): Promise<void> {
  await command.ack(privately(messageAt(versionOf(command), place)));
}

/** Answers once the reader's role is read; without one, asks for it. */
export async function withMyRole(
  command: CommandArguments,
  answerFor: (mine: Role) => Place | Message,
): Promise<void> {
  await command.ack();
  const overview = await overviewOf(command);
  const version = versionOf(command);
  const mine = roleOf(version, overview);
  if (!mine) return reply(command, chooseRoleMessage(version, overview, 'message'));
  const found = answerFor(mine);
  await reply(command, 'page' in found ? messageAt(version, found) : found);
}

export async function reply(command: CommandArguments, message: Message): Promise<void> {
  await command.respond(privately(message));
}

export function privately(message: Message) {
  return { ...message, response_type: 'ephemeral' as const };
}
