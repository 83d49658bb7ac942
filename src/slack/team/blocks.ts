import type { ModalView } from '@slack/types';
import { completionFact, conversationFact, outcomeFact } from '../../domain/team/facts.js';
import { sizeOfTeam } from '../../domain/team/team.js';
import type { Cycle } from '../../services/cycle/index.js';
import type {
  AllSetMessage,
  DigestMessage,
  RestingTeam,
  TeamState,
} from '../../services/team/index.js';
import { closedLine } from '../delivery/over.js';
import { claimButton } from '../person/links.js';
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
  section,
} from '../ui/blocks.js';
import type { Room } from '../ui/lay-out.js';
import { modal } from '../ui/modal.js';
import { openTeamButton } from './buttons.js';
import { actionIds, callbackIds, type Place } from './ids.js';
import { fitRows, pagesOfRows } from './layout.js';
import { digestRows, type GroupName, teamRows } from './rows.js';

/** Leaves room for the fact, a note and the blocks below a digest. */
const digestRoom: Room = {
  blocks: limits.messageBlocks - 8,
  characters: limits.messageCharacters - 2_500,
};
const pageRoom: Room = {
  blocks: limits.messageBlocks - 7,
  // The ids of a panel's blocks take a third of it.
  characters: limits.messageCharacters - 3_000,
};

/**
 * Returns a manager's digest: what each report needs, and once it is over what became of it. `room` is
 * the room in the post, if that is less than usual.
 */
export function digest(
  state: DigestMessage,
  { command, room }: { command: string; room?: Room | undefined },
): Message {
  const { over } = state;
  if (over === 'changed') return earlier(state);
  if (over === 'closed') return closed(state);
  const rows = digestRows(state).filter(({ group }) => asksSomething(group));
  const fits = {
    blocks: Math.min(digestRoom.blocks, room?.blocks ?? digestRoom.blocks),
    characters: Math.min(digestRoom.characters, room?.characters ?? digestRoom.characters),
  };
  const text = over === undefined ? factText(state) : `${factText(state)} ${nothingWaits}`;
  return {
    text,
    blocks: [
      section(over === undefined ? `*${text}*` : `*${factText(state)}* ${nothingWaits}`),
      ...fitRows(rows, fits, command),
      context(`Everybody in your team, at any time: \`${command} team\``),
    ],
  };
}

const nothingWaits = 'Nothing waits for you.';

/** Of a review that is over: what came of it, and no list, which would stand in each of its messages. */
function closed(state: AllSetMessage | DigestMessage): Message {
  const { cycle, team, today } = state;
  if (sizeOfTeam(team) === 0) return earlier(state);
  const name = escapeMrkdwn(cycle.name);
  const began = today > cycle.reviewOn ? ` reviews started on ${dayText(cycle.reviewOn)}` : '';
  const text = `${name}${began}: ${outcomeFact(team)}. ${closedLine}`;
  return { text, blocks: [section(text), actions([openTeamButton('Open my team')])] };
}

/** Nothing is left to do. */
export function allSet(state: AllSetMessage): Message {
  const { over, today, cycle } = state;
  if (over === 'changed') return earlier(state);
  if (over === 'closed') return closed(state);
  const until = today < cycle.reviewOn ? ' before then' : '';
  const text = `${factText(state)} You are all set: nothing waits for you${until}.`;
  return { text, blocks: [section(text)] };
}

/** In place of a message that is no longer how the team is: no numbers, which would change again. */
function earlier({ team, cycle, over }: AllSetMessage | DigestMessage): Message {
  const name = escapeMrkdwn(cycle.name);
  if (sizeOfTeam(team) === 0) {
    const end = over === 'closed' ? ` ${closedLine}` : '';
    const text = `This was about your team in ${name}.${end} Nobody has you as their manager now.`;
    return { text, blocks: [section(text)] };
  }
  const text = `This was how your team stood in ${name}; it has changed since.`;
  return { text, blocks: [section(text), actions([openTeamButton('Open my team')])] };
}

/** A page (from 0) of a manager's reports; the last one if there are fewer pages. */
export function teamList(
  state: TeamState,
  { command, page, note }: { command: string; page: number; note?: string | undefined },
): Message {
  return listPage(state, { fact: factText(state), command, page, note });
}

/** While no cycle is open: when the next one is, who is in the team, and actions whose day has come. */
export function teamBetween(
  state: RestingTeam,
  {
    next,
    command,
    page,
    note,
  }: { next: Cycle | undefined; command: string; page: number; note?: string | undefined },
): Message {
  const when = next
    ? `No check-ins are open now. ${escapeMrkdwn(next.name)} opens on ${dayText(next.opensOn)}.`
    : 'No check-ins are open now, and none are planned.';
  const fact = `You have ${count(sizeOfTeam(state.team), 'report')}. ${when}`;
  return listPage(state, { fact, command, page, note });
}

/** The groups on Home, below their fact. */
export function teamOnHome(
  state: TeamState | RestingTeam,
  { command, note }: { command: string; note?: string | undefined },
): KnownBlock[] {
  const { reader } = state;
  // The reader's own action items are listed elsewhere.
  const due = state.due.filter(({ owner }) => owner?.id !== reader.id);
  const rows = teamRows({ ...state, due }, 'home').filter(({ group }) => asksSomething(group));
  const notes = note === undefined ? [] : [context(note)];
  return [...notes, ...fitRows(rows, { blocks: 40, characters: 15_000 }, command)];
}

/** Any of these messages as a window; none of them has a table. */
export function teamModal({ blocks }: Message): ModalView {
  return modal({ callbackId: callbackIds.list, title: 'Your team', blocks });
}

/** The message for a person without reports. */
export function noReports(command: string): Message {
  const text = `Nobody has you as their manager yet. Your reports can set it themselves with \`${command} me\`, or say who they are, and Ladder asks them.`;
  return { text, blocks: [section(text), actions([claimButton()])] };
}

/** "Q1 2027 reviews start on Wednesday 24 March: 3 of 5 check-ins are in." Not escaped. */
export function teamFact({
  cycle,
  team,
  today,
}: Pick<TeamState, 'cycle' | 'team' | 'today'>): string {
  const started = today >= cycle.reviewOn;
  const verb = today > cycle.reviewOn ? 'started' : 'start';
  const fact = started ? conversationFact(team) : completionFact(team);
  return `${cycle.name} reviews ${verb} on ${dayText(cycle.reviewOn)}: ${fact}.`;
}

function factText(state: Pick<TeamState, 'cycle' | 'team' | 'today'>): string {
  return escapeMrkdwn(teamFact(state));
}

const mutedGroups: readonly GroupName[] = ['resting', 'talked', 'formerManager', 'leftOut'];

function asksSomething(group: GroupName): boolean {
  return !mutedGroups.includes(group);
}

function listPage(
  state: TeamState | RestingTeam,
  {
    fact,
    command,
    page,
    note,
  }: { fact: string; command: string; page: number; note?: string | undefined },
): Message {
  const place: Place = { page };
  const pages = pagesOfRows(teamRows(state, place), pageRoom, command);
  const shown = Math.min(page, pages.length - 1);
  const blocks = [
    ...factBlocks(fact, note),
    ...(pages[shown] ?? []),
    ...pager(shown, pages.length),
    actions([claimButton()]),
  ];
  return { text: fact, blocks };
}

function factBlocks(text: string, note: string | undefined): KnownBlock[] {
  const fact = section(`*${text}*`);
  return note === undefined ? [fact] : [fact, context(note)];
}

function pager(page: number, pages: number): KnownBlock[] {
  if (pages === 1) return [];
  const pageButton = (text: string, to: number, label: string) =>
    button({ text, actionId: `${actionIds.page}:${to}`, value: `${to}`, label });
  const buttons = [
    ...(page > 0 ? [pageButton('Back', page - 1, `Page ${page} of your team`)] : []),
    ...(page < pages - 1 ? [pageButton('More', page + 1, `Page ${page + 2} of your team`)] : []),
  ];
  return [context(`Page ${page + 1} of ${pages}`), actions(buttons)];
}
