/**
 * `npm run migration -- NAME` writes the next migration: the differences between
 * `prisma/schema.prisma` and the migrations. `npm run migration -- --check` only reports whether
 * there are any (exit code 1 then).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../src/project-path.js';
import { migrationSql } from './schema-engine.js';

const [argument] = process.argv.slice(2);
const check = argument === '--check';

if (argument === undefined || (!check && !/^[a-z][a-z0-9_]*$/.test(argument))) {
  console.error(
    'Give the migration a name in lower case, for example: npm run migration -- add_actions',
  );
  process.exit(1);
}
const sql = await migrationSql();
if (check) {
  if (sql !== '') {
    console.error(
      `The schema is ahead of the migrations. Run: npm run migration -- NAME\n\n${sql}`,
    );
    process.exit(1);
  }
  console.log('Schema and migrations agree.');
} else if (sql === '') {
  console.log('Nothing to do: schema and migrations agree.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = projectPath('prisma', 'migrations', `${stamp}_${argument}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`);
  console.log(`Wrote ${folder}`);
}
