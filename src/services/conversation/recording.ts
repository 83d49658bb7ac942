import { heldOnProblem } from '../../domain/conversation/conversation.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Context } from '../context.js';
import { FieldError } from '../errors/index.js';
import { announce } from './announcing.js';
import { lockRecordable, type RecordRef } from './recordable.js';

/** `already`: the other one had recorded another day meanwhile, which stays. */
export type RecordResult = { recorded: true } | { already: Day };

/**
 * Notes that the two have talked, on which day. `was`: the day that the form showed, undefined where
 * nothing was recorded; where the other one has recorded another day since, theirs stays. Throws
 * FieldError for a day that can't be, UserFacingError as `readRecord` does.
 */
export async function recordConversation(
  context: Context,
  ref: RecordRef,
  heldOn: Day,
  was?: Day,
): Promise<RecordResult> {
  const at = context.clock.now();
  return context.db.$transaction(async (tx): Promise<RecordResult> => {
    const { cycle, report, manager, conversation, side } = await lockRecordable(tx, ref);
    const today = localDay(at, (side === 'report' ? report : manager).timeZone);
    const problem = heldOnProblem(heldOn, { today, opensOn: dayFromDate(cycle.opensOn) });
    if (problem) throw new FieldError('heldOn', problemWords[problem]);
    const before = conversation ? dayFromDate(conversation.heldOn) : undefined;
    if (before === heldOn) return { recorded: true };
    if (before !== undefined && before !== was) return { already: before };
    const day = { heldOn: dateFromDay(heldOn) };
    const recorded = conversation
      ? await tx.conversation.update({ where: { id: conversation.id }, data: day })
      : await tx.conversation.create({
          data: {
            ...day,
            workspaceId: ref.workspaceId,
            cycleId: cycle.id,
            personId: report.id,
            managerId: manager.id,
            recordedAt: at,
          },
        });
    await announce(tx, recorded, { at, by: side });
    return { recorded: true };
  });
}

const problemWords = {
  in_future:
    'That day is still to come. Record it once you have talked: pick today or an earlier day.',
  before_cycle:
    'That is before this cycle opened. Pick the day on which you talked about this check-in.',
};
