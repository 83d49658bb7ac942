import type { ActionResult } from '../../contract.js';
import type { Core } from '../core.js';
import type { Ack } from '../delivery/deliver.js';
import { CannotDo } from '../state/cannot-do.js';
import type { StoredSeat } from '../state/types.js';

/** Returns the result of an action that was sent to the app. */
export function dispatched(ack: Ack, more: Partial<ActionResult> = {}): ActionResult {
  return { ok: more.problem === undefined, dispatched: true, request: ack.request, ...more };
}

/** Returns the result of an action that was not sent to the app. */
export function notDispatched(more: Partial<ActionResult> = {}): ActionResult {
  return { ok: true, dispatched: false, ...more };
}

/** Returns a person's seat. Throws CannotDo for a bot, an unknown person, or one who left. */
export function seatOf(core: Core, personId: string): StoredSeat {
  const seat = core.store.seats.get(personId);
  if (!seat) throw new CannotDo(`Nobody has the id ${personId}.`);
  if (core.store.person(personId).deleted) throw new CannotDo(`${personId} has left.`);
  return seat;
}
