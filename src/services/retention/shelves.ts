import { Prisma } from '../../database/index.js';

/** Until when rows are old enough to go. */
export interface Cutoffs {
  workspaceId: string;
  /** Reviews that were over before, and what is as old. */
  reviews: Date;
  /** People who had left before. */
  leavers: Date;
  /** The app was uninstalled before then as well: everybody counts as having left. */
  isAbandoned: boolean;
}

/** A kind of rows that are kept for a time. */
interface Shelf {
  /** One and many of them, as the report calls them. */
  one: string;
  many: string;
  table: string;
  /** SQL for a row: whether it is old enough to go. */
  isExpired(cutoffs: Cutoffs): Prisma.Sql;
}

const ofReview = ({ workspaceId, reviews }: Cutoffs) => Prisma.sql`cycle_id IN (
  SELECT id FROM cycle WHERE workspace_id = ${workspaceId}::uuid
    AND least(closed_at, cancelled_at, posts_closed_at) < ${reviews})`;
const before = (column: string) => {
  const name = Prisma.raw(column);
  return ({ reviews }: Cutoffs) => Prisma.sql`${name} < ${reviews}`;
};

/** What goes with the time, in the order in which it goes: nothing before what refers to it. */
export const shelves: readonly Shelf[] = [
  { one: 'check-in', many: 'check-ins', table: 'check_in', isExpired: ofReview },
  { one: "manager's view", many: "managers' views", table: 'assessment', isExpired: ofReview },
  { one: 'conversation', many: 'conversations', table: 'conversation', isExpired: ofReview },
  {
    ...{ one: 'message', many: 'messages', table: 'delivery' },
    isExpired: (cutoffs) =>
      Prisma.sql`(${ofReview(cutoffs)} OR (cycle_id IS NULL AND due_at < ${cutoffs.reviews}))`,
  },
  { one: 'exclusion', many: 'exclusions', table: 'cycle_exclusion', isExpired: ofReview },
  {
    ...{ one: 'person of a review', many: 'people of reviews' },
    ...{ table: 'cycle_member', isExpired: ofReview },
  },
  {
    ...{ one: 'closed action', many: 'closed actions', table: 'action_item' },
    isExpired: before('closed_at'),
  },
  {
    ...{ one: 'piece of evidence', many: 'pieces of evidence', table: 'evidence' },
    isExpired: before('happened_on'),
  },
  {
    ...{ one: 'note for a view', many: 'notes for views', table: 'manager_note' },
    isExpired: before('happened_on'),
  },
  {
    // The others go with the check-in that was read.
    ...{ one: 'entry of the access log', many: 'entries of the access log' },
    table: 'access_log_entry',
    isExpired: ({ reviews }) => Prisma.sql`check_in_id IS NULL AND read_at < ${reviews}`,
  },
  {
    ...{ one: 'entry of the audit log', many: 'entries of the audit log' },
    ...{ table: 'audit_log_entry', isExpired: before('at') },
  },
];

/** The rows of a shelf that are old enough, at most `most` of them. */
export function expiredRows(
  { table, isExpired }: Shelf,
  cutoffs: Cutoffs,
  most: number,
): Prisma.Sql {
  return Prisma.sql`SELECT id FROM ${Prisma.raw(table)}
    WHERE workspace_id = ${cutoffs.workspaceId}::uuid AND ${isExpired(cutoffs)}
    ORDER BY id LIMIT ${most}`;
}
