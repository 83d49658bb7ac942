import type { Person } from '../../database/index.js';
import { decideEarly, nextSteps } from '../../domain/reminder/early-steps.js';
import type { MessageKind } from '../../domain/reminder/message-kinds.js';
import type { Step } from '../../domain/reminder/steps.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Context } from '../context.js';
import { type Cycle, toCycle } from '../cycle/index.js';
import { peopleByPages } from '../person/index.js';
import { readUninstalled, uninstalledText } from '../workspace/index.js';
import {
  findCycle,
  nobodyToWriteTo,
  refusal,
  refuseClosed,
  refuseToOpen,
  refuseTooEarly,
  stillOpen,
} from './early-refusals.js';
import { readFacts } from './facts.js';
import { type PlannedCycle, planOf } from './planned-cycle.js';

export interface EarlyInput {
  workspaceId: string;
  /** The cycle's name, whatever its letters' case. */
  cycleName: string;
}

export interface EarlyMessage {
  recipient: Pick<Person, 'id' | 'slackUserId' | 'name' | 'timeZone'>;
  kind: MessageKind;
  step: string;
}

/** What sending a cycle's next step today would do. */
export interface EarlyPlan {
  planned: PlannedCycle;
  /** The steps to send; all on the same day. */
  steps: Step[];
  /** Set where the cycle is not open yet and would open today. */
  opens: { closes: string | undefined } | undefined;
  messages: EarlyMessage[];
  /** How many would get something and are left out. */
  leftOut: { unavailable: number; writtenToToday: number };
  /** The day of what comes after it, if anything does before the reviews. */
  nextOn: Day | undefined;
}

/**
 * Returns the recipients of a cycle's next step if it is sent today. Writes nothing. Throws
 * UserFacingError, in words for an operator, where there is no such cycle, or nothing of it can be
 * sent early.
 */
export async function planEarly(
  context: Context,
  { workspaceId, cycleName }: EarlyInput,
): Promise<EarlyPlan> {
  const { db, clock } = context;
  const uninstalled = await readUninstalled(context, workspaceId);
  if (uninstalled) throw refusal(uninstalledText(uninstalled));
  const now = clock.now();
  const today = dayFromDate(now);
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const where = { workspaceId, cancelledAt: null };
  const rows = await db.cycle.findMany({ where, orderBy: { reviewOn: 'asc' } });
  const cycles = rows.map(toCycle);
  const cycle = findCycle(cycles, cycleName);
  refuseClosed(cycle, { cycles, now });
  if (!cycle.openedAt) refuseToOpen(cycle, { cycles, today });
  const planned = planOf(workspace, cycle, cycles);
  const ahead = nextSteps(planned.plan, today);
  // Nobody knows of a cycle that isn't open: it begins with the invitation.
  const steps = cycle.openedAt ? ahead : ahead.filter(({ kind }) => kind === 'invitation');
  const [step] = steps;
  if (!step) throw refusal(`${cycle.name} has nothing more to send before its reviews.`);
  refuseTooEarly(cycle, { step, today });
  const { messages, leftOut, people } = await recipientsOf(context, { planned, steps, now });
  if (messages.length === 0) throw nobodyToWriteTo(cycle, { step, leftOut, people });
  const [next] = nextSteps(planned.plan, step.sendsOn);
  return {
    ...{ planned, steps, messages, leftOut, nextOn: next?.sendsOn },
    opens: cycle.openedAt ? undefined : { closes: stillOpen(cycles, now)?.name },
  };
}

/** Returns the recipients of these steps on their day, and how many can't get a message now. */
async function recipientsOf(
  { db }: Pick<Context, 'db'>,
  { planned, steps, now }: { planned: PlannedCycle; steps: readonly Step[]; now: Date },
) {
  const { cycle } = planned;
  const messages: EarlyMessage[] = [];
  const leftOut = { unavailable: 0, writtenToToday: 0 };
  let people = 0;
  for await (const page of peopleByPages(db, { workspaceId: cycle.workspaceId, leftAt: null })) {
    const recipients = await readFacts(db, { cycle, people: page, at: now });
    const lastSent = await lastSentTo(db, cycle, page);
    for (const { person, facts } of recipients) {
      if (facts.participates || facts.team) people += 1;
      const { id, slackUserId, name, timeZone } = person;
      const asked = { ...facts, unavailableUntil: undefined };
      const mine = steps.flatMap((step) => decideEarly(planned.plan, asked, step) ?? []);
      const last = lastSent.get(id);
      if (mine.length === 0) continue;
      if (facts.unavailableUntil) leftOut.unavailable += 1;
      else if (last && localDay(last, timeZone) === localDay(now, timeZone)) {
        leftOut.writtenToToday += 1;
      } else {
        const recipient = { id, slackUserId, name, timeZone };
        messages.push(...mine.map(({ kind, step }) => ({ recipient, kind, step })));
      }
    }
  }
  return { messages, leftOut, people };
}

/** When each of these people last got something about the cycle. */
async function lastSentTo(
  db: Context['db'],
  cycle: Cycle,
  people: readonly Person[],
): Promise<Map<string, Date>> {
  const rows = await db.delivery.groupBy({
    by: ['recipientId'],
    where: {
      cycleId: cycle.id,
      recipientId: { in: people.map(({ id }) => id) },
      kind: { in: ['invitation', 'reminder', 'digest', 'nudge'] },
      sentAt: { not: null },
    },
    _max: { sentAt: true },
  });
  return new Map(
    rows.flatMap(({ recipientId, _max }) => (_max.sentAt ? [[recipientId, _max.sentAt]] : [])),
  );
}
