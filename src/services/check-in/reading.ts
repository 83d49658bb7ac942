import type { CheckIn as CheckInRow, Person as PersonRow, Prisma } from '../../database/index.js';
import { managerOfToday, managerWhoLeft } from '../../domain/access/relation.js';
import { type CheckInState, checkInState } from '../../domain/check-in/check-in.js';
import type { Framework, Role } from '../../domain/framework/framework.js';
import type { Answer, LastPage } from '../../domain/questionnaire/answers.js';
import { type CheckInPage, nearestPage } from '../../domain/questionnaire/pages.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { readAboveReadFrom } from '../access/index.js';
import { actionItemsOf, type ListedActionItem } from '../action-item/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { type KeptForCheckIn, keptForCheckIn } from '../evidence/index.js';
import { readPin, toAnswers } from '../questionnaire/index.js';

/** The ids of a check-in; every use checks all three. */
export interface CheckInRef {
  workspaceId: string;
  personId: string;
  checkInId: string;
}

/** A check-in with all that its author sees, against the role and the framework pinned for it. */
export interface CheckIn {
  id: string;
  workspaceId: string;
  personId: string;
  cycle: { id: string; name: string; dueOn: Day; reviewOn: Day };
  framework: Framework;
  frameworkNumber: number;
  role: Role;
  /** The author's role of today, where it is another one than the check-in was begun for. */
  newRole: { key: string; title: string } | undefined;
  pages: CheckInPage[];
  state: CheckInState;
  /** Where to resume, from 0; `pages.length` is the last page. */
  page: number;
  /** By competency key. */
  answers: ReadonlyMap<string, Answer>;
  lastPage: LastPage;
  /** What the author kept as evidence since the review before. */
  kept: KeptForCheckIn;
  /** What the author and their manager agreed on before: open, or closed of late. */
  agreed: ListedActionItem[];
  submittedAt: Date | undefined;
  /** The author's manager of today, by Slack user id. */
  managerUserId: string | undefined;
  /** Whether managers further up may read what is given now. */
  aboveMayRead: boolean;
  /** The manager who is set and has left; undefined while there is one of today. */
  managerWhoLeftUserId: string | undefined;
}

const parts = {
  cycle: true,
  answers: true,
  person: { include: { manager: true } },
} satisfies Prisma.CheckInInclude;

/** The whole check-in. Throws UserFacingError if it isn't this person's. */
export async function readCheckIn(context: Context, ref: CheckInRef): Promise<CheckIn> {
  const row = await context.db.checkIn.findFirst({ where: owned(ref), include: parts });
  if (!row) throw notFound();
  const pin = await readPin(context, row);
  const { number } = await context.frameworks.version(row.frameworkVersionId);
  const { workspaceId, personId, frameworkVersionId } = row;
  const at = context.clock.now();
  const [aboveReadFrom, kept, agreed] = await Promise.all([
    readAboveReadFrom(context.db, workspaceId),
    keptForCheckIn(context, row),
    actionItemsOf(context, { workspaceId, personId, at, frameworkVersionId }),
  ]);
  return {
    ...pin,
    newRole: newRoleOf(context, row),
    kept,
    agreed,
    id: row.id,
    workspaceId,
    personId,
    cycle: {
      id: row.cycle.id,
      name: row.cycle.name,
      dueOn: dayFromDate(row.cycle.dueOn),
      reviewOn: dayFromDate(row.cycle.reviewOn),
    },
    frameworkNumber: number,
    state: checkInState(row),
    page: nearestPage(row.page, pin.pages),
    answers: toAnswers(row.answers),
    lastPage: toLastPage(row),
    submittedAt: row.submittedAt ?? undefined,
    managerUserId: managerOfToday(row.person)?.slackUserId,
    aboveMayRead: aboveReadFrom !== undefined,
    managerWhoLeftUserId: managerWhoLeft(row.person)?.slackUserId,
  };
}

function newRoleOf(
  { frameworks }: Context,
  { workspaceId, roleKey, person }: { workspaceId: string; roleKey: string; person: PersonRow },
) {
  if (person.roleKey === roleKey) return undefined;
  const { framework } = frameworks.current(workspaceId);
  const role = framework.roles.find(({ key }) => key === person.roleKey);
  // With another key it may still be the role that the check-in was begun for.
  return role && !role.was?.includes(roleKey) ? { key: role.key, title: role.title } : undefined;
}

/** The condition that every query for one check-in carries. */
export function owned({ workspaceId, personId, checkInId }: CheckInRef) {
  return { id: checkInId, workspaceId, personId };
}

export function toLastPage(
  row: Pick<CheckInRow, 'proudOf' | 'next' | 'needs' | 'keptGoingAlong' | 'lastPageEditedAt'>,
): LastPage {
  const { proudOf, next, needs, keptGoingAlong, lastPageEditedAt } = row;
  return { proudOf, next, needs, keptGoingAlong, editedAt: lastPageEditedAt ?? undefined };
}

export function notFound(): UserFacingError {
  return new UserFacingError(
    "I can't find that check-in among yours. Copy what you typed last, then open your check-in again.",
  );
}
