import type { Prisma, Transaction } from '../../database/index.js';
import { type PlacedPerson, placeOf, placeText } from './place.js';

/** Drops the choice of a person's that waits for a yes; returns the id of the manager who was asked. */
export async function dropRequest(tx: Transaction, personId: string): Promise<string | undefined> {
  const request = await tx.placeRequest.findUnique({ where: { personId } });
  if (!request) return undefined;
  await tx.placeRequest.delete({ where: { id: request.id } });
  return request.askedId;
}

/** What a query for a choice that waits includes. */
export const withPeople = {
  asked: { select: { slackUserId: true } },
  manager: { select: { slackUserId: true } },
  person: { include: { manager: { select: { slackUserId: true } } } },
} satisfies Prisma.PlaceRequestInclude;

/** Whether a choice still waits: it is void once the person's place is another one. */
export function isWaiting({ placeBefore, person }: Waiting): boolean {
  return placeBefore === placeText(placeOf(person));
}

interface Waiting {
  placeBefore: string;
  person: PlacedPerson;
}
