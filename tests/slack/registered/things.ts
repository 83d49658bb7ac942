import { randomUUID } from 'node:crypto';
import type { World } from '../visibility/world.js';
import type { RosasThings } from './samples.js';

/** Everything of Rosa's that there is, newest first; each id stands in one of them at least. */
export async function everythingOfRosas({ db, people }: World): Promise<RosasThings[]> {
  const personId = people.Rosa;
  const newest = { orderBy: { id: 'desc' }, select: { id: true } } as const;
  const cycle = await db.cycle.findFirstOrThrow({
    where: { name: 'Q1 2027' },
    select: { id: true },
  });
  const version = await db.frameworkVersion.findFirstOrThrow({ select: { id: true } });
  const [
    checkIns,
    assessments,
    conversations,
    actions,
    evidence,
    notes,
    messages,
    requests,
    claims,
  ] = await Promise.all([
    db.checkIn.findMany({ where: { personId }, orderBy: { cycle: { reviewOn: 'desc' } } }),
    db.assessment.findMany({
      where: { subjectId: personId },
      orderBy: { cycle: { reviewOn: 'desc' } },
    }),
    db.conversation.findMany({ where: { personId }, orderBy: { recordedAt: 'desc' } }),
    db.actionItem.findMany({ where: { personId }, orderBy: { createdAt: 'desc' } }),
    db.evidence.findMany({ where: { personId }, ...newest }),
    db.managerNote.findMany({ where: { subjectId: personId }, ...newest }),
    db.delivery.findMany({ where: { recipientId: personId }, ...newest, take: 1 }),
    db.placeRequest.findMany({ where: { personId, askedId: { not: personId } } }),
    db.placeRequest.findMany({ where: { personId, askedId: personId } }),
  ]);
  const all = [checkIns, assessments, conversations, actions, evidence, notes];
  const idOf = (rows: { id: string }[], nth: number) =>
    rows[Math.min(nth, rows.length - 1)]?.id ?? randomUUID();
  return Array.from({ length: Math.max(...all.map((rows) => rows.length)) }, (_, nth) => ({
    person: personId,
    version: version.id,
    cycle: cycle.id,
    checkIn: idOf(checkIns, nth),
    assessment: idOf(assessments, nth),
    conversation: idOf(conversations, nth),
    action: idOf(actions, nth),
    evidence: idOf(evidence, nth),
    managerNote: idOf(notes, nth),
    message: idOf(messages, nth),
    placeRequest: idOf(requests, nth),
    claim: idOf(claims, nth),
  }));
}

/** What she has now. */
export async function thingsOfRosas(world: World): Promise<RosasThings> {
  const [newest] = await everythingOfRosas(world);
  if (!newest) throw new Error('Rosa has nothing');
  return newest;
}
