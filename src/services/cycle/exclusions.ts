import type { Cycle as CycleRow, Transaction } from '../../database/index.js';
import { closesAfter } from '../../domain/cycle/cycle.js';
import { type Day, dateFromDay, isDay } from '../../domain/time/day.js';
import { recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { findNamed, type NamedPerson } from '../named-people/index.js';
import { type Cycle, toCycle } from '../open-cycle/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { type Change, type ChangeInput, changeCycles, findRunning } from './changes.js';

export interface ExclusionInput extends ChangeInput {
  /** Slack ids or names, as they were typed. */
  people: readonly string[];
  /** The day from which they are asked again; to the end of the cycle if left out. */
  until?: string | undefined;
}

/** A change of the people whom a cycle leaves out. */
export interface ExclusionChange {
  cycle: Cycle;
  people: NamedPerson[];
  until: Day | undefined;
}

/**
 * Leaves people out of a planned or open cycle: they are asked for nothing and miss nothing, and what
 * they have written stays. Throws UserFacingError, having changed nothing, where one of them is
 * unknown, or the cycle is over.
 */
export function excludePeople(context: Context, input: ExclusionInput): Promise<ExclusionChange> {
  return changeCycles(context, { ...input, foresee: false }, (one) => exclude(one, input));
}

/** Returns what `excludePeople` would do, and changes nothing. */
export function foreseeExclusion(
  context: Context,
  input: ExclusionInput,
): Promise<ExclusionChange> {
  return changeCycles(context, { ...input, foresee: true }, (one) => exclude(one, input));
}

type InclusionInput = Omit<ExclusionInput, 'until'>;

/** Asks people again who were left out; throws as `excludePeople` does. */
export function includePeople(context: Context, input: InclusionInput): Promise<ExclusionChange> {
  return changeCycles(context, { ...input, foresee: false }, (one) => include(one, input));
}

/**
 * Returns what `includePeople` would do, with what `examine` finds while it is done; then it is taken back.
 */
export function foreseeInclusion<T>(
  context: Context,
  input: InclusionInput,
  examine: (tx: Transaction, change: ExclusionChange) => Promise<T>,
): Promise<ExclusionChange & { seen: T }> {
  return changeCycles(context, { ...input, foresee: true }, async (one) => {
    const included = await include(one, input);
    return { ...included, seen: await examine(one.tx, included) };
  });
}

async function include(change: Change, input: InclusionInput): Promise<ExclusionChange> {
  const { cycle, people } = await replace(change, input, []);
  await note(change, input, { action: 'cycle_included', people, until: undefined });
  return { cycle: toCycle(cycle), people, until: undefined };
}

async function exclude(change: Change, input: ExclusionInput): Promise<ExclusionChange> {
  const until = input.until === undefined ? undefined : untilDay(change, input, input.until);
  const { cycle, people } = await replace(change, input, [{ until: until ?? null }]);
  await note(change, input, { action: 'cycle_excluded', people, until });
  return { cycle: toCycle(cycle), people, until };
}

/** Puts these exclusions in the place of those that the people have in the cycle. */
async function replace(
  change: Change,
  { name, people: typed }: ExclusionInput,
  wanted: { until: Day | null }[],
): Promise<{ cycle: CycleRow; people: NamedPerson[] }> {
  const { tx, workspace, at } = change;
  const cycle = findRunning(change, name);
  const people = await findNamed(tx, workspace.id, typed);
  const personIds = people.map(({ id }) => id);
  const ofCycle = { workspaceId: workspace.id, cycleId: cycle.id };
  await tx.cycleExclusion.deleteMany({ where: { ...ofCycle, personId: { in: personIds } } });
  const data = wanted.flatMap(({ until }) =>
    personIds.map((personId) => ({
      ...{ ...ofCycle, personId, createdAt: at },
      until: until === null ? null : dateFromDay(until),
    })),
  );
  await tx.cycleExclusion.createMany({ data });
  if (!change.isForeseen) {
    await markForRedraw(tx, { workspaceId: workspace.id, personIds, at });
  }
  return { cycle, people };
}

function untilDay(change: Change, { name }: ExclusionInput, text: string): Day {
  const cycle = toCycle(findRunning(change, name));
  if (!isDay(text)) {
    throw new UserFacingError(`"${text}" is not a date. Write the day like 2027-03-24.`);
  }
  if (text > change.today && text <= closesAfter(cycle)) return text;
  throw new UserFacingError(
    `${cycle.name} can leave people out until a day after today, ${change.today}, and up to its last day, ${closesAfter(cycle)}. Nothing is changed; without a day they are left out of all of it.`,
  );
}

/** So many ids are kept in the audit log. */
const mostNoted = 50;

interface Noted {
  action: 'cycle_excluded' | 'cycle_included';
  people: readonly NamedPerson[];
  until: Day | undefined;
}

async function note(
  { tx, workspace, at }: Change,
  { name, by }: ChangeInput,
  { action, people, until }: Noted,
): Promise<void> {
  const ids = people.slice(0, mostNoted).map(({ slackUserId }) => slackUserId);
  const after = `${people.length}: ${ids.join(' ')}${until ? ` until ${until}` : ''}`;
  const about = { workspaceId: workspace.id, by, action, subject: name, at };
  await recordChange(tx, { ...about, before: '', after });
}
