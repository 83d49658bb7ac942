import type { Day } from '../../domain/day.js';
import type { FrameworkVersion, Role } from '../../domain/framework.js';
import { indexOf } from '../../domain/role-index.js';
import { timeInRole } from '../../domain/role-time.js';
import type { Overview, PastCheckIn } from '../../services/overview.js';
import {
  actions,
  button,
  context,
  count,
  dateTime,
  dayText,
  escapeMrkdwn,
  header,
  type KnownBlock,
  type Message,
  mention,
  section,
} from '../kit.js';
import { chooseRoleMessage } from '../role/pages/choose-role.js';
import { roleOf } from '../role/pages/overview.js';
import { encodePlace } from '../role/place.js';
import { roleFacts, versionText, yearsText } from '../role/words.js';
import { actionIds } from './ids.js';

export interface MeInput {
  version: FrameworkVersion;
  overview: Overview;
  checkIns: PastCheckIn[];
  /** The reader's own day. */
  today: Day;
}

/** My role, how long I have been in it, my manager, my check-ins. */
export function meMessage({ version, overview, checkIns, today }: MeInput): Message {
  const role = roleOf(version, overview);
  const { managerSlackUserId: manager } = overview;
  const text = role ? `You are ${role.title}.` : 'You have no role on the ladder yet.';
  return {
    text: escapeMrkdwn(text),
    blocks: [
      header('About you'),
      ...(role
        ? roleBlocks(version, role, overview, today)
        : chooseRoleMessage(version, 'message').blocks),
      section(
        manager
          ? `*Manager*\n${mention(manager)}`
          : '*Manager*\nNobody is set yet, so nobody else sees your check-ins for now.',
      ),
      section(`*Check-ins*\n${checkInLines(checkIns)}`),
      actions([
        button({ text: 'Change', label: 'Change my role or manager', actionId: actionIds.open }),
        ...(role ? [whatItAsks(role)] : []),
        button({ text: 'Where I stand', actionId: 'role.overview' }),
      ]),
      context(escapeMrkdwn(versionText(version))),
    ],
  };
}

function whatItAsks({ key }: Role) {
  const value = encodePlace({ page: 'role', role: key });
  return button({ text: 'What my role asks', actionId: 'role.show:mine', value });
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

/** "In this role for 1 year and 3 months, since 2 June 2025; usually 2–4 years." */
export function timeText(since: Day, today: Day, role: Role): string {
  const { years, months, against } = timeInRole(since, today, role);
  const parts = [
    ...(years > 0 ? [count(years, 'year')] : []),
    ...(months > 0 ? [count(months, 'month')] : []),
  ];
  const long = parts.length > 0 ? parts.join(' and ') : 'less than a month';
  const usual = {
    before: yearsText(role),
    within: `within the usual time, ${yearsText(role)}`,
    beyond: `longer than usual, ${yearsText(role)}`,
  }[against];
  return `In this role for ${long}, since ${dayAndYear(since)}; ${usual}.`;
}

function dayAndYear(day: Day): string {
  return `${dayText(day).replace(/^\w+ /u, '')} ${day.slice(0, 4)}`;
}

function checkInLines(checkIns: PastCheckIn[]): string {
  if (checkIns.length === 0) return 'None yet.';
  return checkIns
    .map(({ cycleName, state, submittedAt }) => {
      const sent = submittedAt ? `, sent ${dateTime(submittedAt)}` : '';
      return `• ${escapeMrkdwn(cycleName)}: ${state === 'draft' ? 'begun, not sent' : `in${sent}`}`;
    })
    .join('\n');
}
