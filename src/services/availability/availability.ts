import type { Person as PersonRow, Transaction } from '../../database/index.js';
import {
  awayProblem,
  type Quiet,
  reachableFrom,
  type SnoozeChoice,
  snoozeEnd,
  unavailableUntil,
  unknownUntil,
} from '../../domain/availability/availability.js';
import { lastDayOf } from '../../domain/cycle/cycle.js';
import { addDays, type Day, dateFromDay, dayFromDate, isDay } from '../../domain/time/day.js';
import { instantAt, localDay } from '../../domain/time/working-hours.js';
import type { Context } from '../context.js';
import { toCycle } from '../cycle/index.js';
import { FieldError } from '../errors/index.js';

/** A sent message, by its channel and timestamp. */
export interface SentMessage {
  channelId: string;
  ts: string;
}

/**
 * A person who snoozes or is away, and the message with the pressed button: it comes again
 * afterwards.
 */
export interface QuietInput {
  workspaceId: string;
  personId: string;
  message?: SentMessage | undefined;
}

/** The earliest instant of the next message. */
export interface QuietResult {
  until: Date;
}

type QuietRow = Pick<
  PersonRow,
  'timeZone' | 'snoozedUntil' | 'awayThrough' | 'profileReadAt' | 'createdAt'
>;

/** What the rules need to know of why nothing is sent to somebody for now. */
export function quietOf(person: QuietRow): Quiet {
  return { ...wishOf(person), unknownUntil: unknownUntil(person) };
}

/** The same as far as the person wished for it. */
export function wishOf({ timeZone, snoozedUntil, awayThrough }: QuietRow): Quiet {
  const through = awayThrough && dayFromDate(awayThrough);
  return { timeZone, snoozedUntil, awayThrough: through, unknownUntil: null };
}

/** Snoozes all messages. A second press of the same choice changes nothing but seconds. */
export function remindLater(
  context: Context,
  { choice, ...who }: QuietInput & { choice: SnoozeChoice },
): Promise<QuietResult> {
  return changeQuiet(context, who, ({ timeZone, workingDays, at }) => ({
    snoozedUntil: snoozeEnd(choice, at, { timeZone, workingDays }),
  }));
}

/** Puts all messages off through a day. Throws FieldError for a day that is past or too far. */
export function goAway(
  context: Context,
  { through, ...who }: QuietInput & { through: Day | undefined },
): Promise<QuietResult> {
  return changeQuiet(context, who, ({ timeZone, at }) => {
    if (through === undefined || !isDay(through)) {
      throw new FieldError('through', 'Pick the last day on which you are away.');
    }
    const problem = awayProblem(through, localDay(at, timeZone));
    if (problem === 'past') {
      throw new FieldError('through', 'That day is past. Pick today or a later day.');
    }
    if (problem === 'too_far') {
      throw new FieldError('through', 'Pick a day within a year from now.');
    }
    return { awayThrough: dateFromDay(through) };
  });
}

/** Ends snooze and absence: waiting messages are sent, in working hours. */
export async function comeBack(context: Context, who: QuietInput): Promise<void> {
  await changeQuiet(context, who, () => ({ snoozedUntil: null, awayThrough: null }));
}

interface Now {
  timeZone: string;
  workingDays: number[];
  at: Date;
}

async function changeQuiet(
  { db, clock }: Context,
  { workspaceId, personId, message }: QuietInput,
  wish: (now: Now) => { snoozedUntil?: Date | null; awayThrough?: Date | null },
): Promise<QuietResult> {
  const at = clock.now();
  return db.$transaction(async (tx) => {
    const { workingDays } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const before = await tx.person.findUniqueOrThrow({ where: { id: personId, workspaceId } });
    const { timeZone } = before;
    const person = await tx.person.update({
      where: { id: personId },
      data: wish({ timeZone, workingDays, at }),
    });
    const quiet = quietOf(person);
    const until = reachableFrom(quiet, at, workingDays) ?? unavailableUntil(quiet, at) ?? at;
    if (message) await holdAgain(tx, { person, message });
    await tx.delivery.updateMany({
      where: {
        workspaceId,
        recipientId: personId,
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
