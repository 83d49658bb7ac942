import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { type FrameworkIndex, indexOf, nextRungs, trackName } from '../../domain/role/position.js';
import type { Overview } from '../../services/person/index.js';
import { openBriefButton } from '../brief/links.js';
import { openEvidenceButton } from '../evidence/links.js';
import { openHistoryButton } from '../history/links.js';
import { aboutYouButton, managerLeftBlocks, waitingBlocks } from '../person/links.js';
import {
  askAdminsText,
  browseRow,
  lostRoleText,
  nextRungButtons,
  ownRoleRow,
  roleFacts,
  roleOf,
  showRoleButton,
  versionText,
} from '../role/links.js';
import { openTeamButton } from '../team/links.js';
import {
  actions,
  context,
  count,
  escapeMrkdwn,
  header,
  type KnownBlock,
  type Message,
  type Surface,
  section,
} from '../ui/blocks.js';
import { cycleText, myCheckInButtons } from './cycle-text.js';

/** The bare command: my role, my next rung, where I am in the current cycle, and the way to the rest. */
export function overviewMessage(version: FrameworkVersion, overview: Overview): Message {
  const role = roleOf(version, overview);
  const fact = role
    ? `You are ${role.title}. ${cycleText(overview, role)}`
    : overview.lostRole !== undefined
      ? `Your role, ${overview.lostRole}, is no longer on the ladder. Pick the one that fits now.`
      : `Welcome to the ${version.framework.name} ladder. Pick your role to begin.`;
  return {
    text: escapeMrkdwn(fact),
    blocks: [
      header(role ? role.title : `The ${version.framework.name} ladder`.slice(0, 150)),
      ...standingBlocks(version, overview, 'message'),
      ...teamBlocks(overview),
      browseRow(version.framework, 'message'),
      context(escapeMrkdwn(versionText(version))),
    ],
  };
}

/** Role, next rung and check-in, with their buttons: for the command and for Home. */
export function standingBlocks(
  version: FrameworkVersion,
  overview: Overview,
  surface: Surface,
): KnownBlock[] {
  const index = indexOf(version.framework);
  const role = roleOf(version, overview);
  return [
    ...(role ? roleBlocks(index, role) : newcomerBlocks(version, overview, surface)),
    ...noManagerBlocks(overview),
    ...waitingBlocks(overview.waiting, version.framework),
    ...managerLeftBlocks(overview.managerWhoLeftSlackUserId),
    section(`*Check-in*\n${escapeMrkdwn(cycleText(overview, role))}`),
    actions(mainButtons(version, overview, role), 'overview'),
  ];
}

/** The reader's team in a sentence, with the way to it; nothing for somebody without reports. */
export function teamBlocks({ reports }: Overview, fact?: string): KnownBlock[] {
  if (reports === 0) return [];
  const text = fact ?? `${count(reports, 'person reports', 'people report')} to you.`;
  return [section(`*Your team*\n${escapeMrkdwn(text)}`, { accessory: openTeamButton() })];
}

function roleBlocks(index: FrameworkIndex, role: Role): KnownBlock[] {
  return [
    section(escapeMrkdwn(roleFacts(index, role))),
    section(`*Next rung*\n${escapeMrkdwn(nextText(index, role))}`),
  ];
}

/** For those who have reported to nobody so far; a manager who left has blocks of their own. */
function noManagerBlocks(overview: Overview): KnownBlock[] {
  const { managerSlackUserId, managerWhoLeftSlackUserId, adminsToAsk } = overview;
  if (managerSlackUserId !== undefined || managerWhoLeftSlackUserId !== undefined) return [];
  const set = adminsToAsk ? '' : ' *About you* sets one.';
  return [context(`No manager of yours is set, so nobody gives a view.${set}`)];
}

function newcomerBlocks(
  version: FrameworkVersion,
  { lostRole, adminsToAsk }: Overview,
  surface: Surface,
): KnownBlock[] {
  if (adminsToAsk) {
    const purpose =
      'This is where you see what your role asks, what comes next, and where you stand.';
    return [section(`${purpose} ${askAdminsText(adminsToAsk)}`)];
  }
  const fact =
    lostRole === undefined
      ? 'This is where you see what your role asks, what comes next, and where you stand. Before each review you say how you see it yourself, in a check-in, and then talk about it with your manager. *Pick your role to begin*; you can change it at any time.'
      : lostRoleText(lostRole);
  return [section(fact), ownRoleRow(version.framework, surface)];
}

function nextText(index: FrameworkIndex, role: Role): string {
  const ways = nextRungs(index, role);
  if (ways.length === 0) return 'You are at the top of the ladder.';
  const named = ways
    .slice(0, 5)
    .map(({ track, role }) =>
      ways.length === 1 && role
        ? role.title
        : `${trackName(track)}: ${role?.title ?? 'not yet available in this path'}`,
    );
  return ways.length > 1 ? `The path forks. ${named.join(' · ')}` : named.join('');
}

function mainButtons(version: FrameworkVersion, overview: Overview, role: Role | undefined) {
  const { briefOf } = overview;
  return [
    ...myCheckInButtons(overview, role),
    ...(briefOf ? [openBriefButton(briefOf, 'Open my brief', { style: 'primary' })] : []),
    ...(role ? [showRoleButton(role.key), ...nextRungButtons(version, role)] : []),
    ...(overview.hasSent ? [openHistoryButton(overview.person.id, 'My ratings')] : []),
    openEvidenceButton(),
    aboutYouButton('About you'),
  ];
}
