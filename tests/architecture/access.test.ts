import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

/** Where the relation between two people is worked out. */
const home = /^src\/(domain|services)\/access\//;

/** The only other places that compare managers, each with its reason. */
const comparing: Record<string, string> = {
  'src/services/person/place-rules.ts': 'whether somebody would be their own manager',
  'src/services/person/import/writing.ts': 'whether a row of a file changes a person',
};

/** The statements that find people by their managers; what is done with them is asked of access. */
const joining: Record<string, string> = {
  'src/services/erasure/counts.ts': 'what stays of an erased person for others, counted',
  'src/services/erasure/messages.ts': 'posts that may name somebody who is erased',
  'src/services/reminder/digest-planning.ts': 'managers with somebody to write to',
  'src/services/cycle/members.ts': 'for whom a review of a team or a line is',
  'src/services/person/removal.ts': 'reports of somebody who is taken off the ladder',
  'src/services/person/profiles.ts': 'reports whose posts name somebody who has left or is back',
  'src/services/completion/status.ts': "the managers' names in an admin's list of people",
  'src/services/problem/found.ts': 'people without a manager, for an admin',
  'src/services/problem/problems.ts': 'people whose manager has left, for an admin',
  'src/services/reminder/waiting-for-view.ts': 'managers for whose view a check-in waits',
  'src/services/reveal/unrevealed.ts': 'check-ins that both sides have sent',
  'src/services/team/progress.ts': 'the counts in a digest',
  'src/services/team/reports.ts': 'the reports of a manager',
  'src/services/team/due-action-items.ts': 'action items of a team',
};

const manager = String.raw`\b(managerId|managerOfToday\([^()]*\)\??\.id|manager\??\.id)\b`;
/** Ways to compare a manager with somebody in TypeScript. */
const comparisons = [
  new RegExp(`${manager} [!=]== (?!null|undefined|'')`),
  new RegExp(String.raw`[!=]== ([\w?]+\.)*${manager}`),
];
/** Ways to find people by their managers in SQL and in Prisma's conditions. */
const joins = [
  /\bmanager_id (=|<>|!=|IN|IS (NOT )?DISTINCT FROM) (?!EXCLUDED)/,
  /= (?!EXCLUDED)\w+\.manager_id\b/,
  /\bmanagerId: \{ (in|equals|not): /,
];

const sources = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => file.endsWith('.ts') && !file.includes('generated') && !home.test(file));

function linesOf(source: string, patterns: readonly RegExp[]): string[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^(\*|\/\/|\/\*)/.test(line) && patterns.some((one) => one.test(line)));
}

function filesWith(patterns: readonly RegExp[]): string[] {
  return sources.filter(
    (file) => linesOf(readFileSync(projectPath(file), 'utf8'), patterns).length > 0,
  );
}

describe('who is whose manager', () => {
  it('is worked out in access alone', () => {
    expect(filesWith(comparisons)).toEqual(Object.keys(comparing));
  });

  it('is asked of the database in few statements', () => {
    expect(filesWith(joins).sort()).toEqual(Object.keys(joining).sort());
  });

  it.each([
    'if (recipient.managerId !== claim.subjectId) return;',
    'const isMine = row.managerId === actorId;',
    'return actorId === report.managerId;',
    'return managerOfToday(person)?.id === actorId;',
    'const own = actorId === person.manager?.id;',
    'if (person.manager?.id !== actorId) throw new Error();',
  ])('is found where it is compared: %s', (line) => {
    expect(linesOf(`  ${line}\n`, comparisons)).toEqual([line]);
  });

  it.each([
    'WHERE person.manager_id = ANY($1)',
    'JOIN person AS manager ON manager.id = person.manager_id',
    'where: { workspaceId, OR: [{ managerId: { in: ids } }] },',
  ])('is found where it is joined: %s', (line) => {
    expect(linesOf(`  ${line}\n`, joins)).toEqual([line]);
  });

  it.each([
    'if (managerId === null) return;',
    'const { managerId } = input;',
    '// Compares person.managerId === actorId.',
    'SELECT manager_id AS "managerId"',
  ])('is not found where nothing is compared: %s', (line) => {
    expect(linesOf(`  ${line}\n`, [...comparisons, ...joins])).toEqual([]);
  });
});
