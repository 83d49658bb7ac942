import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { type FrameworkIndex, indexOf, nextRungs, trackName } from '../../domain/role/position.js';
import type { Overview } from '../../services/person/index.js';
import { openBriefButton } from '../brief/links.js';
import { openCheckInButton } from '../check-in/links.js';
import { openEvidenceButton } from '../evidence/links.js';
import { aboutYouButton, managerLeftBlocks } from '../person/links.js';
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
import { checkInLabels, cycleText } from './cycle-text.js';

/** The bare command: my role, my next rung, where I am in the current cycle, and the way to the rest. */
export function overviewMessage(version: FrameworkVersion, overview: Overview): Message {
  const role = roleOf(version, overview);
  const fact = role
    ? `You are ${role.title}. ${cycleText(overview)}`
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
    ...managerLeftBlocks(overview.managerWhoLeftSlackUserId),
    section(`*Check-in*\n${escapeMrkdwn(cycleText(overview))}`),
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
      ? 'This is where you see what your role asks, what comes next, and where you stand. *Pick your role to begin*; you can change it at any time.'
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

function mainButtons(
  version: FrameworkVersion,
  { cycle, checkIn, briefOf }: Overview,
  role: Role | undefined,
) {
  const isOpen = checkIn === 'none' || checkIn === 'draft';
  return [
    ...(cycle
      ? [openCheckInButton(checkInLabels[checkIn], isOpen && role ? { style: 'primary' } : {})]
      : []),
    ...(briefOf ? [openBriefButton(briefOf, 'Open my brief', { style: 'primary' })] : []),
    ...(role ? [showRoleButton(role.key), ...nextRungButtons(version, role)] : []),
    openEvidenceButton(),
    aboutYouButton('About you'),
  ];
}
