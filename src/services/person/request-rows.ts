import type { Prisma, Transaction } from '../../database/index.js';
import { type PlacedPerson, placeOf, placeText } from './place.js';

/** Drops the choice of a person's that waits for a yes; returns the id of the manager who was asked. */
export async function dropRequest(tx: Transaction, personId: string): Promise<string | undefined> {
  const request = await tx.placeRequest.findFirst({ where: ownChoiceOf(personId) });
  if (!request) return undefined;
  await tx.placeRequest.delete({ where: { id: request.id } });
  return request.askedId;
}

/** The condition for what a person has chosen themselves. */
export function ownChoiceOf(personId: string) {
  return { personId, askedId: { not: personId } };
}

/** The condition for what managers ask a person: whether they report to them. */
export function claimsOn(personId: string) {
  return { personId, askedId: personId };
}

/** What a query for a choice or a claim that waits includes. */
export const withPeople = {
  asked: { select: { slackUserId: true } },
  manager: { select: { slackUserId: true } },
  person: { include: { manager: { select: { slackUserId: true } } } },
} satisfies Prisma.PlaceRequestInclude;

/** Whether a choice still waits: it is void once the person's place is another one. */
export function isWaiting({ placeBefore, person }: Waiting): boolean {
  return placeBefore === placeText(placeOf(person));
}

/** Whether a claim still waits: it is void once the person has another manager. */
export function isClaimWaiting({ placeBefore, person }: Waiting): boolean {
  return placeBefore === managerText(person);
}

/** A person's manager, as a claim keeps it. */
export function managerText(person: PlacedPerson): string {
  return placeText({ ...placeOf(person), roleKey: undefined, inRoleSince: undefined });
}

interface Waiting {
  placeBefore: string;
  person: PlacedPerson;
}
