import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

/** Where a person's role or manager is written without an entry in the audit log, and why. */
const unrecorded: Record<string, string> = {
  'src/services/framework/publishing.ts': 'a role has another key: nobody has another role',
  'src/services/person/import/rows.ts': 'its caller, import/writing.ts, records it',
};

/** Whether a file changes somebody's role or manager. */
function writesAssignments(source: string): boolean {
  const isPrisma = /\bperson\s*\.(update|updateMany|upsert)\(/.test(source);
  const named = /\b(data|nothing|update)\b[^;]*\b(roleKey|managerId)\b/.test(source);
  const isSql = /\bSET\b(?:(?!WHERE)[^`])*\b(role_key|manager_id) = /.test(source);
  return (isPrisma && named) || isSql;
}

const writing = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
  .map((file) => ({ file, source: readFileSync(projectPath(file), 'utf8') }))
  .filter(({ source }) => writesAssignments(source));

it('every change of a role or a manager is recorded where it is written', () => {
  expect(writing.map(({ file }) => file)).toEqual(
    expect.arrayContaining([...Object.keys(unrecorded), 'src/services/person/assigning.ts']),
  );
  const silent = writing.filter(({ source }) => !source.includes('recordAssignments('));
  expect(silent.map(({ file }) => file).sort()).toEqual(Object.keys(unrecorded).sort());
});

it.each([
  'await tx.person.update({ where: { id }, data: { managerId: null } });',
  'await db.person.updateMany({ where, data: { roleKey } });',
  'UPDATE person SET manager_id = NULL WHERE name = 1',
])('would be missed: %s', (source) => {
  expect(writesAssignments(source)).toBe(true);
});

it('is not found where nothing of them is written', () => {
  expect(writesAssignments('await tx.person.update({ where: { id }, data: { name } });')).toBe(
    false,
  );
});
