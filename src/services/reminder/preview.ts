import type { Workspace } from '../../database/index.js';
import { comingCycles, openDaysAfterReview } from '../../domain/cycle/cycle.js';
import { arrange, type Part } from '../../domain/delivery/message-order.js';
import { addDays, dayFromDate } from '../../domain/time/day.js';
import { dueAskings } from '../action-item/index.js';
import type { Context } from '../context.js';
import { type Cycle, paceOf, toCycle } from '../cycle/index.js';
import type { Foreseen, PreviewedReminder } from './foreseen.js';
import { previewCycle, unmadeCycleId } from './preview-cycle.js';
import { previewWaiting } from './preview-waiting.js';

/** What `previewReminders` shows: see there. */
export async function preview(
  context: Context,
  { workspaceId, from }: { workspaceId: string; from: Date },
): Promise<PreviewedReminder[]> {
  const { db } = context;
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const cycles = await cyclesAhead({ db }, workspace, from);
  const foreseen = await previewWaiting(context, workspace, from);
  const invitedAt = new Map(
    foreseen
      .filter(({ kind }) => kind === 'invitation')
      .map(({ recipient, at }) => [recipient.id, at]),
  );
  for (const cycle of cycles) {
    foreseen.push(...(await previewCycle({ db }, { workspace, cycle, cycles, from, invitedAt })));
  }
  foreseen.push(...(await previewDueActionItems({ db }, workspace, from)));
  return combined(context, foreseen).sort(
    (one, other) =>
      one.at.getTime() - other.at.getTime() ||
      one.recipient.slackUserId.localeCompare(other.recipient.slackUserId),
  );
}

/** Removes messages that another one to the same person at the same time includes. */
function combined({ messages }: Context, foreseen: Foreseen[]): PreviewedReminder[] {
  const together = new Map<string, (Foreseen & Part)[]>();
  for (const one of foreseen) {
    const key = `${one.at.getTime()} ${one.recipient.id}`;
    const part = { ...one, recipientId: one.recipient.id };
    together.set(key, [...(together.get(key) ?? []), part]);
  }
  return [...together.values()].flatMap((parts) =>
    arrange(parts, messages.definitions).kept.map(({ at, recipient, kind, step, about }) => ({
      at,
      recipient,
      kind,
      step,
      about,
    })),
  );
}

/** Cycles that may still bring messages, those that the cadence has yet to make among them. */
async function cyclesAhead(
  { db }: Pick<Context, 'db'>,
  workspace: Workspace,
  from: Date,
): Promise<Cycle[]> {
  const rows = await db.cycle.findMany({ where: { workspaceId: workspace.id } });
  const periods = new Set(rows.map(({ period }) => period));
  const today = dayFromDate(from);
  const made = rows.map(toCycle).filter(({ reviewOn, openedAt, cancelledAt }) => {
    if (cancelledAt) return false;
    const last = openedAt ? addDays(reviewOn, openDaysAfterReview + 1) : reviewOn;
    return today <= last;
  });
  const unmade = comingCycles(paceOf(workspace), today)
    .filter(({ period }) => !periods.has(period))
    .map(({ name, opensOn, dueOn, reviewOn }) => ({
      id: unmadeCycleId,
      workspaceId: workspace.id,
      name,
      opensOn,
      dueOn,
      reviewOn,
    }));
  return [...made, ...unmade];
}

/** Returns who will be asked about action items that become due. */
async function previewDueActionItems(
  { db }: Pick<Context, 'db'>,
  workspace: Workspace,
  from: Date,
): Promise<Foreseen[]> {
  const askings = await dueAskings({ db }, { workspaceId: workspace.id, from });
  return askings.map(({ at, owner, step, cycle }) => ({
    at,
    recipient: owner,
    kind: 'action_due',
    step,
    about: cycle.name,
    subjectId: null,
    repeats: false,
  }));
}
