import type { Transaction } from '../../database/index.js';
import { periodOf } from '../../domain/cycle/cadence.js';
import { closesAfter, isOver } from '../../domain/cycle/cycle.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { Administrator } from '../access/index.js';
import type { Context } from '../context.js';
import { type Cycle, toCycle } from '../open-cycle/index.js';
import { type Change, type CycleChange, changeCycles, refuseTaken } from './changes.js';
import { fitIn } from './fit-in.js';
import { monthName, parseName, parseReviewDay, refuseNameTwice } from './input.js';
import { type CycleAudience, findMembers, replaceMembers } from './members.js';
import { opened, recorded } from './moving.js';
import { dateColumns } from './planned-cycles.js';

export interface AddInput {
  workspaceId: string;
  by: Administrator;
  /** "2027-03-24". */
  reviewOn: string;
  name?: string | undefined;
  /** For whom it is, as they are now; for everybody if left out. */
  audience?: CycleAudience | undefined;
}

/**
 * Adds a cycle beside those of the cadence; one that was planned for this date and cancelled comes
 * back. Throws UserFacingError, having changed nothing, where the date or the name can't be.
 */
export async function addCycle(context: Context, input: AddInput): Promise<CycleChange> {
  const added = await changeCycles(context, { ...input, foresee: false }, (one) => add(one, input));
  return opened(context, input.workspaceId, added);
}

/** Returns what `addCycle` would do, with what `examine` finds while it is done; then it is taken back. */
export function foreseeAdding<T>(
  context: Context,
  input: AddInput,
  examine: (tx: Transaction, change: CycleChange) => Promise<T>,
): Promise<CycleChange & { seen: T }> {
  return changeCycles(context, { ...input, foresee: true }, async (one) => {
    const added = await add(one, input);
    return { ...added, seen: await examine(one.tx, added) };
  });
}

async function add(change: Change, input: AddInput): Promise<CycleChange> {
  const { tx, workspace, rows, today } = change;
  const reviewOn = parseReviewDay(input.reviewOn, today);
  const back = rows.find(
    (row) => dayFromDate(row.reviewOn) === reviewOn && row.cancelledAt && !row.openedAt,
  );
  const others = rows.filter((row) => row !== back);
  refuseTaken(reviewOn, others);
  const { audience } = input;
  const forSome = audience !== undefined;
  const dates = fitIn({ workspace, reviewOn, today, moving: back, others, forSome });
  const period = periodOf(workspace.cadence, workspace.firstMonth, reviewOn);
  const members = audience && (await findMembers(change, audience));
  // The cadence makes the period's own, for everybody.
  const isFree = period && !audience && !rows.some((row) => row.period === period.key);
  const usual = back?.name ?? (isFree ? period.name : monthName(reviewOn));
  const name = input.name === undefined ? usual : parseName(input.name);
  refuseNameTwice(name, others);
  const data = { ...dateColumns(dates), name, forSome, cancelledAt: null };
  const key = isFree ? { period: period.key } : {};
  const row = back
    ? await tx.cycle.update({ where: { id: back.id }, data })
    : await tx.cycle.create({ data: { workspaceId: workspace.id, ...key, ...data } });
  await replaceMembers(change, row.id, members);
  const made = { before: undefined, row, action: 'cycle_added' as const };
  const added = await recorded(change, input.by, { ...made, members: members?.length });
  return { ...added, doubts: [...added.doubts, ...(audience ? endedBy(change, added.after) : [])] };
}

/** The cycles whose late check-ins end, for everybody, where this one opens; a sentence each. */
function endedBy({ rows, at }: Change, { opensOn, reviewOn }: Cycle): string[] {
  return rows
    .filter((row) => row.openedAt && !isOver(toCycle(row), at))
    .map(toCycle)
    .filter((one) => one.reviewOn < reviewOn && closesAfter(one) >= opensOn)
    .map(({ name }) => `${name} takes no late check-ins from ${opensOn} on, from anybody.`);
}
