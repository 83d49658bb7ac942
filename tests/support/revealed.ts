import type { CheckIn } from '../../src/database/index.js';
import type { Context } from '../../src/services/context.js';

/** What the two said about one competency, as keys of the scale; null is "no opportunity yet". */
export interface BothSides {
  self: string | null;
  manager: string | null;
  selfText?: string;
  managerText?: string;
}

export interface RevealedInput {
  workspaceId: string;
  cycleId: string;
  /** The report's and the manager's ids. */
  personId: string;
  managerId: string;
  roleKey: string;
  /** When both were in. */
  at: Date;
  /** By competency key; default: none. */
  answers?: Record<string, BothSides>;
}

/** A check-in with both sides in, as rows and without the messages that a real reveal brings. */
export async function putRevealed(context: Context, input: RevealedInput): Promise<CheckIn> {
  const { db, frameworks } = context;
  const { workspaceId, cycleId, personId, managerId, roleKey, at, answers = {} } = input;
  const frameworkVersionId = frameworks.current(workspaceId).id;
  const same = { workspaceId, cycleId, frameworkVersionId, roleKey, startedAt: at };
  const sent = { ...same, state: 'submitted' as const, submittedAt: at };
  const assessment = await db.assessment.create({
    data: { ...sent, subjectId: personId, authorId: managerId },
  });
  const revealed = { ...sent, personId, revealedAt: at, assessmentId: assessment.id };
  const checkIn = await db.checkIn.upsert({
    where: { cycleId_personId: { cycleId, personId } },
    create: revealed,
    update: revealed,
  });
  for (const [competencyKey, both] of Object.entries(answers)) {
    const row = { workspaceId, competencyKey, editedAt: at };
    await db.checkInAnswer.create({
      data: { ...row, ...said(both.self, both.selfText), checkInId: checkIn.id },
    });
    await db.assessmentAnswer.create({
      data: { ...row, ...said(both.manager, both.managerText), assessmentId: assessment.id },
    });
  }
  return checkIn;
}

function said(ratingKey: string | null, text = '') {
  return { ratingKey, noOpportunity: ratingKey === null, text };
}
