import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { type FrameworkIndex, indexOf, nextRungs } from '../../domain/role/position.js';
import type { Overview } from '../../services/person/index.js';
import { lostRoleText } from '../role/lost-role.js';
import { ownRoleRow, picker, roleOptions } from '../role/pickers.js';
import { roleFacts, roleOf, versionText } from '../role/words.js';
import {
  actions,
  button,
  context,
  count,
  dayText,
  escapeMrkdwn,
  header,
  type KnownBlock,
  type Message,
  type Surface,
  section,
} from '../ui/blocks.js';
import { encodePlace } from '../ui/place.js';

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
      ...lookAroundBlocks(version, 'message'),
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
    section(`*Check-in*\n${escapeMrkdwn(cycleText(overview))}`),
    actions(mainButtons(overview, role), 'overview'),
  ];
}

/** The reader's team in a sentence, with the way to it; nothing for somebody without reports. */
export function teamBlocks({ reports }: Overview, fact?: string): KnownBlock[] {
  if (reports === 0) return [];
  const text = fact ?? `${count(reports, 'person reports', 'people report')} to you.`;
  const accessory = button({ text: 'My team', actionId: 'team.open' });
  return [section(`*Your team*\n${escapeMrkdwn(text)}`, { accessory })];
}

/** The way to everything else. */
export function lookAroundBlocks(version: FrameworkVersion, surface: Surface): KnownBlock[] {
  const options = roleOptions(version.framework);
  return [
    actions(
      [
        picker({ actionId: 'role.pick', placeholder: 'Look at a role', options, surface }),
        button({ text: 'Search', actionId: 'role.search_open' }),
        button({ text: 'About the ladder', actionId: 'role.show:about', value: 'about' }),
        button({ text: 'Help', actionId: 'role.help' }),
      ],
      'overview_more',
    ),
  ];
}

function roleBlocks(index: FrameworkIndex, role: Role): KnownBlock[] {
  return [
    section(escapeMrkdwn(roleFacts(index, role))),
    section(`*Next rung*\n${escapeMrkdwn(nextText(index, role))}`),
  ];
}

function newcomerBlocks(
  version: FrameworkVersion,
  { lostRole }: Overview,
  surface: Surface,
): KnownBlock[] {
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
        : `${track.name}: ${role?.title ?? 'not yet available in this path'}`,
    );
  return ways.length > 1 ? `The path forks. ${named.join(' · ')}` : named.join('');
}

/** Where the person is in the current cycle, in a sentence. Not escaped. */
function cycleText({ cycle, nextCycle, checkIn }: Overview): string {
  if (!cycle) {
    return nextCycle
      ? `No check-in is open. The next one, ${nextCycle.name}, opens on ${dayText(nextCycle.opensOn)}.`
      : 'No check-in is open, and the next one has no dates yet.';
  }
  const due = `${dayText(cycle.dueOn)}; conversations start on ${dayText(cycle.reviewOn)}`;
  switch (checkIn) {
    case 'none':
      return `Your check-in for ${cycle.name} is open until ${due}.`;
    case 'draft':
      return `Your check-in for ${cycle.name} is begun. Send it by ${due}.`;
    case 'submitted':
      return `Your check-in for ${cycle.name} is in. Conversations start on ${dayText(cycle.reviewOn)}.`;
    case 'revealed':
      return `Your check-in for ${cycle.name} and your manager's view are both in. Conversations start on ${dayText(cycle.reviewOn)}.`;
  }
}

function mainButtons({ cycle, checkIn, briefOf }: Overview, role: Role | undefined) {
  const label = {
    none: 'Start my check-in',
    draft: 'Go on with my check-in',
    submitted: 'My check-in',
    revealed: 'My check-in',
  };
  const place = (page: 'role' | 'next', key: string) => encodePlace({ page, role: key });
  return [
    ...(cycle
      ? [
          button({
            text: label[checkIn],
            actionId: 'check_in.open',
            ...((checkIn === 'none' || checkIn === 'draft') &&
              role && { style: 'primary' as const }),
          }),
        ]
      : []),
    ...(briefOf
      ? [
          button({
            text: 'Open my brief',
            actionId: 'brief.open',
            value: briefOf,
            style: 'primary',
          }),
        ]
      : []),
    ...(role
      ? [
          button({
            text: 'What my role asks',
            actionId: 'role.show:mine',
            value: place('role', role.key),
          }),
          button({ text: 'Next rung', actionId: 'role.show:next', value: place('next', role.key) }),
        ]
      : []),
    button({ text: 'What I kept', actionId: 'evidence.open' }),
    button({ text: 'About you', actionId: 'me.open' }),
  ];
}
