import type { DeliveryState } from '../../database/index.js';
import { laterOf } from '../../domain/cycle/cycle.js';
import { expiryOf } from '../../domain/reminder/cycle-plan.js';
import { momentOf } from '../../domain/reminder/early-steps.js';
import { addDays, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Administrator } from '../access/index.js';
import { recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import {
  claimEarly,
  isOver,
  type Messenger,
  type Run,
  recordDeliveries,
  sendClaimed,
} from '../delivery/index.js';
import { timeZonesOf } from '../workspace/index.js';
import { type EarlyInput, type EarlyMessage, type EarlyPlan, planEarly } from './early-plan.js';
import { planKinds } from './kinds.js';

/** The outcome of a message; `obsolete` and `due`: it comes on its day. */
export type EarlyOutcome = EarlyMessage & { cycleName: string; state: DeliveryState };

/** So many people are claimed at a time. */
const batchSize = 50;

/**
 * Sends the next step of a cycle today, at any hour, and opens the cycle today where that step is
 * its invitation; the audit log has it. The step doesn't come again on its day, except for messages that could not be
 * sent. Returns the outcome of each message. Throws UserFacingError, having changed nothing, where
 * `planEarly` does.
 */
export async function sendEarly(
  context: Context,
  messenger: Messenger,
  { signal, by, ...input }: EarlyInput & { by: Administrator; signal?: AbortSignal | undefined },
): Promise<EarlyOutcome[]> {
  const plan = await planEarly(context, input);
  const { workspaceId } = input;
  const { name } = plan.planned.cycle;
  await recordChange(context.db, {
    ...{ workspaceId, by, action: 'sent_early', at: context.clock.now() },
    ...{ subject: name, before: '', after: `${plan.messages.length}` },
  });
  if (plan.opens) await openToday(context, plan);
  const run: Run = { context, messenger, workspaceId, ...(signal && { signal }) };
  const recipientIds = [...new Set(plan.messages.map(({ recipient }) => recipient.id))];
  while (recipientIds.length > 0 && !isOver(run)) {
    await sendTo(run, plan, recipientIds.splice(0, batchSize));
  }
  return outcomesOf(context, plan);
}

/** The cycle's first day is today then, so that all that counts from it stays true. */
async function openToday(context: Context, { planned: { cycle } }: EarlyPlan): Promise<void> {
  const { db, clock, frameworks } = context;
  const { id, workspaceId } = cycle;
  const now = clock.now();
  const zones = await timeZonesOf(db, workspaceId);
  const [today = dayFromDate(now)] = zones.map((timeZone) => localDay(now, timeZone)).sort();
  const before = await db.cycle.findFirst({
    where: { workspaceId, reviewOn: { lt: dateFromDay(cycle.reviewOn) } },
    orderBy: { reviewOn: 'desc' },
  });
  const earliest = before ? addDays(dayFromDate(before.reviewOn), 1) : today;
  await db.cycle.updateMany({
    where: { id, openedAt: null },
    data: {
      opensOn: dateFromDay(laterOf(today, earliest)),
      openedAt: now,
      frameworkVersionId: frameworks.current(workspaceId).id,
    },
  });
}

/**
 * Recorded for its day and claimed at once: if this process ends, unsent messages are decided anew
 * on their day.
 */
async function sendTo(run: Run, early: EarlyPlan, recipientIds: string[]): Promise<void> {
  const { steps, messages } = early;
  const { cycle, plan } = early.planned;
  const mine = messages.filter(({ recipient }) => recipientIds.includes(recipient.id));
  await recordDeliveries(
    run.context.db,
    mine.flatMap(({ recipient: { id, timeZone }, kind, step }) => {
      const asked = steps.find((one) => one.kind === kind && one.name === step);
      const dueAt = asked && momentOf(asked, timeZone, plan);
      if (!dueAt) return [];
      const { workspaceId } = run;
      const expiresAt = expiryOf(plan, { step, timeZone, repeats: false });
      const addressed = { workspaceId, cycleId: cycle.id, recipientId: id };
      return [planKinds[kind].delivery({ ...addressed, step, dueAt, expiresAt })];
    }),
  );
  const claims = await claimEarly(run.context.db, { cycleId: cycle.id, steps, recipientIds });
  await sendClaimed(run, claims);
}

/** As it is recorded: a running server may have sent one of them in its own run. */
async function outcomesOf({ db }: Context, plan: EarlyPlan): Promise<EarlyOutcome[]> {
  const { planned, steps, messages } = plan;
  const rows = await db.delivery.findMany({
    where: {
      cycleId: planned.cycle.id,
      OR: steps.map(({ kind, name }) => ({ kind, step: name })),
    },
    select: { recipientId: true, kind: true, step: true, state: true },
  });
  const states = new Map(rows.map((row) => [keyOf(row.recipientId, row), row.state]));
  return messages.map((message) => ({
    ...message,
    cycleName: planned.cycle.name,
    state: states.get(keyOf(message.recipient.id, message)) ?? 'due',
  }));
}

function keyOf(recipientId: string, { kind, step }: { kind: string; step: string }): string {
  return `${recipientId} ${kind} ${step}`;
}
