import { count } from '../../domain/text/count.js';
import type { Cycle, CycleChange, ExclusionChange } from '../../services/cycle/index.js';
import type { DayTotal } from '../../services/reminder/index.js';

/** What a change of a cycle would do: its dates, what is odd about them, and its messages a day. */
export function foreseenText(
  { before, after, doubts, members }: CycleChange,
  messages: { before: readonly DayTotal[]; after: readonly DayTotal[] },
): string {
  return [
    `${after.name}: ${before ? `${datesText(before)} → ` : ''}${datesText(after)}`,
    ...(members === undefined ? [] : [forSomeText(members)]),
    ...doubts,
    ...totalsText(after, messages),
  ].join('\n');
}

function forSomeText(members: number): string {
  return `It is for ${count(members, 'person', 'people')}, those who are meant today; nobody else is asked for anything.`;
}

function datesText({ opensOn, dueOn, reviewOn, closedAt, cancelledAt }: Cycle): string {
  if (cancelledAt) return 'cancelled';
  if (closedAt) return 'closed now';
  return `opens ${opensOn}, due ${dueOn}, review ${reviewOn}`;
}

function totalsText(
  { cancelledAt }: Cycle,
  { before, after }: { before: readonly DayTotal[]; after: readonly DayTotal[] },
): string[] {
  if (cancelledAt) {
    const none = 'What people wrote stays theirs.';
    return before.length === 0
      ? [none]
      : ['These messages would not be sent any more:', ...before.map(dayText), none];
  }
  if (after.length === 0) return ['It would send nothing.'];
  return ['It would send, if nobody did anything until then:', ...after.map(dayText)];
}

/** What leaving people out would do. */
export function exclusionText(
  { cycle, people, until }: ExclusionChange,
  messages: readonly DayTotal[],
): string {
  const who = count(people.length, 'person', 'people');
  const end = until ? ` until ${until}` : '';
  return [
    `${cycle.name}: ${who} would be left out${end}. What they have written stays theirs.`,
    ...(messages.length === 0
      ? ['Nothing is planned for them now.']
      : ['These messages would not be sent to them:', ...messages.map(dayText)]),
  ].join('\n');
}

/** What asking people again would do. */
export function inclusionText(
  { cycle, people }: ExclusionChange,
  messages: readonly DayTotal[],
): string {
  return [
    `${cycle.name}: ${count(people.length, 'person', 'people')} would be asked again.`,
    ...(messages.length === 0
      ? ['Nothing is planned for them now.']
      : ['These messages would be sent to them:', ...messages.map(dayText)]),
  ].join('\n');
}

/** "  2027-03-03  12 messages: 10 invitation, 2 digest". */
function dayText({ day, messages, kinds }: DayTotal): string {
  const parts = Object.entries(kinds).map(
    ([kind, number]) => `${number} ${kind.replaceAll('_', ' ')}`,
  );
  return `  ${day}  ${count(messages, 'message', 'messages')}: ${parts.join(', ')}`;
}

/** What was done. */
export function changedText({ before, after }: CycleChange): string {
  const { name, openedAt, opensOn, dueOn, reviewOn, closedAt, cancelledAt } = after;
  if (cancelledAt) return `Cancelled ${name}.`;
  if (closedAt) return `Closed ${name}.`;
  const opens = openedAt ? 'check-ins are open' : `check-ins open on ${opensOn}`;
  const did = before ? `Moved ${name}` : `Added ${name}`;
  return `${did}: ${opens}, they are due on ${dueOn}, reviews start on ${reviewOn}.`;
}
