import { type ProblemCounts, sumOf } from '../../domain/problem/kinds.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { readCompletion } from '../completion/index.js';
import type { Context } from '../context.js';
import { toCycle } from '../cycle/index.js';
import { defineMessage } from '../delivery/index.js';
import type { ContentResult, MessageAt, MessageContent, PostedAt } from '../message.js';
import { planKinds } from './kinds.js';

/** How far a review is and what is in its way: totals, and nobody's name. */
export interface AdminSummaryMessage extends MessageContent {
  kind: 'admin_summary';
  cycleName: string;
  dueOn: Day;
  reviewOn: Day;
  /** The recipient's own day on which it comes. */
  today: Day;
  /**
   * The recipient's own day on which it was counted. Not every check-in that begins or is sent edits the
   * posts of all admins.
   */
  countedOn: Day;
  /** Undefined once the review is over, or another one is open. */
  progress: Progress | undefined;
}

/** How many are how far; of each number the next one is a part. */
interface Progress {
  participants: number;
  started: number;
  sent: number;
  bothIn: number;
  talked: number;
  problems: ProblemCounts;
}

/** To admins: as a review opens, on the due day, and weekly while it is open and something is to say. */
export const adminSummary = defineMessage({
  kind: planKinds.admin_summary.kind,
  read,
  readAgain,
});

async function read(
  context: Context,
  message: MessageAt,
): Promise<ContentResult<AdminSummaryMessage>> {
  const { recipient, cycle, claim } = message;
  if (!recipient.isAdmin) return { drop: 'changed' };
  if (cycle.cancelledAt) return { drop: 'cancelled' };
  const summary = await summaryOf(context, message, message.at);
  if (!summary.progress) return { drop: 'expired' };
  const { participants, talked, problems } = summary.progress;
  const isThrough = participants > 0 && talked === participants && sumOf(problems) === 0;
  const isOpening = claim.step <= dayFromDate(cycle.opensOn);
  return isThrough && !isOpening ? { drop: 'nothing_to_do' } : { send: summary };
}

/** Once it is posted it says how far the review is now; nothing to somebody who is no admin any more. */
async function readAgain(
  context: Context,
  message: PostedAt,
): Promise<AdminSummaryMessage | undefined> {
  if (!message.recipient.isAdmin) return undefined;
  const summary = await summaryOf(context, message, message.sentAt);
  if (!summary.progress) return { ...summary, over: 'closed' };
  return message.hasNewer ? { ...summary, over: 'changed' } : summary;
}

async function summaryOf(
  context: Context,
  { recipient, cycle, at }: MessageAt,
  sentAt: Date,
): Promise<AdminSummaryMessage> {
  const completion = await readCompletion(context, recipient.workspaceId);
  const { participants, started, sent, bothIn, talked, problems } = completion;
  const { name: cycleName, dueOn, reviewOn } = toCycle(cycle);
  return {
    kind: 'admin_summary',
    ...{ cycleName, dueOn, reviewOn },
    today: localDay(sentAt, recipient.timeZone),
    countedOn: localDay(at, recipient.timeZone),
    progress:
      completion.cycle?.id === cycle.id
        ? { participants, started, sent, bothIn, talked, problems }
        : undefined,
  };
}
