import type { Transaction } from '../../database/index.js';
import { ownChoice } from '../../domain/access/administration.js';
import { findRelation, reportsTo } from '../access/index.js';
import type { Context } from '../context.js';
import { recordDeliveries } from '../delivery/index.js';
import { UserFacingError } from '../errors/index.js';
import { cycleToFileUnder } from '../open-cycle/index.js';
import type { Own } from './assignments.js';
import { claimAskedKind } from './claim-messages.js';
import { isHere } from './people.js';
import type { PlacedPerson } from './place.js';
import { claimsOn, isClaimWaiting, managerText, withPeople } from './request-rows.js';

/** What became of a claim on one person. */
export interface Claim {
  slackUserId: string;
  name: string;
  /** 'asked' now or before; otherwise why they can't be asked. */
  outcome: 'asked' | 'is_you' | 'is_yours' | 'is_above' | 'not_here';
}

/** After two weeks it is no news. */
const lifeMs = 14 * 24 * 60 * 60_000;

/**
 * Asks people whether they report to a manager who says so; nothing is changed until they say yes. A
 * second claim on somebody who hasn't answered asks nothing more. Returns an outcome for each, in their
 * order. Throws UserFacingError where admins alone set managers, and where there is no review yet.
 */
export async function claimReports(
  { db, clock }: Context,
  { workspaceId, personId: managerId, reportIds }: Own & { reportIds: readonly string[] },
): Promise<Claim[]> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    await requireClaims(tx, workspaceId);
    const at = clock.now();
    const cycleId = await cycleToFileUnder(tx, { workspaceId, at });
    if (cycleId === undefined) {
      throw new UserFacingError(
        'There is no review yet, so I can ask nobody about it. Ask an admin to set who reports to you.',
      );
    }
    const people = await tx.person.findMany({
      where: { workspaceId, id: { in: [...reportIds] } },
      include: { manager: { select: { slackUserId: true } } },
    });
    const claims: Claim[] = [];
    for (const id of reportIds) {
      const person = people.find((one) => one.id === id);
      if (!person) continue;
      const refused = await refusalOf(tx, person, managerId);
      claims.push({
        ...{ slackUserId: person.slackUserId, name: person.name, outcome: refused ?? 'asked' },
      });
      if (refused) continue;
      const requestId = await claim(tx, person, { managerId, at });
      if (requestId === undefined) continue;
      const filed = { workspaceId, cycleId, dueAt: at };
      await recordDeliveries(tx, [
        claimAskedKind.delivery({
          ...{ ...filed, recipientId: id, subjectId: managerId, step: 'asked', requestId },
          expiresAt: new Date(at.getTime() + lifeMs),
        }),
      ]);
    }
    return claims;
  });
}

/** Throws UserFacingError where admins alone set managers. */
export async function requireClaims(tx: Transaction, workspaceId: string): Promise<void> {
  const { rolesSetBy } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { rolesSetBy: true },
  });
  if (ownChoice({ isAdmin: false, rolesSetBy }) !== 'not') return;
  throw new UserFacingError(
    'Roles and managers are set by the admins here, so nothing is changed. Ask one of them.',
  );
}

async function refusalOf(
  tx: Transaction,
  person: PlacedPerson,
  managerId: string,
): Promise<Exclude<Claim['outcome'], 'asked'> | undefined> {
  if (!isHere(person)) return 'not_here';
  const { id: subjectId, workspaceId } = person;
  const { relation } = await findRelation(tx, { workspaceId, actorId: managerId, subjectId });
  if (relation === 'self') return 'is_you';
  if (relation === 'manager') return 'is_yours';
  return (await reportsTo(tx, managerId, person.id)) ? 'is_above' : undefined;
}

/** Returns the id of a new claim; undefined where the same one waits already. */
async function claim(
  tx: Transaction,
  person: PlacedPerson,
  { managerId, at }: { managerId: string; at: Date },
): Promise<string | undefined> {
  const { id: personId, workspaceId } = person;
  const where = { ...claimsOn(personId), managerId };
  const before = await tx.placeRequest.findFirst({ where, include: withPeople });
  if (before && isClaimWaiting(before)) return undefined;
  if (before) await tx.placeRequest.delete({ where: { id: before.id } });
  const { id } = await tx.placeRequest.create({
    data: {
      ...{ workspaceId, personId, askedId: personId, managerId, createdAt: at },
      placeBefore: managerText(person),
    },
  });
  return id;
}
