import type { AuditedChange } from '../../services/audit-log/index.js';
import type { ReadingOfMine } from '../../services/privacy/index.js';
import { count, dateTime, escapeMrkdwn } from '../ui/blocks.js';
import { shortName } from '../ui/text.js';

const surfaces: Record<ReadingOfMine['surface'], string> = {
  brief: 'your brief',
  history: 'your earlier check-ins',
  conversation: 'the record of your conversation',
  evidence: 'what you sent along as evidence',
  export: 'an export of all your data',
};

/** "*Mika* · your brief, Q1 2027 · 24 Mar 2027 at 10:00, 3 times". Mrkdwn. */
export function readingText(reading: ReadingOfMine): string {
  const { surface, cycles, times, lastAt } = reading;
  const [first = '', ...others] = cycles;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const of = first ? `, ${escapeMrkdwn(first)}${more}` : '';
  const often = times > 1 ? `, ${count(times, 'time')} that day` : '';
  return `*${readerText(reading)}* · ${surfaces[surface]}${of} · ${dateTime(lastAt)}${often}`;
}

function readerText({ reader, operator }: ReadingOfMine): string {
  if (reader) return shortName(reader);
  return operator
    ? `${escapeMrkdwn(operator)}, who runs Ladder`
    : 'Somebody who is not in Ladder any more';
}

const parts: Record<string, string> = {
  role: 'role',
  in_role_since: 'first day in the role',
  manager: 'manager',
};

/** "Your manager: Mika → Noor, by Ada · 12 Feb 2027 at 10:00". Roles by the title that they have. Mrkdwn. */
export function changeText(change: AuditedChange, titleOf: (roleKey: string) => string): string {
  const { action, before, after, by, at } = change;
  const [from, to] = [before, after].map((value) => {
    if (value === '') return 'none';
    return escapeMrkdwn(action === 'role' ? titleOf(value) : value);
  });
  return `Your ${parts[action] ?? action}: ${from} → ${to}, by ${escapeMrkdwn(by) || 'somebody who is not in Ladder any more'} · ${dateTime(at)}`;
}
