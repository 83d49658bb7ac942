import type { Day } from '../../domain/day.js';
import { ago, type ReportState } from '../../domain/digest.js';
import { button, escapeMrkdwn, type KnownBlock, mention, section } from '../kit.js';
import { actionIds, nudgeValue, type Place } from './ids.js';

export type GroupName = 'sent' | 'waiting' | 'noRole';

/** Reports of one group, with how many more there are than are shown. */
export interface ShownGroup {
  group: GroupName;
  reports: ReportState[];
  more: number;
}

const titles: Record<GroupName, string> = {
  sent: 'Sent their check-in',
  waiting: 'Waiting for their check-in',
  noRole: 'No role yet',
};

const longestLabel = 75;
const longestText = 2900;

/** A group: its title, its reports, and whatever is to be done about them. */
export function groupBlocks(
  { group, reports, more }: ShownGroup,
  { place, today, command }: { place: Place; today: Day; command: string },
): KnownBlock[] {
  if (reports.length === 0)
    return more > 0 ? [section(`*${titles[group]}*\n${moreLine(more, command)}`)] : [];
  const rest = more > 0 ? [moreLine(more, command)] : [];
  if (group === 'waiting') {
    const rows = reports.map((report) => waitingRow(report, place));
    return [section(`*${titles.waiting}*`), ...rows, ...rest.map((line) => section(line))];
  }
  const lines = reports.map((report) =>
    group === 'sent' ? sentLine(report, today) : displayName(report),
  );
  const hint = group === 'noRole' ? [`They can choose theirs with \`${command} me\`.`] : [];
  return inSections([`*${titles[group]}*`, ...lines, ...rest, ...hint]);
}

/** The name that Slack told us; a mention where it hasn't yet. Mrkdwn. */
export function displayName({ name, slackUserId }: { name: string; slackUserId: string }): string {
  return name ? escapeMrkdwn(name) : mention(slackUserId);
}

function sentLine(report: ReportState, today: Day): string {
  const when = report.submittedOn === undefined ? '' : ` ${ago(report.submittedOn, today)}`;
  return `${displayName(report)} · sent${when}`;
}

function waitingRow(report: ReportState, place: Place): KnownBlock {
  const progress = report.checkIn === 'draft' ? 'half done' : 'not started';
  const line = `${displayName(report)} · ${progress}`;
  if (report.nudge === 'sent_today') return section(`${line} · nudged today`);
  if (report.nudge === 'waiting') return section(`${line} · nudge on its way`);
  const accessory = button({
    text: 'Nudge',
    actionId: actionIds.nudge,
    value: nudgeValue(place, report.personId),
    label: nudgeLabel(report.name),
  });
  return section(line, { accessory });
}

function nudgeLabel(name: string): string {
  const label = `Nudge ${name}`;
  return name && label.length <= longestLabel ? label : 'Nudge this person';
}

function moreLine(more: number, command: string): string {
  return `_${more} more: \`${command} team\`_`;
}

/** Whole lines, in as few sections as hold them. */
function inSections(lines: string[]): KnownBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last === undefined || last.length + line.length + 1 > longestText) texts.push(line);
    else texts[texts.length - 1] = `${last}\n${line}`;
  }
  return texts.map((text) => section(text));
}
