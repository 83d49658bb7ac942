import type { Transaction } from '../../../database/index.js';
import type { Placement } from '../../../domain/person/placement.js';
import { dateFromDay, dayFromDate } from '../../../domain/time/day.js';
import type { Administrator } from '../../access/index.js';
import { recordAssignments } from '../../audit-log/index.js';
import { markForRedraw } from '../../redraw-mark/index.js';
import { announcePlaces, type PlaceChange } from '../announcing.js';
import { type ImportWatch, stopIfWanted } from './progress.js';
import { addUnplaced, type KnownPerson, keepPlaces, peopleAtOnce } from './rows.js';

export interface Places {
  workspaceId: string;
  by: Administrator;
  /** Everybody who is known, by Slack id. */
  before: ReadonlyMap<string, KnownPerson>;
  /** Without circles of managers. */
  placements: readonly Placement[];
  at: Date;
}

/** Writes the places that differ from what is known, managers before their reports. */
export async function writePlaces(
  transaction: Transaction,
  { workspaceId, by, before, placements, at }: Places,
  watch: ImportWatch,
): Promise<void> {
  const idOf = new Map([...before.values()].map(({ id, slackUserId }) => [slackUserId, id]));
  const others = managersBeside(placements, before);
  for (const slackUserIds of inBatches(others)) {
    await addUnplaced(transaction, { workspaceId, slackUserIds, at }, idOf);
  }
  const changed = placements.filter((placement) => differs(placement, before));
  let done = placements.length - changed.length;
  for (const level of byLevel(changed, idOf)) {
    for (const some of inBatches(level)) {
      stopIfWanted(watch);
      await keepPlaces(transaction, { workspaceId, placements: some, at }, idOf);
      await recordPlaces(transaction, { workspaceId, by, placements: some, before, at }, idOf);
      await markPosts(transaction, { workspaceId, placements: some, before, at }, idOf);
      const changes = placeChanges(some, before, idOf);
      await announcePlaces(transaction, { workspaceId, by, changes, at });
      done += some.length;
      watch.onProgress?.({ step: 'writing', done, total: placements.length });
    }
  }
}

/** Records what has changed for each of these people. */
function recordPlaces(
  transaction: Transaction,
  { placements, before, ...change }: Places,
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  const idFor = (slackUserId: string | undefined) => idOf.get(slackUserId ?? '') ?? null;
  const changes = placements.map(({ slackUserId, roleKey, managerSlackUserId, inRoleSince }) => ({
    personId: idFor(slackUserId) ?? '',
    before: before.get(slackUserId),
    after: {
      roleKey: roleKey ?? null,
      managerId: idFor(managerSlackUserId),
      inRoleSince: inRoleSince === undefined ? null : dateFromDay(inRoleSince),
    },
  }));
  return recordAssignments(transaction, change, changes);
}

/** Marks the posts to these people and to their managers, those of before and of now. */
function markPosts(
  transaction: Transaction,
  { workspaceId, placements, before, at }: Omit<Places, 'by'>,
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  const personIds = placements.flatMap(({ slackUserId }) => {
    const managerId = before.get(slackUserId)?.managerId;
    return [idOf.get(slackUserId) ?? [], managerId ?? []].flat();
  });
  return markForRedraw(transaction, { workspaceId, personIds, at });
}

/** Of those who were known: who is new has no change to be notified of. */
function placeChanges(
  placements: readonly Placement[],
  known: ReadonlyMap<string, KnownPerson>,
  idOf: ReadonlyMap<string, string>,
): PlaceChange[] {
  return placements.flatMap(({ slackUserId, roleKey, managerSlackUserId }) => {
    const person = known.get(slackUserId);
    if (!person) return [];
    return [
      {
        personId: person.id,
        before: { roleKey: person.roleKey, manager: person.managerId },
        after: { roleKey: roleKey ?? null, manager: idOf.get(managerSlackUserId ?? '') ?? null },
      },
    ];
  });
}

function differs(
  { slackUserId, roleKey, managerSlackUserId, inRoleSince }: Placement,
  before: ReadonlyMap<string, KnownPerson>,
): boolean {
  const person = before.get(slackUserId);
  if (!person) return true;
  const manager = managerSlackUserId === undefined ? null : before.get(managerSlackUserId)?.id;
  return (
    person.roleKey !== (roleKey ?? null) ||
    person.managerId !== manager ||
    (person.inRoleSince && dayFromDate(person.inRoleSince)) !== (inRoleSince ?? null)
  );
}

/** Returns the managers who are neither known nor in the file. */
export function managersBeside(
  placements: readonly Placement[],
  before: ReadonlyMap<string, KnownPerson>,
): string[] {
  const inFile = new Set(placements.map(({ slackUserId }) => slackUserId));
  const managers = placements.flatMap(({ managerSlackUserId }) => managerSlackUserId ?? []);
  return [...new Set(managers)].filter((id) => !inFile.has(id) && !before.has(id));
}

/**
 * Returns first those without a manager or with a known one, then those who report to these, and so
 * on.
 */
function byLevel(placements: readonly Placement[], known: ReadonlyMap<string, string>) {
  const fresh = new Map(
    placements.flatMap((one) =>
      known.has(one.slackUserId) ? [] : [[one.slackUserId, one] as const],
    ),
  );
  const levels = new Map<string, number>();
  const levelOf = (placement: Placement): number => {
    const way: Placement[] = [];
    let at: Placement | undefined = placement;
    while (at && !levels.has(at.slackUserId)) {
      way.push(at);
      at = fresh.get(at.managerSlackUserId ?? '');
    }
    let level = at ? (levels.get(at.slackUserId) ?? 0) : -1;
    for (const { slackUserId } of way.reverse()) {
      level += 1;
      levels.set(slackUserId, level);
    }
    return levels.get(placement.slackUserId) ?? 0;
  };
  const groups: Placement[][] = [];
  for (const placement of placements) {
    const level = levelOf(placement);
    groups[level] = groups[level] ?? [];
    groups[level].push(placement);
  }
  return groups.filter((group) => group !== undefined);
}

export function inBatches<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / peopleAtOnce);
  return Array.from({ length: count }, (_, nth) =>
    items.slice(nth * peopleAtOnce, (nth + 1) * peopleAtOnce),
  );
}
