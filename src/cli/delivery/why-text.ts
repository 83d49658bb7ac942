import { reasonText } from '../../domain/delivery/reasons.js';
import { count } from '../../domain/text/count.js';
import {
  type ExplainedDelivery,
  type Forecast,
  type ListedDelivery,
  passingReasons,
} from '../../services/delivery/index.js';
import { instantText, weekdayText } from '../time.js';
import { stateText, titleText } from './text.js';

interface TextOptions {
  /** The zone of this machine. */
  timeZone: string;
  now: Date;
}

/** All about one message: what it is, how it stands, its times, what comes next and what to do. */
export function whyText(explained: ExplainedDelivery, options: TextOptions): string {
  const { delivery } = explained;
  const paragraphs = [
    [`${titleText(delivery)}.`, `Id ${delivery.id}.`],
    [stateText(delivery), ...nextLines(explained, options)],
    timeLines(delivery, options.timeZone),
  ];
  return paragraphs.map((lines) => lines.join('\n')).join('\n\n');
}

const refusedText =
  'Nothing goes out until that is mended: ladder doctor says what to do. Ladder tries again every ten minutes and when it is started, and then sends all that waits.';

/** What will happen by itself, and what the operator can do. */
function nextLines(explained: ExplainedDelivery, options: TextOptions): string[] {
  const { delivery, next, nextReconcileAt } = explained;
  const there = (at: Date) => instantsText(at, delivery, options.timeZone);
  const { state, reason, slackChannelId, slackTs, id } = delivery;
  switch (state) {
    case 'due':
      if (reason !== null) return [refusedText];
      return next ? [forecastText(next, delivery, options)] : [];
    case 'held':
      return next ? [forecastText(next, delivery, options)] : [];
    case 'claimed':
      return [
        'If that server has died, another one takes it up five minutes after it was claimed.',
      ];
    case 'sent':
      return [`It stands in Slack in the conversation ${slackChannelId}, as message ${slackTs}.`];
    case 'obsolete':
      return passingReasons.includes(reason ?? '')
        ? ['If that changes again while it is wanted, it is decided anew.']
        : [];
    case 'failed':
      return [
        'It is not tried again by itself.',
        `Once what stood in its way is mended, send it: ladder deliveries retry ${id}`,
      ];
    case 'unknown':
      return [
        nextReconcileAt
          ? `Ladder looks for it in their conversation with Ladder ${nextReconcileAt > options.now ? `at ${there(nextReconcileAt)}` : 'with the next run'}: if it is there, it counts as sent; if not, it is sent again.`
          : 'It is not looked for by itself any more, and not sent again.',
        `To have it looked for now: ladder deliveries retry ${id}`,
      ];
  }
}

function forecastText(
  { at, forecast }: { at: Date; forecast: Forecast },
  delivery: ListedDelivery,
  { timeZone, now }: TextOptions,
): string {
  const there = (instant: Date) => instantsText(instant, delivery, timeZone);
  const isNow = at <= now;
  const when = isNow ? 'now' : `at ${there(at)}`;
  if ('send' in forecast) {
    const kind = forecast.send.replaceAll('_', ' ');
    return `As things are, it would be sent ${when}, as ${kind}.`;
  }
  if ('drop' in forecast) {
    return `As things are, it would be dropped ${when}, because ${reasonText(forecast.drop)}.`;
  }
  if ('wait' in forecast && forecast.because === 'told_lately') {
    return `It waits until ${there(forecast.wait)}, because they were told of the same less than ten minutes before.`;
  }
  return 'wait' in forecast
    ? `It waits until ${there(forecast.wait)}, because ${isNow ? 'it is' : 'it is due'} outside their working hours.`
    : `It is held until ${there(forecast.hold)}, because they are away, have put their messages off, or Slack hasn't told their time zone yet.`;
}

function timeLines(delivery: ListedDelivery, timeZone: string): string[] {
  const { createdAt, dueAt, expiresAt, claimedAt, sentAt, attempts, lookedForAt } = delivery;
  const line = (what: string, at: Date | null) =>
    at === null ? [] : [`${what} ${instantsText(at, delivery, timeZone)}.`];
  return [
    ...line('It was decided upon', createdAt),
    ...line('It is due from', dueAt),
    ...line('It is not sent after', expiresAt),
    ...line('A server last worked on it', claimedAt),
    attempts === 0
      ? 'It was not handed to Slack yet.'
      : `It was handed to Slack ${count(attempts, 'time', 'times')}.`,
    ...line('The last time was', sentAt),
    ...line('It was last looked for in Slack', lookedForAt),
  ];
}

/** "Wed 3 Mar 2027, 09:00 (America/New_York), Wed 14:00 where they are (Europe/London)". */
function instantsText(at: Date, { recipient }: ListedDelivery, timeZone: string): string {
  const here = `${instantText(at, timeZone)} (${timeZone})`;
  if (recipient.timeZone === timeZone) return here;
  return `${here}, ${weekdayText(at, recipient.timeZone)} where they are (${recipient.timeZone})`;
}
