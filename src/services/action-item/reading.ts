import type { Transaction } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import {
  type ActionItem,
  type ActionItemRow,
  actionItemParts,
  toActionItem,
} from './action-items.js';

/** An actor and an action item. */
export interface ActionItemRef {
  workspaceId: string;
  /** The actor: the report, or their manager of today. */
  personId: string;
  actionItemId: string;
}

/**
 * One action, for the report or their manager of today. Throws UserFacingError for everybody else,
 * former managers included.
 */
export async function readActionItem(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  ref: ActionItemRef,
): Promise<ActionItem> {
  return toActionItem(await findAllowed(db, ref), clock.now());
}

export async function findAllowed(
  db: Pick<Context['db'], 'actionItem'> | Transaction,
  { workspaceId, personId, actionItemId }: ActionItemRef,
): Promise<ActionItemRow> {
  const row = await db.actionItem.findFirst({
    where: { id: actionItemId, workspaceId },
    include: actionItemParts,
  });
  if (!row) throw new UserFacingError("I can't find that action any more. Nothing has changed.");
  if (may('followActionItems', { relation: relationOf(personId, row.person) })) return row;
  throw new UserFacingError(
    'This action is between a report and their manager of today, and you are neither. Nothing has changed.',
  );
}
