import { matchText } from '../role/matching.js';
import { nearest } from '../role/nearest.js';
import type { FrameworkIndex } from '../role/position.js';
import { type Day, isDay } from '../time/day.js';
import { managerCircles } from './manager-circles.js';
import { isAddress, type PeopleProblem, type PeopleRow } from './people-file.js';

/** The values of one row of a people file; undefined where the cell is empty. */
export interface Placement {
  slackUserId: string;
  roleKey: string | undefined;
  managerSlackUserId: string | undefined;
  inRoleSince: Day | undefined;
}

/** A person of the workspace, by their Slack id. */
export interface Colleague {
  /** Their manager's Slack id. */
  manager: string | undefined;
  roleKey?: string | undefined;
  /** Anything but 'here' is the reason why the person can't be placed. */
  standing: 'here' | 'app' | 'left' | 'guest' | 'visitor' | 'erased';
}

export interface WhatIsKnown {
  framework: FrameworkIndex;
  /** The latest day that it is in any time zone. */
  today: Day;
  colleagues: ReadonlyMap<string, Colleague>;
  /**
   * Whether `colleagues` has everyone in the file that Slack knows, or only the people that Ladder
   * knows.
   */
  askedSlack: boolean;
}

/**
 * Checks the rows of a people file. Returns the placements and every problem, in the order of the
 * lines. The placements are complete only if there is no problem. A cell that says what is so already is
 * no problem, also where it couldn't be set today.
 */
export function placePeopleRows(
  rows: readonly PeopleRow[],
  known: WhatIsKnown,
): { placements: Placement[]; problems: PeopleProblem[] } {
  const inFile = new Map<string, PeopleRow>();
  for (const row of rows) if (!inFile.has(row.slackUserId)) inFile.set(row.slackUserId, row);
  const problems: PeopleProblem[] = [];
  // Cached, since many rows have the same text and matching one takes long.
  const roles = new Map<string, ReturnType<typeof readRole>>();
  const roleOf = (text: string) => {
    if (!roles.has(text)) roles.set(text, readRole(text, known.framework));
    return roles.get(text);
  };
  const placements = rows.map((row) => {
    const note = (message: string | undefined, whose = '') => {
      if (message === undefined) return;
      const standing = known.colleagues.get(whose)?.standing;
      problems.push({
        ...{ line: row.line, message },
        ...(standing === 'left' && { hasLeft: true }),
        ...(standing === 'erased' && { erased: whose }),
      });
    };
    const before = known.colleagues.get(row.slackUserId);
    note(personProblem(row, inFile, known), row.slackUserId);
    note(managerProblem(row, inFile, known), row.managerSlackUserId);
    note(dateProblem(row, known.today));
    const role = row.role !== '' && row.role === before?.roleKey ? row.role : roleOf(row.role);
    if (typeof role === 'object') note(role.problem);
    return {
      slackUserId: row.slackUserId,
      roleKey: typeof role === 'string' ? role : undefined,
      managerSlackUserId: row.managerSlackUserId || undefined,
      inRoleSince: row.startedOn || undefined,
    };
  });
  problems.push(...circleProblems(inFile, known));
  return { placements, problems: problems.sort((one, other) => one.line - other.line) };
}

const copyId = 'In Slack: open the profile, "More", "Copy member ID".';

function isSlackId(text: string): boolean {
  return /^[UW][A-Z0-9]{2,20}$/.test(text);
}

/** What is wrong with an address that Slack doesn't know, or couldn't be asked about. */
function addressProblem(address: string, askedSlack: boolean): string | undefined {
  if (!isAddress(address)) return undefined;
  return askedSlack
    ? `Slack knows nobody here with the address ${address}. Check it, give the Slack id, or take it out.`
    : `Slack wasn't asked whose address ${address} is. Give the Slack id. ${copyId}`;
}

function personProblem(
  row: PeopleRow,
  inFile: ReadonlyMap<string, PeopleRow>,
  { colleagues, askedSlack }: WhatIsKnown,
): string | undefined {
  const { slackUserId: id } = row;
  if (id === '') return `slack_user_id is empty. ${copyId}`;
  const ofAddress = addressProblem(id, askedSlack);
  if (ofAddress) return ofAddress;
  if (!isSlackId(id)) {
    return `"${id}" is no Slack user id; these look like U024BE7LH. ${copyId}`;
  }
  const first = inFile.get(id);
  if (first && first !== row) {
    return `${id} is in line ${first.line} already. Keep one of the two lines.`;
  }
  const colleague = colleagues.get(id);
  if (colleague?.standing === 'app') return `${id} is an app, not a person. Take the line out.`;
  if (colleague?.standing === 'left') {
    return `${id} has left the Slack workspace. Take the line out.`;
  }
  if (colleague?.standing === 'guest') {
    return `${id} is a guest in Slack, and Ladder is for full members. Take the line out.`;
  }
  if (colleague?.standing === 'visitor') {
    return `${id} belongs to another Slack workspace. Take the line out.`;
  }
  if (colleague?.standing === 'erased') {
    return `${id} was erased here. Take the line out, or ask whoever runs Ladder for your organisation to let them in again.`;
  }
  if (!colleague && askedSlack) {
    return `Slack knows nobody with the id ${id}. Check it, or take the line out.`;
  }
  return undefined;
}

function managerProblem(
  { slackUserId, managerSlackUserId: id }: PeopleRow,
  inFile: ReadonlyMap<string, PeopleRow>,
  { colleagues, askedSlack }: WhatIsKnown,
): string | undefined {
  if (id === '') return undefined;
  const ofAddress = addressProblem(id, askedSlack);
  if (ofAddress) return ofAddress;
  if (!isSlackId(id)) {
    return `The manager "${id}" is no Slack user id; these look like U024BE7LH. ${copyId}`;
  }
  if (id === slackUserId) {
    return `${id} is their own manager here. Give another one, or leave the cell empty.`;
  }
  if (inFile.has(id) || colleagues.get(slackUserId)?.manager === id) return undefined;
  const colleague = colleagues.get(id);
  if (colleague?.standing === 'app') return `The manager ${id} is an app. Give a person.`;
  if (colleague?.standing === 'left') {
    return `The manager ${id} has left the Slack workspace. Give another one.`;
  }
  if (colleague?.standing === 'guest') {
    return `The manager ${id} is a guest in Slack. Give a full member.`;
  }
  if (colleague?.standing === 'visitor') {
    return `The manager ${id} belongs to another Slack workspace. Give somebody of yours.`;
  }
  if (colleague?.standing === 'erased') {
    return `The manager ${id} was erased here. Give another one, or leave the cell empty.`;
  }
  if (colleague) return undefined;
  return askedSlack
    ? `Slack knows no manager with the id ${id}. Check it, or leave the cell empty.`
    : `The manager ${id} is neither in this file nor known to Ladder. Check the id, or give this person a line as well.`;
}

function dateProblem({ startedOn }: PeopleRow, today: Day): string | undefined {
  if (startedOn === '') return undefined;
  if (!isDay(startedOn)) {
    return `started_on "${startedOn}" is no date. Write it as year-month-day, like 2026-03-02.`;
  }
  return startedOn > today
    ? `started_on ${startedOn} is in the future. Give the day on which they took this role.`
    : undefined;
}

/** Returns a role's key, undefined for an empty text, or the problem. */
export function readRole(
  text: string,
  framework: FrameworkIndex,
): string | undefined | { problem: string } {
  if (text === '') return undefined;
  if (framework.role(text)) return text;
  const match = matchText(framework, text);
  if (match.kind === 'role' && match.role !== 'mine') return match.role.key;
  const near = match.kind === 'nearest' ? match : nearest(framework, text);
  const roles = near.roles.length > 0 ? near.roles : framework.framework.roles.slice(0, 5);
  const names = roles.map(({ key, title }) => `${key} (${title})`).join(', ');
  return { problem: `There is no role "${text}". The nearest: ${names}.` };
}

function circleProblems(
  inFile: ReadonlyMap<string, PeopleRow>,
  { colleagues }: WhatIsKnown,
): PeopleProblem[] {
  const managers = new Map<string, string>();
  for (const [id, { manager }] of colleagues) if (manager !== undefined) managers.set(id, manager);
  for (const [id, { managerSlackUserId }] of inFile) {
    if (managerSlackUserId === '') managers.delete(id);
    else managers.set(id, managerSlackUserId);
  }
  return managerCircles(managers, inFile.keys()).flatMap((circle) => {
    const lines = circle.flatMap((id) => inFile.get(id)?.line ?? []);
    if (lines.length === 0) return [];
    const way = [...circle, circle[0]].join(' → ');
    return [
      {
        line: Math.min(...lines),
        message: `These managers go round in a circle: ${way}. Change one of them, or leave it empty.`,
      },
    ];
  });
}
