import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { indexOf } from '../../domain/role/position.js';
import type { Day } from '../../domain/time/day.js';
import type { ActionItem } from '../../services/action-item/index.js';
import type { RatingHistory } from '../../services/history/index.js';
import type { Overview } from '../../services/person/index.js';
import { allActionItemsButton, shortActionItemBlocks } from '../action-item/links.js';
import { openBriefButton } from '../brief/links.js';
import { unsentButton } from '../check-in/links.js';
import { chartButtons, historyTableBlocks, openHistoryButton } from '../history/links.js';
import { cycleText, myCheckInButtons, overviewButton } from '../home/links.js';
import {
  askAdminsText,
  chooseRoleMessage,
  roleFacts,
  roleOf,
  showRoleButton,
  timeText,
  versionText,
} from '../role/links.js';
import {
  actions,
  context,
  escapeMrkdwn,
  header,
  type KnownBlock,
  limits,
  type Message,
  mention,
  section,
  sizeOf,
} from '../ui/blocks.js';
import { aboutYouButton } from './links.js';
import { managerLeftBlocks } from './manager-left.js';
import { waitingBlocks } from './waiting.js';

/** What of the table of ratings stands beside the rest on one screen. */
const tableSize = { cycles: 4, rows: 8 };

export interface MeInput {
  version: FrameworkVersion;
  overview: Overview;
  /** Open ones: mine, and what I am to do for my reports. */
  openActionItems: ActionItem[];
  /** Whether a check-in of mine closed before I had sent it. */
  hasUnsent: boolean;
  /** My ratings over the cycles. */
  history?: RatingHistory | undefined;
  /** The reader's own day. */
  today: Day;
}

/** On one screen: my role and manager, this cycle, my next actions, my ratings. */
export function meMessage(input: MeInput): Message {
  const { version, overview, history, openActionItems, hasUnsent, today } = input;
  const { adminsToAsk } = overview;
  const role = roleOf(version, overview);
  const text = role
    ? `You are ${role.title}.`
    : overview.lostRole === undefined
      ? 'You have no role on the ladder yet.'
      : `Your role, ${overview.lostRole}, is no longer on the ladder. Pick the one that fits now.`;
  const change = aboutYouButton('Change', { label: 'Change my role or manager' });
  const before: KnownBlock[] = [
    header(role ? role.title : 'About you'),
    ...(role ? [] : chooseRoleMessage(version, overview, 'message').blocks),
    section(
      [
        ...(role ? roleLines(version, role, overview, today) : []),
        managerText(overview),
        ...(adminsToAsk && role ? [askAdminsText(adminsToAsk)] : []),
      ].join('\n'),
      adminsToAsk ? {} : { accessory: change },
    ),
    ...waitingBlocks(overview.waiting, version.framework),
    ...managerLeftBlocks(overview.managerWhoLeftSlackUserId),
    cycleSection(overview, role),
    ...shortActionItemBlocks(openActionItems, { reader: overview.person.slackUserId }),
  ];
  const rated = history !== undefined && history.cycles.length > 0;
  const after: KnownBlock[] = [
    actions([
      ...(rated
        ? [openHistoryButton(history.subject.id, 'All ratings'), ...chartButtons(history)]
        : []),
      allActionItemsButton(undefined, 'All my actions'),
      ...(hasUnsent ? [unsentButton('What I did not send')] : []),
      ...(role ? [showRoleButton(role.key)] : []),
      overviewButton('Where I stand'),
    ]),
    context(escapeMrkdwn(versionText(version))),
  ];
  const room = {
    blocks: limits.messageBlocks - before.length - after.length,
    characters: limits.messageCharacters - sizeOf([...before, ...after]),
  };
  return {
    text: escapeMrkdwn(text),
    blocks: [...before, ...(rated ? historyTableBlocks(history, room, tableSize) : []), ...after],
  };
}

function roleLines(
  version: FrameworkVersion,
  role: Role,
  { person }: Overview,
  today: Day,
): string[] {
  const since = person.inRoleSince
    ? timeText(person.inRoleSince, today, role)
    : 'Since when is not set; press Change to set it.';
  return [roleFacts(indexOf(version.framework), role), since].map(escapeMrkdwn);
}

function managerText({
  managerSlackUserId: manager,
  managerWhoLeftSlackUserId: left,
}: Overview): string {
  if (left) return `Your manager was: ${mention(left)}`;
  return manager
    ? `Your manager: ${mention(manager)}`
    : 'No manager is set yet, so nobody else sees your check-ins for now.';
}

/** Where I am in the cycle, with the one button that it asks for. */
function cycleSection(overview: Overview, role: Role | undefined): KnownBlock {
  const { cycle, briefOf, leftOut, adminsToAsk } = overview;
  const text = `*This review*\n${escapeMrkdwn(cycleText(overview, role))}`;
  const [checkIn] = myCheckInButtons(overview, role);
  const choose = aboutYouButton('Choose my role', { style: 'primary' });
  const accessory = briefOf
    ? openBriefButton(briefOf, 'Open my brief', { style: 'primary' })
    : (checkIn ?? (cycle && !leftOut && !adminsToAsk ? choose : undefined));
  return section(text, { accessory });
}
