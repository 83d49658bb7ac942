import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

/** Whether a version from before this migration fails beside it. */
function breaksOlderVersions(sql: string): boolean {
  return /\bRENAME (TO|COLUMN)\b|\bDROP (TABLE|COLUMN)\b|\bSET NOT NULL\b/i.test(
    sql.replace(/^--.*$/gm, ''),
  );
}

it('names each migration for which all instances must be stopped', () => {
  const page = readFileSync(projectPath('docs', 'operations.md'), 'utf8');
  const breaking = readdirSync(projectPath('prisma', 'migrations'))
    .filter((name) => /^\d/.test(name))
    .filter((name) => {
      const file = projectPath('prisma', 'migrations', name, 'migration.sql');
      return breaksOlderVersions(readFileSync(file, 'utf8'));
    });
  expect(breaking).toContain('20261128150000_standard_names');
  expect(breaking.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it('tells such a migration from one that only adds', () => {
  expect(breaksOlderVersions('ALTER TABLE "action" RENAME TO "action_item";')).toBe(true);
  expect(breaksOlderVersions('ALTER TABLE "delivery" DROP COLUMN "stumbles";')).toBe(true);
  expect(breaksOlderVersions('ALTER TABLE "delivery" ALTER COLUMN "x" SET NOT NULL;')).toBe(true);
  expect(breaksOlderVersions('ALTER TABLE "delivery" ADD COLUMN "x" text; -- no DROP')).toBe(false);
});
