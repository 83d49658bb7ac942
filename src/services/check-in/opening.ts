import type { CheckIn as CheckInRow } from '../../database/index.js';
import type { Context } from '../context.js';
import { type Cycle, findOpenCycle, nextCycle } from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';
import { findPerson, type Person } from '../person/index.js';
import { isUnassessed, lockCheckIn } from './changes.js';
import { choosePin, type PinKeys, repin } from './pin.js';
import { type CheckIn, type CheckInRef, readCheckIn } from './reading.js';

/** The result of opening a check-in. */
export type OpenedCheckIn =
  | { kind: 'page'; checkIn: CheckIn }
  | { kind: 'submitted'; checkIn: CheckIn }
  /** Between two cycles; `next` if one is planned. */
  | { kind: 'no_cycle'; next: Cycle | undefined; person: Person }
  /** Without a role in the framework there is nothing to reflect against. */
  | { kind: 'no_role'; cycle: Cycle; person: Person };

interface Who {
  workspaceId: string;
  personId: string;
}

/**
 * The person's check-in in the open cycle, begun now if it is the first time. It is pinned to the
 * cycle's framework version and the person's role; a draft without an answer follows a new role.
 * Throws UserFacingError if there is no such person in the workspace.
 */
export async function openCheckIn(context: Context, who: Who): Promise<OpenedCheckIn> {
  const { workspaceId, personId } = who;
  const person = await findPerson(context, who);
  if (!person) throw new UserFacingError("I don't know you in this workspace yet. Try again.");
  const cycle = await findOpenCycle(context, workspaceId, personId);
  if (!cycle) {
    return { kind: 'no_cycle', next: await nextCycle(context, workspaceId, personId), person };
  }

  const begun = await context.db.checkIn.findFirst({ where: { cycleId: cycle.id, personId } });
  const pin = await choosePin(context, cycle, person.roleKey);
  const row = begun ?? (pin && (await begin(context, cycle, who, pin)));
  if (!row) return { kind: 'no_role', cycle, person };
  const ref = { workspaceId, personId, checkInId: row.id };
  if (begun && pin && begun.roleKey !== pin.roleKey) await followRole(context, ref, pin);
  const checkIn = await readCheckIn(context, ref);
  return { kind: checkIn.state === 'draft' ? 'page' : 'submitted', checkIn };
}

/** Two first openings at once make one check-in. */
async function begin(context: Context, cycle: Cycle, who: Who, pin: PinKeys): Promise<CheckInRow> {
  const { workspaceId, personId } = who;
  const startedAt = context.clock.now();
  const [made] = await context.db.checkIn.createManyAndReturn({
    data: [{ workspaceId, personId, ...pin, cycleId: cycle.id, startedAt }],
    skipDuplicates: true,
  });
  return made ?? context.db.checkIn.findFirstOrThrow({ where: { cycleId: cycle.id, personId } });
}

/** If the person's role changed before the first answer, pins the check-in to the new one. */
async function followRole(context: Context, ref: CheckInRef, pin: PinKeys): Promise<void> {
  await context.db.$transaction(async (tx) => {
    const row = await lockCheckIn(tx, ref);
    const answers = await tx.checkInAnswer.count({ where: { checkInId: row.id } });
    if (row.state !== 'draft' || answers > 0 || !(await isUnassessed(tx, row))) return;
    await repin(tx, row, pin);
  });
}
