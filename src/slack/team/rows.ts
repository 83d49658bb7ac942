import type { Button } from '@slack/types';
import { ago } from '../../domain/team/facts.js';
import { type ReportState, type TeamGroup, teamGroups } from '../../domain/team/team.js';
import { type Day, daysBetween } from '../../domain/time/day.js';
import type { ActionItem } from '../../services/action-item/index.js';
import type {
  DueWithReport,
  RestingTeam,
  TeamDigest,
  TeamState,
} from '../../services/team/index.js';
import {
  actionItemRow,
  allActionItemsButton,
  ownerText,
  whatBlock,
  whenText,
} from '../action-item/links.js';
import { openAssessmentButton } from '../assessment/links.js';
import { openBriefButton } from '../brief/links.js';
import { openRecordButton } from '../conversation/links.js';
import { reportRoleButton } from '../person/links.js';
import { reportsRoleLost } from '../role/links.js';
import {
  actions as actionRow,
  button,
  context,
  dayText,
  type KnownBlock,
  section,
} from '../ui/blocks.js';
import { displayName } from '../ui/text.js';
import { actionIds, nudgeValue, type Place } from './ids.js';

/** "resting": with a role, while no cycle asks anything of them. */
export type GroupName = TeamGroup | 'due' | 'resting';

/** In the order in which they are shown: groups that need nothing are last. */
export const groupOrder: readonly GroupName[] = teamGroups.flatMap((group) =>
  group === 'noRole' ? (['due', 'resting', 'noRole'] as const) : [group],
);

export const titles: Record<GroupName, string> = {
  ready: 'Ready for your view',
  waiting: 'Waiting for their check-in',
  bothIn: 'Both in',
  due: 'Actions due',
  resting: 'In your team',
  noRole: 'No role yet',
  talked: 'Talked',
  formerManager: 'Prepared with the manager before you',
  leftOut: 'Left out of this review',
};

export type ReportGroup = Exclude<GroupName, 'due'>;

/** One report or action: blocks of its own, or a line among others. */
export type Row = { group: GroupName; blocks: KnownBlock[] } | { group: GroupName; line: string };

const longestLabel = 75;

/** All rows of a team, group by group. */
export function teamRows(state: TeamState | RestingTeam, place: Place): Row[] {
  const { team, due, today, reader } = state;
  const { waiting, ...others } = team.groups;
  const groups = 'cycle' in state ? team.groups : { ...others, resting: waiting };
  const rows = due.map((item) => ({
    group: 'due' as const,
    blocks: dueBlocks(item, reader.slackUserId),
  }));
  return inGroups(groups, rows, { place, today });
}

/** The same for a post: due action items by their number, and no word of them. */
export function digestRows({ team, due, today, reader }: TeamDigest): Row[] {
  const rows = due.map((one) => ({ group: 'due' as const, blocks: dueCount(one, reader.id) }));
  return inGroups(team.groups, rows, { place: 'digest', today });
}

function inGroups(
  groups: Partial<Record<GroupName, ReportState[]>>,
  due: Row[],
  { place, today }: { place: Place; today: Day },
): Row[] {
  return groupOrder.flatMap((group) =>
    group === 'due'
      ? due
      : (groups[group] ?? []).map((report) => reportRow(group, report, { place, today })),
  );
}

function reportRow(
  group: ReportGroup,
  known: ReportState,
  { place, today }: { place: Place; today: Day },
): Row {
  const isPost = place === 'digest';
  const report = isPost ? asPosted(known, today) : known;
  const lost = report.roleLost ? [reportsRoleLost] : [];
  const line = [displayName(report), ...facts(group, report, { today, isPost }), ...lost].join(
    ' · ',
  );
  const buttons = [
    ...mainButtons(group, report, place),
    // In a message one button a row is enough; the list has room for more.
    ...(typeof place === 'string' ? [] : moreButtons(group, report)),
  ];
  const [only, second] = buttons;
  if (!only) return { group, line };
  if (!second) return { group, blocks: [section(line, { accessory: only })] };
  return { group, blocks: [section(line), actionRow(buttons)] };
}

/** Returns a report as a post of this day shows it: without Nudge once they were nudged since, on later days too. */
function asPosted(report: ReportState, postedOn: Day): ReportState {
  const { nudge, nudgedOn } = report;
  if (nudge === 'waiting') return report;
  const isNudged = nudgedOn !== undefined && nudgedOn >= postedOn;
  return { ...report, nudge: isNudged ? 'sent_today' : 'possible' };
}

/**
 * What is so of a report now. In a post, which is read on other days too, with the days themselves, and
 * `today` is the day of the post. Mrkdwn.
 */
export function facts(
  group: ReportGroup,
  report: ReportState,
  { today, isPost }: { today: Day; isPost: boolean },
): string[] {
  const onDay = (day: Day) => `on ${dayText(day)}`;
  const { submittedOn, view, brief, talkedOn, nudge, nudgedOn } = report;
  switch (group) {
    case 'ready':
      if (view === 'draft') return ['you have a draft'];
      if (view === 'submitted') return ['your view is in'];
      if (submittedOn === undefined) return [];
      return [`sent ${isPost ? onDay(submittedOn) : ago(submittedOn, today)}`];
    case 'waiting':
      return [
        progressText(report),
        ...(view === 'submitted' ? ['your view is in'] : []),
        ...(nudge === 'sent_today'
          ? [`nudged ${isPost && nudgedOn ? onDay(nudgedOn) : 'today'}`]
          : []),
        ...(nudge === 'waiting' ? ['nudge on its way'] : []),
      ];
    case 'bothIn':
      if (!brief) return [];
      return [`brief since ${isPost ? dayText(brief.since) : sinceText(brief.since, today)}`];
    case 'talked':
      return talkedOn === undefined ? [] : [onDay(talkedOn)];
    case 'resting':
    case 'noRole':
    case 'formerManager':
    case 'leftOut':
      return [];
  }
}

/** "2 of 5", or that nothing is answered yet. */
function progressText({ progress }: ReportState): string {
  return progress ? `${progress.answered} of ${progress.asked}` : 'not started';
}

/** The one thing that a report's state asks of their manager. */
export function mainButtons(group: ReportGroup, report: ReportState, place: Place): Button[] {
  const { personId, view, brief, nudge } = report;
  if (group === 'ready' && view !== 'submitted') {
    const text = view === 'draft' ? 'Go on with my view' : 'Give my view';
    const what = view === 'draft' ? 'Go on with my view of' : 'Give my view of';
    return [openAssessmentButton(personId, text, { label: labelFor(what, report) })];
  }
  if (group === 'waiting' && nudge === 'possible') {
    const value = nudgeValue.write(place, personId);
    const label = labelFor('Nudge', report);
    return [button({ text: 'Nudge', actionId: actionIds.nudge, value, label })];
  }
  if (group === 'noRole') {
    const label = labelFor('Set the role of', report);
    return [reportRoleButton(personId, 'Set role', { label })];
  }
  if ((group === 'bothIn' || group === 'talked') && brief) {
    const label = labelFor('Open the brief with', report);
    return [openBriefButton(brief.checkInId, 'Open brief', { label })];
  }
  return [];
}

/** The way to the record of the conversation, once both sides are in. */
export function recordButtons(group: ReportGroup, report: ReportState): Button[] {
  const what = group === 'talked' ? 'Open the record with' : 'Record the conversation with';
  if ((group !== 'bothIn' && group !== 'talked') || !report.brief) return [];
  const label = labelFor(what, report);
  return [openRecordButton(report.brief.checkInId, 'Record', { label })];
}

function moreButtons(group: ReportGroup, report: ReportState): Button[] {
  const { personId } = report;
  return [
    ...recordButtons(group, report),
    button({
      text: 'Open',
      actionId: actionIds.report,
      value: personId,
      label: labelFor('Open the page of', report),
    }),
  ];
}

function dueBlocks(action: ActionItem, reader: string): KnownBlock[] {
  const who = displayName(action.report);
  // The report is named already; whose it is needs saying only where it is the reader's own.
  const owner = action.side === 'report' ? [] : [ownerText(action, reader)];
  const words = [who, whenText(action), ...owner].join(' · ');
  const { what, measure } = action;
  return [whatBlock({ what, measure }), context(words), actionItemRow(action)];
}

/** "Rosa Operations · 2 due, the first on Friday 26 March", and the way to them. */
function dueCount({ report, number, firstDueOn }: DueWithReport, readerId: string): KnownBlock[] {
  const isOwn = report.id === readerId;
  const when =
    number === 1
      ? `one due on ${dayText(firstDueOn)}`
      : `${number} due, the first on ${dayText(firstDueOn)}`;
  const line = [isOwn ? 'Your own' : displayName(report), when].join(' · ');
  const label = isOwn ? 'Open what is due for you' : labelFor('Open what is due with', report);
  const open = {
    ...allActionItemsButton(isOwn ? undefined : report.id, 'Open'),
    accessibility_label: label,
  };
  return [section(line, { accessory: open })];
}

/** "today", "yesterday", else the day. */
function sinceText(day: Day, today: Day): string {
  return daysBetween(day, today) <= 1 ? ago(day, today) : dayText(day);
}

function labelFor(what: string, { name }: Pick<ReportState, 'name'>): string {
  const label = `${what} ${name}`;
  return name && label.length <= longestLabel ? label : `${what} this person`;
}
