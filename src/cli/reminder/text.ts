import { count } from '../../domain/text/count.js';
import type { PreviewedReminder, SentReminder } from '../../services/reminder/index.js';
import { table } from '../table.js';
import { instantText, weekdayText } from '../time.js';

interface TextOptions {
  /** The zone of this machine. */
  timeZone: string;
  colours: boolean;
}

/** What would be sent, a line each: when here, when there, to whom, what. */
export function previewText(
  messages: readonly PreviewedReminder[],
  { from, timeZone, colours }: TextOptions & { from: Date },
): string {
  const since = `From ${instantText(from, timeZone)} (${timeZone}) on`;
  if (messages.length === 0) return `${since}, nothing would be sent.`;
  const list = table(
    messages,
    [
      { title: 'Here', text: ({ at }) => instantText(at, timeZone) },
      {
        title: 'Where they are',
        text: ({ at, recipient }) => `${weekdayText(at, recipient.timeZone)} ${recipient.timeZone}`,
      },
      { title: 'To', text: ({ recipient }) => personText(recipient) },
      { title: 'Message', text: messageText },
      { title: 'Cycle', text: ({ about }) => about },
    ],
    { colours },
  );
  const fact = `${count(together(messages), 'message', 'messages')} would be sent if nobody did anything until then. Nothing was sent now.`;
  return `${since}:\n\n${list}\n\n${fact}`;
}

const outcomes: Record<SentReminder['outcome'], string> = {
  sent: 'sent',
  limited: 'waits: Slack asked to wait; it goes out with the next run',
  retry: 'waits: Slack could not take it; it goes out with a later run',
  failed: 'refused by Slack; it is not tried again',
  unknown:
    'perhaps sent: Slack did not confirm it; it is not tried again, so that nobody gets it twice',
};

/** What was sent, and what became of the rest. */
export function sentText(
  messages: readonly SentReminder[],
  { at, timeZone, colours }: TextOptions & { at: Date },
): string {
  const now = `at ${instantText(at, timeZone)} (${timeZone})`;
  if (messages.length === 0) return `Nothing is due ${now}; nothing was sent.`;
  const list = table(
    messages,
    [
      { title: 'To', text: ({ recipient }) => personText(recipient) },
      { title: 'Message', text: messageText },
      { title: 'Cycle', text: ({ cycleName }) => cycleName },
      { title: 'Outcome', text: ({ outcome }) => outcomes[outcome] },
    ],
    { colours },
  );
  const sent = together(messages.filter(({ outcome }) => outcome === 'sent'));
  const all = count(together(messages), 'message', 'messages');
  return `${list}\n\n${sent} of ${all} sent, ${now}.`;
}

/** What is due for one person at one instant is one message. */
function together(messages: readonly { at: Date; recipient: { slackUserId: string } }[]): number {
  const keys = messages.map(({ at, recipient }) => `${at.getTime()} ${recipient.slackUserId}`);
  return new Set(keys).size;
}

export function personText({ name, slackUserId }: { name: string; slackUserId: string }): string {
  return name ? `${name} (${slackUserId})` : slackUserId;
}

/** "digest, 14 days before", "digest, 1 week after", "invitation". */
export function messageText({ kind, step }: { kind: string; step: string }): string {
  const days = /^day-(\d+)$/.exec(step)?.[1];
  const weeks = /^week-(\d+)$/.exec(step)?.[1];
  const what = kind.replaceAll('_', ' ');
  if (weeks !== undefined) return `${what}, ${count(Number(weeks), 'week', 'weeks')} after`;
  if (days === undefined) return what;
  return `${what}, ${count(Number(days), 'day', 'days')} before`;
}
