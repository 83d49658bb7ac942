import type { Person as PersonRow, Transaction } from '../../database/index.js';
import { reachableFrom, unavailableUntil } from '../../domain/availability/availability.js';
import { lastDayOf } from '../../domain/cycle/cycle.js';
import { addDays } from '../../domain/time/day.js';
import { instantAt } from '../../domain/time/time-zone.js';
import type { WorkingTime } from '../../domain/time/working-days.js';
import type { Context } from '../context.js';
import { toCycle } from '../open-cycle/index.js';
import { availabilityOf } from './availability.js';

/** A sent message, by its channel and timestamp. */
export interface SentMessage {
  channelId: string;
  ts: string;
}

/**
 * A person who snoozes or is away, and the message with the pressed button: it comes again
 * afterwards.
 */
export interface AvailabilityInput {
  workspaceId: string;
  personId: string;
  message?: SentMessage | undefined;
}

/** The earliest instant of the next message. */
export interface AvailabilityChange {
  until: Date;
}

/** A message that was sent before and is held to come again. */
export const isAskedAgain = { state: 'held', sentAt: { not: null } } as const;

interface Now {
  timeZone: string;
  working: WorkingTime;
  at: Date;
}

/**
 * Changes a person's availability, and lets their held messages be decided once they can have
 * messages again. `takenBack`: messages that need not come again.
 */
export async function changeAvailability(
  { db, clock }: Context,
  { workspaceId, personId, message }: AvailabilityInput,
  choose: (now: Now) => { snoozedUntil?: Date | null; awayThrough?: Date | null },
  takenBack?: typeof isAskedAgain,
): Promise<AvailabilityChange> {
  const at = clock.now();
  return db.$transaction(async (tx) => {
    const working = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const before = await tx.person.findUniqueOrThrow({ where: { id: personId, workspaceId } });
    const { timeZone } = before;
    const person = await tx.person.update({
      where: { id: personId },
      data: choose({ timeZone, working, at }),
    });
    const availability = availabilityOf(person);
    const until =
      reachableFrom(availability, at, working) ?? unavailableUntil(availability, at) ?? at;
    if (message) await holdAgain(tx, { person, message });
    const mine = { workspaceId, recipientId: personId };
    if (takenBack) {
      const data = { state: 'sent' as const };
      await tx.delivery.updateMany({ where: { ...mine, ...takenBack }, data });
    }
    await tx.delivery.updateMany({
      where: {
        ...mine,
        // A nudge that was to wait for longer needn't any more.
        OR: [{ state: 'held' }, { state: 'due', kind: 'nudge', dueAt: { gt: until } }],
      },
      data: { dueAt: until },
    });
    return { until };
  });
}

/** Holds a sent message's deliveries again, to be decided anew, while their cycle is open. */
async function holdAgain(
  tx: Transaction,
  { person, message }: { person: PersonRow; message: SentMessage },
): Promise<void> {
  const { workspaceId, id: recipientId, timeZone } = person;
  const rows = await tx.delivery.findMany({
    where: {
      workspaceId,
      recipientId,
      slackChannelId: message.channelId,
      slackTs: message.ts,
      state: { in: ['sent', 'held'] },
    },
  });
  if (rows.length === 0) return;
  const cycles = (await tx.cycle.findMany({ where: { workspaceId } })).map(toCycle);
  for (const { id, cycleId, expiresAt } of rows) {
    const cycle = cycles.find((one) => one.id === cycleId);
    const closes = cycle && instantAt(addDays(lastDayOf(cycle, cycles), 1), 0, timeZone);
    const longer = expiresAt && closes && closes > expiresAt ? { expiresAt: closes } : {};
    await tx.delivery.update({ where: { id }, data: { state: 'held', ...longer } });
  }
}
