import type { Day } from '../../domain/day.js';
import type { FrameworkVersion, Role } from '../../domain/framework.js';
import { indexOf } from '../../domain/role-index.js';
import type { AgreedAction } from '../../services/actions.js';
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
import { timeText } from '../role/time.js';
import { roleFacts, versionText } from '../role/words.js';
import { myActionBlocks } from './action-blocks.js';
import { actionIds } from './ids.js';

export interface MeInput {
  version: FrameworkVersion;
  overview: Overview;
  checkIns: PastCheckIn[];
  /** Open ones: mine, and what I am to do for my reports. */
  openActions: AgreedAction[];
  /** The reader's own day. */
  today: Day;
}

/** My role, how long I have been in it, my manager, my check-ins. */
export function meMessage(input: MeInput): Message {
  const { version, overview, checkIns, openActions, today } = input;
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
      ...myActionBlocks(openActions, {
        reader: overview.person.slackUserId,
        competencies: version.framework.competencies,
      }),
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

function checkInLines(checkIns: PastCheckIn[]): string {
  if (checkIns.length === 0) return 'None yet.';
  return checkIns
    .map(({ cycleName, state, submittedAt }) => {
      const sent = submittedAt ? `, sent ${dateTime(submittedAt)}` : '';
      return `• ${escapeMrkdwn(cycleName)}: ${state === 'draft' ? 'begun, not sent' : `in${sent}`}`;
    })
    .join('\n');
}
