import type { Role } from '../../domain/framework/framework.js';
import type { Match } from '../../domain/role/match-words.js';
import { saysNothing } from '../../domain/role/matching.js';
import type { Nearest } from '../../domain/role/nearest.js';
import { matchPair } from '../../domain/role/pair.js';
import { indexOf } from '../../domain/role/position.js';
import { searchFramework } from '../../domain/role/search.js';
import { NotAMemberError, readOverview } from '../../services/person/index.js';
import type { CommandArguments, CommandHandler } from '../bolt/command/command.js';
import type { SlackContext } from '../bolt/context.js';
import { beginning } from '../ui/cursor.js';
import { pageMessage } from '../ui/page.js';
import { answer, privately, reply, versionOf, withMyRole } from './command-answer.js';
import { find, matchRole } from './find-match.js';
import { chooseComparedMessage } from './pages/choose-role.js';
import { helpMessage } from './pages/help.js';
import { nearestMessage } from './pages/nearest.js';
import { searchPage } from './pages/search.js';
import { searchHint } from './pages/search-view.js';
import type { Place } from './place.js';
import type { Subcommand } from './subcommands.js';

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

/** Asks for the asker's own role, which a question about it needs. */
function askForRole(command: CommandArguments): Promise<void> {
  return withMyRole(command, ({ key }) => ({ page: 'role', role: key }));
}
