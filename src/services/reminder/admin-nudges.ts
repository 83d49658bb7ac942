import { type Administrator, requireAdmin } from '../access/index.js';
import { recordChange } from '../audit-log/index.js';
import { listUnfinished, readStatus } from '../completion/index.js';
import type { Context } from '../context.js';
import { type Cycle, findByName, findOpenCycle, readCycles } from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';
import { findNamed } from '../named-people/index.js';
import { findNudged, goesOutAt, recordNudge } from './record-nudge.js';

/** An admin or an operator asks for check-ins. */
interface AdminNudgeInput {
  workspaceId: string;
  by: Administrator;
  /** The cycle's name. */
  name: string;
  /** Slack ids or names, as they were typed; nobody: all who were invited and have not sent their check-in. */
  people: readonly string[];
}

/** The people whom a nudge reaches. */
export interface AdminNudge {
  cycle: Cycle;
  /** The people who are asked, by name. */
  asked: { name: string; slackUserId: string }[];
  /** How many of them later: they are outside their working hours, or away. */
  later: number;
  /** How many not again, as they were asked today or are about to be. */
  already: number;
  /** How many of the people who were named owe no check-in. */
  notNeeded: number;
}

/**
 * Returns whom `nudgePeople` would ask, and changes nothing. Throws UserFacingError for everybody but
 * admins and operators, where the cycle is not open, and where somebody is unknown.
 */
export async function foreseeNudge(context: Context, input: AdminNudgeInput): Promise<AdminNudge> {
  return toNudge(await findAsked(context, input));
}

/**
 * Asks people for their check-in on behalf of those who run the reviews, each at most once a day, whether
 * by them or by their manager: it leaves in their working hours. Throws as `foreseeNudge` does.
 */
export async function nudgePeople(context: Context, input: AdminNudgeInput): Promise<AdminNudge> {
  const found = await findAsked(context, input);
  const { workspaceId, by } = input;
  const at = context.clock.now();
  const nudged: typeof found.people = [];
  for (const one of found.people) {
    const { report, goesOut } = one;
    const change = { workspaceId, by, action: 'nudged' as const, subject: '', before: '', at };
    const id = await recordNudge(context, {
      ...{ cycle: found.cycle, report, askedBy: report.id, at, goesOut },
      record: (tx) => recordChange(tx, { ...change, personId: report.id, after: found.cycle.name }),
    });
    if (id !== undefined) nudged.push(one);
  }
  const already = found.already + found.people.length - nudged.length;
  return toNudge({ ...found, people: nudged, already });
}

type Found = Awaited<ReturnType<typeof findAsked>>;

async function findAsked(context: Context, { workspaceId, by, name, people }: AdminNudgeInput) {
  const { db, clock } = context;
  await requireAdmin(db, { workspaceId, by });
  const cycle = await requireOpen(context, workspaceId, name);
  const status = await readStatus(context, { workspaceId, by, cycleName: cycle.name });
  const open = status.people.filter(({ state }) => state === 'not_begun' || state === 'not_sent');
  // People who weren't invited yet get the invitation soon, and need no other message.
  const invited = new Set((await listUnfinished(context, cycle)).map((one) => one.slackUserId));
  const named =
    people.length > 0
      ? await findNamed(db, workspaceId, people)
      : open.filter(({ slackUserId }) => invited.has(slackUserId));
  const owing = new Set(open.map(({ slackUserId }) => slackUserId));
  const wanted = named.map(({ slackUserId }) => slackUserId).filter((id) => owing.has(id));
  const at = clock.now();
  const rows = await db.person.findMany({
    where: { workspaceId, slackUserId: { in: wanted } },
    include: { workspace: true },
    orderBy: [{ name: 'asc' }, { slackUserId: 'asc' }],
  });
  const nudged = await findNudged(db, { workspaceId, people: rows, at });
  const reports = rows.filter(({ id }) => !nudged.has(id));
  const all = reports.map((report) => ({
    report,
    goesOut: goesOutAt(report, at),
  }));
  const already = rows.length - reports.length;
  return { cycle, people: all, already, notNeeded: named.length - wanted.length, at };
}

async function requireOpen(context: Context, workspaceId: string, name: string): Promise<Cycle> {
  const cycle = findByName(await readCycles(context, workspaceId), name);
  const open = await findOpenCycle(context, workspaceId);
  if (open?.id === cycle.id) return cycle;
  throw new UserFacingError(
    `${cycle.name} takes no check-ins now, so there is nothing to ask for.`,
  );
}

function toNudge({ people, at, ...found }: Found): AdminNudge {
  return {
    ...found,
    asked: people.map(({ report: { name, slackUserId } }) => ({ name, slackUserId })),
    later: people.filter(({ goesOut }) => goesOut > at).length,
  };
}
