import { may } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import { unavailableUntil } from '../../domain/availability/availability.js';
import { withManager } from '../access/index.js';
import { chosenAvailabilityOf, type SentMessage } from '../availability/index.js';
import type { Context } from '../context.js';
import { type Cycle, findOpenCycle } from '../cycle/index.js';
import { type Messenger, sendDue } from '../delivery/index.js';
import { UserFacingError } from '../errors/index.js';
import { planKinds } from './kinds.js';
import { goesOutAt, recordNudge } from './record-nudge.js';

/** The result of a nudge. */
export type NudgeResult = { report: { name: string; slackUserId: string } } & (
  | { state: 'sent' }
  /** It waits for the report's working hours; `at` is when they begin. */
  | { state: 'later'; at: Date }
  /** The report wants no messages for now; it waits until they do. */
  | { state: 'held' }
  /** Slack is busy; it is tried again from `at` on. */
  | { state: 'delayed'; at: Date }
  /** Nudged today already, or one waits. */
  | { state: 'already' }
  /** The check-in is in. */
  | { state: 'not_needed' }
  /** They can't do a check-in before they have a role. */
  | { state: 'no_role' }
  /** Slack refused it. */
  | { state: 'failed' }
  /** Slack didn't say whether it took it. */
  | { state: 'unknown' }
);

export interface NudgeInput {
  workspaceId: string;
  managerId: string;
  reportId: string;
  /** The digest in which the manager asks for it; undefined elsewhere. */
  message?: SentMessage | undefined;
}

/**
 * Nudges a report on their manager's behalf: at once in the report's working hours, else when they
 * begin; never twice for one day of theirs. Throws UserFacingError where no cycle is open, the digest
 * is of another one, or the person is not (or no longer) the manager's report.
 */
export async function nudgeReport(
  context: Context,
  messenger: Messenger,
  input: NudgeInput,
): Promise<NudgeResult> {
  const { db, clock } = context;
  const at = clock.now();
  const { workspaceId } = input;
  const cycle = await findOpenCycle(context, workspaceId, input.reportId);
  if (input.message) await requireOpen(context, { ...input, message: input.message }, cycle);
  if (!cycle) throw new UserFacingError('No cycle is open, so there is nothing to nudge about.');
  const report = await findReport(context, input);
  const { name, slackUserId } = report;
  const who = { report: { name, slackUserId } };
  if (report.roleKey === null) return { state: 'no_role', ...who };
  if (report.checkIns.some((one) => one.cycleId === cycle.id && one.state === 'submitted')) {
    return { state: 'not_needed', ...who };
  }
  const held = unavailableUntil(chosenAvailabilityOf(report), at) !== undefined;
  const goesOut = goesOutAt(report, at);
  const askedBy = input.managerId;
  const id = await recordNudge(context, { cycle, report, askedBy, at, goesOut });
  if (id === undefined) return { state: 'already', ...who };
  if (held) return { state: 'held', ...who };
  const now = goesOut <= at;
  if (now) {
    await sendDue(context, messenger, { workspaceId, only: id });
  }
  const row = await db.delivery.findUniqueOrThrow({ where: { id } });
  switch (row.state) {
    case 'sent':
    case 'failed':
    case 'unknown':
      return { state: row.state, ...who };
    case 'obsolete':
      return { state: 'not_needed', ...who };
    default:
      return { state: now ? 'delayed' : 'later', at: row.dueAt, ...who };
  }
}

const teamKinds: string[] = [planKinds.digest.kind, planKinds.all_set.kind];

/** A digest of one review doesn't ask for the check-in of another. */
async function requireOpen(
  { db }: Context,
  { workspaceId, managerId, message }: NudgeInput & { message: SentMessage },
  open: Cycle | undefined,
): Promise<void> {
  const digest = await db.delivery.findFirst({
    where: {
      ...{ workspaceId, recipientId: managerId, kind: { in: teamKinds } },
      ...{ slackChannelId: message.channelId, slackTs: message.ts },
    },
    select: { cycle: true },
  });
  if (digest?.cycle && digest.cycle.id === open?.id) return;
  throw new UserFacingError(
    digest?.cycle
      ? `${digest.cycle.name} is over, so I asked nobody.`
      : "I don't know this message any more, so I asked nobody. Open your team to see how it stands now.",
  );
}

async function findReport({ db }: Context, { workspaceId, managerId, reportId }: NudgeInput) {
  const report = await db.person.findFirst({
    where: { id: reportId, workspaceId },
    include: {
      checkIns: { select: { cycleId: true, state: true } },
      ...{ workspace: true, ...withManager },
    },
  });
  const active = report?.leftAt === null;
  if (report && may('nudge', { relation: relationOf(managerId, report), active })) return report;
  throw new UserFacingError('This person is not in your team any more, so I sent nothing.');
}
