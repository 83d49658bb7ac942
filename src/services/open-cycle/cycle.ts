import type { Cycle as CycleRow } from '../../database/index.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';

/** One cycle with its dates. */
export interface Cycle {
  id: string;
  workspaceId: string;
  name: string;
  opensOn: Day;
  dueOn: Day;
  reviewOn: Day;
  /** It is for its members alone. */
  forSome?: true;
  /** Pinned when the cycle opens. */
  frameworkVersionId?: string;
  openedAt?: Date;
  /** When an admin closed it before its end, or cancelled it. */
  closedAt?: Date;
  cancelledAt?: Date;
}

export function toCycle(row: CycleRow): Cycle {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    name: row.name,
    opensOn: dayFromDate(row.opensOn),
    dueOn: dayFromDate(row.dueOn),
    reviewOn: dayFromDate(row.reviewOn),
    ...(row.forSome && { forSome: true as const }),
    ...(row.frameworkVersionId !== null && { frameworkVersionId: row.frameworkVersionId }),
    ...(row.openedAt !== null && { openedAt: row.openedAt }),
    ...(row.closedAt !== null && { closedAt: row.closedAt }),
    ...(row.cancelledAt !== null && { cancelledAt: row.cancelledAt }),
  };
}
