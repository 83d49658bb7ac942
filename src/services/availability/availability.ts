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
import {
  addDays,
  type Day,
  dateFromDay,
  dayFromDate,
  daysBetween,
  isDay,
} from '../../domain/time/day.js';
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

/** An absence of more than three months is taken once its last day is confirmed. */
export class LongAbsenceError extends FieldError {
  override name = 'LongAbsenceError';

  constructor(
    readonly through: Day,
    /** How many days it has, with the first and the last one. */
    readonly days: number,
  ) {
    super('through', 'That is more than three months. Say once more that it is right.');
  }
}

export interface AwayInput extends QuietInput {
  through: Day | undefined;
  /** The last day that the person was asked about, and said yes to. */
  confirmed?: Day | undefined;
}

/**
 * Puts all messages off through a day. Throws FieldError for a day that is past or too far, and
 * LongAbsenceError for one that is to be confirmed.
 */
export function goAway(
  context: Context,
  { through, confirmed, ...who }: AwayInput,
): Promise<QuietResult> {
  return changeQuiet(context, who, ({ timeZone, at }) => {
    if (through === undefined || !isDay(through)) {
      throw new FieldError('through', 'Pick the last day on which you are away.');
    }
    const today = localDay(at, timeZone);
    const problem = awayProblem(through, today);
    if (problem === 'past') {
      throw new FieldError('through', 'That day is past. Pick today or a later day.');
    }
    if (problem === 'too_far') {
      throw new FieldError('through', 'Pick a day within a year from now.');
    }
    if (problem === 'long' && through !== confirmed) {
      throw new LongAbsenceError(through, daysBetween(today, through) + 1);
    }
    return { awayThrough: dateFromDay(through) };
  });
}

/**
 * Ends snooze and absence: waiting messages are sent, in working hours. Those that were to come again
 * afterwards don't: their reader has had them.
 */
export async function comeBack(context: Context, who: Omit<QuietInput, 'message'>): Promise<void> {
  await changeQuiet(context, who, () => ({ snoozedUntil: null, awayThrough: null }), isAskedAgain);
}

/** A message that was sent before and is held to come again. */
const isAskedAgain = { state: 'held', sentAt: { not: null } } as const;

interface Now {
  timeZone: string;
  workingDays: number[];
  at: Date;
}

async function changeQuiet(
  { db, clock }: Context,
  { workspaceId, personId, message }: QuietInput,
  wish: (now: Now) => { snoozedUntil?: Date | null; awayThrough?: Date | null },
  takenBack?: typeof isAskedAgain,
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
