import type { Context } from '../context.js';
import { endExclusions, ensureCycles, markClosedCycles, openDueCycles } from '../cycle/index.js';
import {
  type Messenger,
  redrawAll,
  removePosts,
  type SentReminder,
  sendDue,
} from '../delivery/index.js';
import { announceVersions } from '../framework/index.js';
import { revealLeftovers } from '../reveal/index.js';
import { planCycleChanges } from './change-planning.js';
import type { PreviewedReminder } from './foreseen.js';
import { type PlanInput, planAndRecord } from './planning.js';
import { preview } from './preview.js';
import { planWelcomes } from './welcome-planning.js';

export type { PreviewedReminder, SentReminder };

export interface PreviewInput {
  workspaceId: string;
  from: Date;
  /** Leaves out what would come later. */
  until?: Date;
}

/**
 * Returns everything that would be sent from an instant on, soonest first, if nobody did anything:
 * in the current cycle and the next ones. Writes nothing.
 */
export async function previewReminders(
  context: Context,
  { workspaceId, from, until }: PreviewInput,
): Promise<PreviewedReminder[]> {
  const reminders = await preview(context, { workspaceId, from });
  return until === undefined ? reminders : reminders.filter(({ at }) => at <= until);
}

/** Returns when the next message would be sent, if nobody did anything; undefined if none would. */
export async function nextReminderAt(
  context: Context,
  input: PreviewInput,
): Promise<Date | undefined> {
  return (await previewReminders(context, input))[0]?.at;
}

/**
 * Creates, opens and closes cycles by the context's clock, ends exclusions, reveals what a crash left unrevealed, decides
 * the messages of now to newcomers, about a new version of the ladder and about the cycles, and records them. A second
 * call records nothing.
 */
export async function planMessages(context: Context, input: PlanInput): Promise<void> {
  const { workspaceId } = input;
  await ensureCycles(context, workspaceId);
  await openDueCycles(context, workspaceId);
  await markClosedCycles(context, workspaceId);
  await endExclusions(context, workspaceId);
  await revealLeftovers(context, { workspaceId, at: context.clock.now() });
  await announceVersions(context, input);
  await planCycleChanges(context, input);
  await planWelcomes(context, input);
  await planAndRecord(context, input);
}

/**
 * Plans and sends everything that is due now, by the context's clock, and draws posts anew that are no
 * longer so; there is no way to ask for
 * another instant. Returns what left. Doing it again sends nothing again, and any number of processes
 * may do it at once. Where Slack asks to wait, and once `signal` is aborted, the rest is left for the
 * next time.
 */
export async function sendReminders(
  context: Context,
  messenger: Messenger,
  workspaceId: string,
  signal?: AbortSignal,
): Promise<SentReminder[]> {
  await planMessages(context, { workspaceId, signal });
  const sent: SentReminder[] = [];
  const note = (one: SentReminder) => void sent.push(one);
  const { waitMs } = await sendDue(context, messenger, {
    workspaceId,
    note,
    ...(signal && { signal }),
  });
  if (waitMs !== undefined) return sent;
  await redrawAll(context, messenger, { workspaceId, signal });
  while (!signal?.aborted) {
    const removed = await removePosts(context, messenger, { workspaceId, signal });
    if (!removed.more || removed.waitMs !== undefined) break;
  }
  return sent;
}
