import type { ActionItemResult } from '../../contract.js';
import type { Core } from '../core.js';
import type { Ack } from '../delivery/deliver.js';
import { CannotDo } from '../state/cannot-do.js';
import type { StoredSeat } from '../state/types.js';

/** The result of an action that the app was told of. */
export function told(ack: Ack, more: Partial<ActionItemResult> = {}): ActionItemResult {
  return { ok: more.problem === undefined, dispatched: true, request: ack.request, ...more };
}

/** The result of an action that stays with the person. */
export function hasUnsentChanges(more: Partial<ActionItemResult> = {}): ActionItemResult {
  return { ok: true, dispatched: false, ...more };
}

/** A person's seat. Throws CannotDo for a bot, a stranger, or a person who left. */
export function seatOf(core: Core, personId: string): StoredSeat {
  const seat = core.store.seats.get(personId);
  if (!seat) throw new CannotDo(`Nobody has the id ${personId}.`);
  if (core.store.person(personId).deleted) throw new CannotDo(`${personId} has left.`);
  return seat;
}
