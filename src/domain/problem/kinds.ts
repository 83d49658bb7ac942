/** What keeps people from taking part in a review or from getting a message; in the order of listing. */
export const problemKinds = [
  'no_role',
  'role_gone',
  'no_manager',
  'manager_gone',
  'circle',
  'unreachable',
  'failed',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** How many there are of each kind: people or, of `failed`, messages. */
export type ProblemCounts = Record<ProblemKind, number>;

/** Returns how many problems there are in all. */
export function sumOf(counts: ProblemCounts): number {
  return problemKinds.reduce((sum, kind) => sum + counts[kind], 0);
}

interface Words {
  /** After the number: for one, and for several. */
  one: string;
  several: string;
  /** What follows from it, and what can be done about it. */
  advice: string;
  /** The command that mends it. */
  command: string;
}

const role = 'ladder people set PERSON --role ROLE';
const manager = 'ladder people set PERSON --manager PERSON';

/** The words for each kind, in Slack and on the command line. */
export const problemWords: Record<ProblemKind, Words> = {
  no_role: {
    one: 'person has no role yet',
    several: 'people have no role yet',
    advice: 'No check-in is asked of them until they have one.',
    command: role,
  },
  role_gone: {
    one: 'person stands on a role that is no longer on the ladder',
    several: 'people stand on roles that are no longer on the ladder',
    advice: 'Each of them is asked to pick another one.',
    command: `${role}, or bring the roles back: ladder framework publish FILE.yaml`,
  },
  no_manager: {
    one: 'participant has no manager set',
    several: 'participants have no manager set',
    advice: 'Nobody but themselves sees their check-ins until they have.',
    command: manager,
  },
  manager_gone: {
    one: 'participant has a manager who left',
    several: 'participants have a manager who left',
    advice: 'They are asked to choose another one; until then nobody sees their check-ins.',
    command: manager,
  },
  circle: {
    one: 'person is in a circle of managers',
    several: 'people are in a circle of managers',
    advice: 'Each of them reports to themselves through the others.',
    command: manager,
  },
  unreachable: {
    one: 'person can’t be reached in Slack',
    several: 'people can’t be reached in Slack',
    advice: 'Slack refused to deliver to them, so they know nothing of what Ladder sent.',
    command: 'ladder deliveries retry ID, or leave them out: ladder cycle exclude NAME PERSON',
  },
  failed: {
    one: 'message failed, or nobody knows whether it arrived',
    several: 'messages failed, or nobody knows whether they arrived',
    advice: 'Ladder doesn’t try them again by itself.',
    command: 'ladder deliveries retry ID, or ladder deliveries drop ID',
  },
};

/** Formats "2 people have no role yet". */
export function problemFact(kind: ProblemKind, count: number): string {
  const { one, several } = problemWords[kind];
  return `${count} ${count === 1 ? one : several}`;
}
