import type { Transaction } from '../../database/index.js';
import { type ActionItemSide, transitionActionItem } from '../../domain/action-item/action-item.js';
import { sameAgreement } from '../../domain/conversation/conversation.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import {
  type ActionItem,
  actionItemParts,
  closedWords,
  toActionItem,
} from '../action-item/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { checkText, requireCompetency, requireDay } from './agreement-form.js';
import { announce } from './announcing.js';
import { lockRecordable, type Recordable, type RecordRef } from './recordable.js';

/** What one of the two typed about an action that the two agreed on. */
export interface Agreement {
  /** Made when the form was opened, so that sending it twice makes one action. */
  actionItemId: string;
  what: string;
  measure: string;
  dueOn: Day | undefined;
  competencyKey: string | undefined;
  side: ActionItemSide;
  /** Of a change: the version that the form showed. */
  version?: number | undefined;
}

/** `conflict`: the other one has changed the action meanwhile, so nothing was saved. */
export type AgreementResult = { saved: true } | { conflict: ActionItem };

/**
 * Notes an action, or changes it where there is one with this id; nothing where it has changed since
 * the version that the form showed. Throws FieldError for what can't be so, UserFacingError where there
 * is no record yet, somebody else is the manager by now, or the action is closed.
 */
export async function agreeOn(
  context: Context,
  ref: RecordRef,
  agreement: Agreement,
): Promise<AgreementResult> {
  const at = context.clock.now();
  const { what, measure } = agreement;
  checkText('what', what, 'Say in a few words what is to be done.');
  checkText('measure', measure, 'Say how the two of you will see that it is done.');
  const competencyKey = await requireCompetency(context, ref, agreement.competencyKey);
  return context.db.$transaction(async (tx): Promise<AgreementResult> => {
    const recordable = await lockRecordable(tx, ref);
    const { conversation, report, manager, side: by } = recordable;
    if (!conversation) {
      throw new UserFacingError(
        'Say first when you talked; open the record again. Nothing is saved.',
      );
    }
    const { side } = agreement;
    const owner = side === 'report' ? report : manager;
    const before = await findBefore(tx, agreement.actionItemId, conversation.id);
    if (before && agreement.version !== undefined && before.row.version !== agreement.version) {
      return { conflict: toActionItem(before.row, at) };
    }
    const dueOn = requireDay(agreement.dueOn, localDay(at, owner.timeZone), before?.dueOn);
    const text = { what, measure, dueOn, competencyKey, ownerId: owner.id };
    if (before && sameAgreement(before, text)) return { saved: true };
    await write(tx, recordable, { actionItemId: agreement.actionItemId, text, at, isNew: !before });
    await announce(tx, conversation, { at, by });
    return { saved: true };
  });
}

async function findBefore(tx: Transaction, id: string, conversationId: string) {
  await tx.$queryRaw`SELECT id FROM action_item WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.actionItem.findUnique({ where: { id }, include: actionItemParts });
  if (!row) return undefined;
  if (row.conversationId !== conversationId) {
    throw new UserFacingError(
      "I can't find that action in this conversation. Nothing has changed.",
    );
  }
  const transition = transitionActionItem(row.state, 'reschedule');
  if ('refused' in transition) throw new UserFacingError(closedWords(transition.refused));
  const { what, measure, ownerId } = row;
  const competencyKey = row.competencyKey ?? undefined;
  return { row, what, measure, ownerId, dueOn: dayFromDate(row.dueOn), competencyKey };
}

async function write(
  tx: Transaction,
  { conversation, report, side: addedBy }: Recordable,
  {
    actionItemId,
    text,
    at,
    isNew,
  }: { actionItemId: string; text: Parameters<typeof sameAgreement>[0]; at: Date; isNew: boolean },
): Promise<void> {
  const { dueOn, competencyKey, ...rest } = text;
  const data = { ...rest, dueOn: dateFromDay(dueOn), competencyKey: competencyKey ?? null };
  if (!isNew) {
    await tx.actionItem.update({
      where: { id: actionItemId },
      data: { ...data, version: { increment: 1 } },
    });
    return;
  }
  const { workspaceId, id: personId } = report;
  const conversationId = conversation?.id ?? null;
  await tx.actionItem.create({
    data: {
      ...data,
      id: actionItemId,
      ...{ workspaceId, personId, conversationId, addedBy, createdAt: at },
    },
  });
}
