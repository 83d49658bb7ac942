import type { Workspace } from '../database/index.js';
import { comingCycles } from '../domain/cycle.js';
import { dayFromDate } from '../domain/day.js';
import { futureMessages } from '../domain/reminder-plan.js';
import { nextInWindow } from '../domain/working-hours.js';
import type { Context } from './context.js';
import { type Cycle, paceOf, startOfDay, toCycle } from './cycles.js';
import { dueAskings } from './due-actions.js';
import type { OutgoingMessage } from './messenger.js';
import { readFacts, roundOf } from './reminder-facts.js';
import { pagesOf } from './reminder-planning.js';

/** A message that will be sent if nothing changes until then. */
export interface PreviewedReminder {
  at: Date;
  recipient: { id: string; slackUserId: string; name: string; timeZone: string };
  kind: OutgoingMessage['kind'];
  step: string;
  /** The cycle's name. */
  about: string;
}

/** An id that no row has: the cycle is not made yet. */
const unmadeCycleId = '00000000-0000-0000-0000-000000000000';

/** What `previewReminders` shows: see there. */
export async function preview(
  { db }: Pick<Context, 'db'>,
  { workspaceId, from }: { workspaceId: string; from: Date },
): Promise<PreviewedReminder[]> {
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const messages = await previewWaiting({ db }, workspace, from);
  for (const cycle of await cyclesAhead({ db }, workspace, from)) {
    messages.push(...(await previewCycle({ db }, { workspace, cycle, from })));
  }
  messages.push(...(await previewDueActions({ db }, workspace, from)));
  return messages.sort(
    (one, other) =>
      one.at.getTime() - other.at.getTime() ||
      one.recipient.slackUserId.localeCompare(other.recipient.slackUserId),
  );
}

async function cyclesAhead(
  { db }: Pick<Context, 'db'>,
  workspace: Workspace,
  from: Date,
): Promise<Cycle[]> {
  const rows = await db.cycle.findMany({
    where: { workspaceId: workspace.id, reviewOn: { gte: startOfDay(from) } },
  });
  const periods = new Set(
    (
      await db.cycle.findMany({ where: { workspaceId: workspace.id }, select: { period: true } })
    ).map(({ period }) => period),
  );
  const unmade = comingCycles(paceOf(workspace), dayFromDate(from))
    .filter(({ period }) => !periods.has(period))
    .map(({ name, opensOn, dueOn, reviewOn }) => ({
      id: unmadeCycleId,
      workspaceId: workspace.id,
      name,
      opensOn,
      dueOn,
      reviewOn,
    }));
  return [...rows.map(toCycle), ...unmade];
}

async function previewCycle(
  { db }: Pick<Context, 'db'>,
  { workspace, cycle, from }: { workspace: Workspace; cycle: Cycle; from: Date },
): Promise<PreviewedReminder[]> {
  const { planned } = roundOf(workspace, cycle);
  const messages: PreviewedReminder[] = [];
  for await (const people of pagesOf({ db }, { workspaceId: workspace.id, leftAt: null })) {
    for (const { person, facts } of await readFacts(db, { cycle, people, at: from })) {
      const { id, slackUserId, name, timeZone } = person;
      for (const { at, kind, step } of futureMessages(planned, facts, from)) {
        const recipient = { id, slackUserId, name, timeZone };
        messages.push({ at, recipient, kind, step, about: cycle.name });
      }
    }
  }
  return messages;
}

/** Who will be asked about actions whose day comes. */
async function previewDueActions(
  { db }: Pick<Context, 'db'>,
  workspace: Workspace,
  from: Date,
): Promise<PreviewedReminder[]> {
  const askings = await dueAskings({ db }, { workspaceId: workspace.id, from });
  return askings.map(({ at, owner, step, cycle }) => ({
    at,
    recipient: owner,
    kind: 'action_due',
    step,
    about: cycle.name,
  }));
}

/** What is decided upon and waits: for Slack's permission, or for the morning. */
async function previewWaiting(
  { db }: Pick<Context, 'db'>,
  workspace: Workspace,
  from: Date,
): Promise<PreviewedReminder[]> {
  const rows = await db.delivery.findMany({
    where: { workspaceId: workspace.id, state: 'due', recipient: { leftAt: null } },
    include: { recipient: true, cycle: { select: { name: true } } },
  });
  return rows.flatMap(({ recipient, dueAt, kind, step, cycle }) => {
    const earliest = dueAt > from ? dueAt : from;
    const at = nextInWindow(earliest, recipient.timeZone, workspace.workingDays);
    if (!at || !cycle) return [];
    const { id, slackUserId, name, timeZone } = recipient;
    const to = { id, slackUserId, name, timeZone };
    return [
      { at, recipient: to, kind: kind as PreviewedReminder['kind'], step, about: cycle.name },
    ];
  });
}
