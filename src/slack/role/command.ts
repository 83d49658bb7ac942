import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import type { Match } from '../../domain/role/match-words.js';
import { matchText, saysNothing } from '../../domain/role/matching.js';
import type { Nearest } from '../../domain/role/nearest.js';
import { matchPair } from '../../domain/role/pair.js';
import { type FrameworkIndex, indexOf } from '../../domain/role/position.js';
import { searchFramework } from '../../domain/role/search.js';
import { NotAMemberError, type Overview, readOverview } from '../../services/person/index.js';
import type { CommandArguments, CommandHandler } from '../bolt/command/command.js';
import type { SlackContext } from '../bolt/context.js';
import type { Message } from '../ui/blocks.js';
import { beginning } from '../ui/cursor.js';
import { pageMessage } from '../ui/page.js';
import { messageAt } from './answers.js';
import { chooseComparedMessage, chooseRoleMessage } from './pages/choose-role.js';
import { helpMessage } from './pages/help.js';
import { nearestMessage } from './pages/nearest.js';
import { searchPage } from './pages/search.js';
import { searchHint } from './pages/search-view.js';
import type { Place } from './place.js';
import type { Subcommand } from './subcommands.js';
import { roleOf } from './words.js';

/** Answers any text that is no subcommand: with the role or competency that it was found to mean. */
export async function answerLookUp(asked: CommandArguments, first: Match): Promise<void> {
  const { command, match } = await find(asked, matchRole, first);
  switch (match.kind) {
    case 'nearest':
      return suggest(command, match);
    case 'competency':
      return answer(command, { page: 'competency', competency: match.competency.key });
    case 'role':
      return lookUp(command, match.role);
    case 'role-and-competency':
      return lookUp(command, match.role, match.competency.key);
  }
}

const next: CommandHandler = async (asked) => {
  const myNext = () => withMyRole(asked, ({ key }) => ({ page: 'next', role: key }));
  if (saysNothing(indexOf(versionOf(asked).framework), asked.text)) return myNext();
  const { command, match } = await find(asked, matchRole);
  if (match.kind === 'nearest') return suggest(command, match, 'next');
  if (match.kind === 'competency' || match.role === 'mine') return myNext();
  return answer(command, { page: 'next', role: match.role.key });
};

const compare: CommandHandler = async (asked) => {
  const version = versionOf(asked);
  if (asked.text === '') return withMyRole(asked, (mine) => chooseComparedMessage(version, mine));
  const { command, match } = await find(asked, matchPair);
  if (match.kind === 'nearest') return suggest(command, match);
  if (match.kind === 'pair') {
    return answer(command, { page: 'compare', from: match.from.key, to: match.to.key });
  }
  return withMyRole(command, (mine) => againstMine(mine, match.role));
};

const matchRole = (index: FrameworkIndex, text: string, asked?: { own: Role }) =>
  matchText(index, text, asked);

/**
 * Matches the text of a command, unless it is matched already. Where it means several equally, reads the asker's role and matches
 * again with it. The returned command takes its answer, acknowledged or not.
 */
async function find<M extends { kind: string }>(
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

const search: CommandHandler = async (command) => {
  const { text: words } = command;
  if (words === '') return command.ack(privately(searchHint(command.slack.command)));
  const page = searchPage(versionOf(command), { words, at: beginning }, 'message');
  await command.ack(privately(pageMessage(page)));
};

const help: CommandHandler = async (command) => {
  await command.ack();
  const { slack, userId } = command;
  const groups = await helpGroups(slack, userId);
  await reply(command, helpMessage({ command: slack.command, groups }));
};

/** The subcommands of this feature. */
export const commands: Record<string, CommandHandler> = {
  next,
  compare,
  search,
  about: (command) => answer(command, { page: 'about' }),
  help,
};

/** Returns for whom the help is: the groups of subcommands that this person can use. */
export async function helpGroups(
  { services, workspace }: SlackContext,
  slackUserId: string,
): Promise<Subcommand['for'][]> {
  try {
    const who = { workspaceId: workspace.id, slackUserId };
    const { reports, person } = await readOverview(services, who);
    const managers = reports > 0 ? (['managers'] as const) : [];
    const admins = person.isAdmin ? (['admins'] as const) : [];
    return ['everyone', 'members', ...managers, ...admins];
  } catch (error) {
    if (error instanceof NotAMemberError) return ['everyone'];
    throw error;
  }
}

/** Another role against mine; my own role against what comes next. */
export function againstMine(mine: Role, other: Role): Place {
  if (mine === other) return { page: 'next', role: mine.key };
  return { page: 'compare', from: mine.key, to: other.key };
}

function versionOf({ slack }: CommandArguments): FrameworkVersion {
  return slack.services.frameworks.current(slack.workspace.id);
}

function overviewOf({ slack, userId }: CommandArguments): Promise<Overview> {
  const workspaceId = slack.workspace.id;
  return readOverview(slack.services, { workspaceId, slackUserId: userId });
}

function lookUp(
  command: CommandArguments,
  role: Role | 'mine',
  competency?: string,
): Promise<void> {
  if (role === 'mine') {
    return withMyRole(command, ({ key }) => ({ page: 'role', role: key, competency }));
  }
  return answer(command, { page: 'role', role: role.key, competency });
}

/** Answers in the ack, from memory only. */
async function answer(command: CommandArguments, place: Place): Promise<void> {
  await command.ack(privately(messageAt(versionOf(command), place)));
}

/** What is near; else what the ladder says about the words; else the ways to look for it. */
async function suggest(
  command: CommandArguments,
  near: Nearest,
  page: 'role' | 'next' = 'role',
): Promise<void> {
  const { text, slack } = command;
  const version = versionOf(command);
  if (near.pairs.some(({ role }) => role === 'mine')) return askForRole(command);
  const isFar = near.roles.length + near.competencies.length + near.pairs.length === 0;
  const { found } = searchFramework(indexOf(version.framework), text);
  const message =
    isFar && found > 0
      ? pageMessage(searchPage(version, { words: text, at: beginning }, 'message'))
      : nearestMessage(version, { text, near, page, command: slack.command });
  await command.ack(privately(message));
}

/** Answers once the reader's role is read; without one, asks for it. */
async function withMyRole(
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

/** Asks for the asker's own role, which a question about it needs. */
function askForRole(command: CommandArguments): Promise<void> {
  return withMyRole(command, ({ key }) => ({ page: 'role', role: key }));
}

async function reply(command: CommandArguments, message: Message): Promise<void> {
  await command.respond(privately(message));
}

function privately(message: Message) {
  return { ...message, response_type: 'ephemeral' as const };
}
