import { Prisma } from '../../database/index.js';
import { type ProblemCounts, type ProblemKind, problemKinds } from '../../domain/problem/kinds.js';
import { type Administrator, requireAdmin } from '../access/index.js';
import type { Context } from '../context.js';
import { problemsFound } from './found.js';

/** Somebody with a problem; nothing that anybody wrote. */
export interface Problem {
  kind: ProblemKind;
  personId: string;
  slackUserId: string;
  name: string;
  /** Their manager, also one who left. */
  managerName: string | undefined;
  managerSlackUserId: string | undefined;
  /** The key of a role that is gone. */
  roleKey: string | undefined;
  /** The message, where it is about one. */
  message: ProblemMessage | undefined;
}

/** A message that failed, or of which nobody knows whether it arrived. */
interface ProblemMessage {
  id: string;
  kind: string;
  state: 'failed' | 'unknown';
  /** A code of ours or of Slack's. */
  reason: string;
  dueAt: Date;
}

type Reading = Pick<Context, 'db' | 'clock' | 'frameworks'>;

/** Counts a workspace's problems, by kind. To be asked only on behalf of admins. */
export async function countProblems(context: Reading, workspaceId: string): Promise<ProblemCounts> {
  const found = await problemsFound(context, workspaceId);
  const rows = await context.db.$queryRaw<{ kind: ProblemKind; count: number }[]>`
    SELECT kind, count(*)::int AS count FROM (${found}) AS found GROUP BY kind`;
  const countOf = (kind: ProblemKind) => rows.find((row) => row.kind === kind)?.count ?? 0;
  return Object.fromEntries(problemKinds.map((kind) => [kind, countOf(kind)])) as ProblemCounts;
}

/**
 * Lists a workspace's problems, of one kind or of all, in the order of the kinds and by name. Throws
 * UserFacingError for everybody but admins and operators.
 */
export async function listProblems(
  context: Reading,
  { workspaceId, by, kind }: { workspaceId: string; by: Administrator; kind?: ProblemKind },
): Promise<Problem[]> {
  await requireAdmin(context.db, { workspaceId, by });
  const found = await problemsFound(context, workspaceId);
  const wanted = kind === undefined ? Prisma.empty : Prisma.sql`WHERE found.kind = ${kind}`;
  const rows = await context.db.$queryRaw<Row[]>`
    SELECT found.kind, person.id AS "personId", person.slack_user_id AS "slackUserId", person.name,
      manager.name AS "managerName", manager.slack_user_id AS "managerSlackUserId",
      person.role_key AS "roleKey", delivery.id AS "messageId", delivery.kind AS "messageKind",
      delivery.state::text AS "messageState", delivery.reason AS "messageReason",
      delivery.due_at AS "messageDueAt"
    FROM (${found}) AS found
    JOIN person ON person.id = found.person_id
    LEFT JOIN person AS manager ON manager.id = person.manager_id
    LEFT JOIN delivery ON delivery.id = found.delivery_id ${wanted}`;
  return rows.map(toProblem).sort(byKindAndName);
}

interface Row {
  kind: ProblemKind;
  personId: string;
  slackUserId: string;
  name: string;
  managerName: string | null;
  managerSlackUserId: string | null;
  roleKey: string | null;
  messageId: string | null;
  messageKind: string | null;
  messageState: 'failed' | 'unknown' | null;
  messageReason: string | null;
  messageDueAt: Date | null;
}

function toProblem(row: Row): Problem {
  const { kind, personId, slackUserId, name } = row;
  const { messageId: id, messageKind, messageState: state, messageReason, messageDueAt } = row;
  return {
    ...{ kind, personId, slackUserId, name },
    managerName: row.managerName ?? undefined,
    managerSlackUserId: row.managerSlackUserId ?? undefined,
    roleKey: row.roleKey ?? undefined,
    message:
      id && messageKind && state && messageDueAt
        ? { id, kind: messageKind, state, reason: messageReason ?? '', dueAt: messageDueAt }
        : undefined,
  };
}

function byKindAndName(one: Problem, other: Problem): number {
  return (
    problemKinds.indexOf(one.kind) - problemKinds.indexOf(other.kind) ||
    one.name.localeCompare(other.name, 'en') ||
    one.slackUserId.localeCompare(other.slackUserId) ||
    (one.message?.id ?? '').localeCompare(other.message?.id ?? '')
  );
}
