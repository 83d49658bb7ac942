import type { Context } from './context.js';
import { ensureCycles, openDueCycles } from './cycles.js';
import { recordDeliveries } from './deliveries.js';
import { planDueActions } from './due-actions.js';
import type { Messenger } from './messenger.js';
import { planReminders } from './reminder-planning.js';
import { type PreviewedReminder, preview } from './reminder-preview.js';
import { type SentReminder, sendDue } from './sending.js';

export type { PreviewedReminder, SentReminder };

export interface SendRemindersInput {
  /** As of when: what is due at this instant is sent, whatever the clock says. */
  at: Date;
  /** One workspace; all of them if left out. */
  workspaceId?: string;
  /** Once aborted, what is under way ends and nothing new begins. */
  signal?: AbortSignal;
}

export interface PreviewInput {
  workspaceId: string;
  from: Date;
  /** Leaves out what would come later. */
  until?: Date;
}

/**
 * Everything that would be sent from an instant on, soonest first, if nobody did anything: in the
 * running cycle and the ones that come. Sends and writes nothing.
 */
export async function previewReminders(
  context: Context,
  { workspaceId, from, until }: PreviewInput,
): Promise<PreviewedReminder[]> {
  const reminders = await preview(context, { workspaceId, from });
  return until === undefined ? reminders : reminders.filter(({ at }) => at <= until);
}

/** When the next message would go out, if nobody did anything; undefined if none would. */
export async function nextReminderAt(
  context: Context,
  input: PreviewInput,
): Promise<Date | undefined> {
  return (await previewReminders(context, input))[0]?.at;
}

/**
 * Sends everything that is due: makes and opens cycles, decides whom they write to, and sends it. Out
 * comes what left. Doing it again at the same instant sends nothing again, and any number of
 * processes may do it at once.
 */
export async function sendReminders(
  context: Context,
  messenger: Messenger,
  { at, workspaceId, signal }: SendRemindersInput,
): Promise<SentReminder[]> {
  const workspaces = await context.db.workspace.findMany({
    where: workspaceId === undefined ? {} : { id: workspaceId },
    select: { id: true },
  });
  const sent: SentReminder[] = [];
  for (const { id } of workspaces) {
    await ensureCycles(context, { workspaceId: id, at });
    await openDueCycles(context, { workspaceId: id, at });
    await recordDeliveries(context.db, [
      ...(await planReminders(context, { workspaceId: id, at })),
      ...(await planDueActions(context, { workspaceId: id, at })),
    ]);
    const input = { workspaceId: id, at, ...(signal && { signal }) };
    sent.push(...(await sendDue(context, messenger, input)));
  }
  return sent;
}
