import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { indexOf } from '../../domain/role/position.js';
import type { Day } from '../../domain/time/day.js';
import type { ActionItem } from '../../services/action-item/index.js';
import type { RatingHistory } from '../../services/history/index.js';
import type { Overview, PastCheckIn } from '../../services/person/index.js';
import { ownActionItemBlocks } from '../action-item/links.js';
import { historyBlocks } from '../history/links.js';
import { overviewButton } from '../home/links.js';
import {
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
  dateTime,
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

export interface MeInput {
  version: FrameworkVersion;
  overview: Overview;
  checkIns: PastCheckIn[];
  /** Open ones: mine, and what I am to do for my reports. */
  openActionItems: ActionItem[];
  /** My ratings over the cycles. */
  history?: RatingHistory | undefined;
  /** The reader's own day. */
  today: Day;
}

/** My role, how long I have been in it, my manager, my check-ins. */
export function meMessage(input: MeInput): Message {
  const { version, overview, checkIns, history, openActionItems, today } = input;
  const role = roleOf(version, overview);
  const { managerSlackUserId: manager } = overview;
  const text = role
    ? `You are ${role.title}.`
    : overview.lostRole === undefined
      ? 'You have no role on the ladder yet.'
      : `Your role, ${overview.lostRole}, is no longer on the ladder. Pick the one that fits now.`;
  const before: KnownBlock[] = [
    header('About you'),
    ...(role
      ? roleBlocks(version, role, overview, today)
      : chooseRoleMessage(version, overview, 'message').blocks),
    section(
      manager
        ? `*Manager*\n${mention(manager)}`
        : '*Manager*\nNobody is set yet, so nobody else sees your check-ins for now.',
    ),
    section(`*Check-ins*\n${checkInLines(checkIns)}`),
  ];
  const after: KnownBlock[] = [
    ...ownActionItemBlocks(openActionItems, {
      reader: overview.person.slackUserId,
      competencies: version.framework.competencies,
    }),
    actions([
      aboutYouButton('Change', { label: 'Change my role or manager' }),
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
    blocks: [...before, ...(history ? historyBlocks(history, room) : []), ...after],
  };
}

function roleBlocks(
  version: FrameworkVersion,
  role: Role,
  { person }: Overview,
  today: Day,
): KnownBlock[] {
  const facts = roleFacts(indexOf(version.framework), role);
  const since = person.inRoleSince
    ? timeText(person.inRoleSince, today, role)
    : 'Since when is not set; press Change to set it.';
  return [
    section(`*${escapeMrkdwn(role.title)}*\n${escapeMrkdwn(facts)}`),
    section(escapeMrkdwn(since)),
  ];
}

function checkInLines(checkIns: PastCheckIn[]): string {
  if (checkIns.length === 0) return 'None yet.';
  return checkIns
    .map(({ cycleName, state, submittedAt }) => {
      const both = state === 'revealed' ? ', and so is your manager’s view' : '';
      const sent = submittedAt ? `, sent ${dateTime(submittedAt)}${both}` : '';
      return `• ${escapeMrkdwn(cycleName)}: ${state === 'draft' ? 'begun, not sent' : `in${sent}`}`;
    })
    .join('\n');
}
