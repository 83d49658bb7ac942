import type { ModalView } from '@slack/types';
import { completionFact, type Team } from '../../domain/digest.js';
import type { Cycle } from '../../services/cycles.js';
import type { AllSetMessage, TeamState } from '../../services/digests.js';
import {
  actions,
  button,
  context,
  count,
  dayText,
  escapeMrkdwn,
  type KnownBlock,
  limits,
  type Message,
  plainText,
  section,
  sizeOf,
} from '../kit.js';
import { actionIds, callbackIds } from './ids.js';
import { displayName, type GroupName, groupBlocks, type ShownGroup } from './rows.js';

const groups: readonly GroupName[] = ['sent', 'waiting', 'noRole'];
/** What asks something of the manager is shown before what doesn't. */
const byUrgency: readonly GroupName[] = ['waiting', 'noRole', 'sent'];
const mostInDigest = 24;
const fewOfEach = 3;
const rowsPerPage = 20;

/** A manager's digest. `note` says what became of the button that was just pressed. Mrkdwn. */
export function digest(
  state: TeamState,
  { command, note }: { command: string; note?: string | undefined },
): Message {
  const build = (most: number) => [
    ...factBlocks(state, note),
    ...chooseReports(state.team, most).flatMap((group) =>
      groupBlocks(group, { place: { digest: true }, today: state.today, command }),
    ),
  ];
  return {
    text: factText(state),
    blocks: fitting(build, mostInDigest),
  };
}

/** Nothing is left to do before the review. */
export function allSet(state: AllSetMessage): Message {
  const text = `${factText(state)} You are all set: nothing waits for you before then.`;
  return { text, blocks: [section(text)] };
}

/** A page (from 0) of a manager's reports; the last one if there are fewer pages. */
export function teamList(
  state: TeamState,
  { command, page, note }: { command: string; page: number; note?: string | undefined },
): Message {
  const rows = groups.flatMap((group) => state.team[group].map((report) => ({ group, report })));
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const shown = Math.min(page, pages - 1);
  const onPage = rows.slice(shown * rowsPerPage, (shown + 1) * rowsPerPage);
  return {
    text: factText(state),
    blocks: [
      ...factBlocks(state, note),
      ...groups.flatMap((group) => {
        const reports = onPage.filter((row) => row.group === group).map(({ report }) => report);
        const where = { place: { page: shown }, today: state.today, command };
        return groupBlocks({ group, reports, more: 0 }, where);
      }),
      ...pager(shown, pages),
    ],
  };
}

/** While no cycle is open: when the next one is, and who is in the team. */
export function teamBetween(
  team: Team,
  { next, command }: { next: Cycle | undefined; command: string },
): Message {
  const reports = [...team.waiting, ...team.noRole];
  const when = next
    ? `No check-ins are open now. ${escapeMrkdwn(next.name)} opens on ${dayText(next.opensOn)}.`
    : 'No check-ins are open now, and none are planned.';
  const fact = `You have ${count(reports.length, 'report')}. ${when}`;
  const names = reports.slice(0, rowsPerPage).map(displayName).join(', ');
  const more = reports.length > rowsPerPage ? ` and ${reports.length - rowsPerPage} more` : '';
  const noRole = { group: 'noRole' as const, ...firstOf(team.noRole, rowsPerPage) };
  return {
    text: fact,
    blocks: [
      section(`*${fact}*`),
      section(`${names}${more}`),
      ...groupBlocks(noRole, { place: { page: 0 }, today: '', command }),
    ],
  };
}

/** Any of these messages as a window; none of them has a table. */
export function teamModal({ blocks }: Message): ModalView {
  return {
    type: 'modal',
    callback_id: callbackIds.list,
    title: plainText('Your team'),
    close: plainText('Close'),
    blocks,
  };
}

/** For somebody whom nobody has as their manager. */
export function noReports(command: string): Message {
  const text = `Nobody has you as their manager yet. Your reports can set it themselves with \`${command} me\`, or whoever runs Ladder can bring everybody in at once.`;
  return { text, blocks: [section(text)] };
}

function factText({ cycle, team, today }: TeamState): string {
  const verb = today > cycle.reviewOn ? 'started' : 'start';
  return `${escapeMrkdwn(cycle.name)} reviews ${verb} on ${dayText(cycle.reviewOn)}: ${completionFact(team)}.`;
}

function factBlocks(state: TeamState, note: string | undefined): KnownBlock[] {
  const fact = section(`*${factText(state)}*`);
  return note === undefined ? [fact] : [fact, context(note)];
}

/**
 * As many reports as there is room for, in the order of the groups: a few of each group, then what
 * asks something of the manager before what doesn't.
 */
function chooseReports(team: Team, most: number): ShownGroup[] {
  const few = Math.min(fewOfEach, Math.floor(most / groups.length));
  let room = most;
  const counts = new Map<GroupName, number>();
  for (const least of [few, most]) {
    for (const group of byUrgency) {
      const before = counts.get(group) ?? 0;
      const now = Math.min(team[group].length, least, before + room);
      counts.set(group, Math.max(before, now));
      room -= Math.max(0, now - before);
    }
  }
  return groups.map((group) => ({ group, ...firstOf(team[group], counts.get(group) ?? 0) }));
}

function firstOf<T>(items: readonly T[], most: number): { reports: T[]; more: number } {
  const reports = items.slice(0, most);
  return { reports, more: items.length - reports.length };
}

/** Fewer whole rows until a message holds them. */
function fitting(build: (most: number) => KnownBlock[], most: number): KnownBlock[] {
  const blocks = build(most);
  const fits = blocks.length <= limits.messageBlocks && sizeOf(blocks) <= limits.messageCharacters;
  return fits || most === 0 ? blocks : fitting(build, most - 1);
}

function pager(page: number, pages: number): KnownBlock[] {
  if (pages === 1) return [];
  const turn = (text: string, to: number, label: string) =>
    button({ text, actionId: `${actionIds.page}:${to}`, value: `${to}`, label });
  const buttons = [
    ...(page > 0 ? [turn('Back', page - 1, `Page ${page} of your team`)] : []),
    ...(page < pages - 1 ? [turn('More', page + 1, `Page ${page + 2} of your team`)] : []),
  ];
  return [context(`Page ${page + 1} of ${pages}`), actions(buttons)];
}
