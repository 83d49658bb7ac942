import type { Client } from 'pg';
import type { Framework } from '../../domain/framework/framework.js';
import { renamedKeys } from '../../domain/framework/renames.js';
import { parseStoredFramework } from '../../domain/framework/schema.js';
import { type LostRole, lostRolesAdvice, lostRolesText } from '../../services/person/index.js';
import { type Finding, passed, warning } from './finding.js';

/** The framework of the next start: that of a file, or the newest in the database. */
export type NextFramework = Framework | 'stored';

/**
 * Finds people whose role the next start's framework lacks; people who move along with a
 * rename have one. Where the database has the framework, also whether it can be read.
 */
export async function examineFrameworks(client: Client, next: NextFramework): Promise<Finding[]> {
  if (next !== 'stored') return examineRoles(client, next);
  const { rows } = await client.query<{ number: number; document: unknown }>(
    `SELECT DISTINCT ON (workspace_id) number, document
     FROM framework_version ORDER BY workspace_id, number DESC`,
  );
  const findings: Finding[] = [];
  for (const { number, document } of rows) {
    const read = readStored(document);
    if ('problem' in read) {
      const text = `Version ${number} of the ladder, the newest in the database, can't be read. ${read.problem}. People get an older one. Publish the ladder again from its file, or update Ladder.`;
      findings.push(warning('framework', text));
      continue;
    }
    const { name, roles } = read.framework;
    const text = `${name}, ${roles.length} roles, version ${number} in the database`;
    findings.push(passed('framework', text), ...(await examineRoles(client, read.framework)));
  }
  return findings;
}

async function examineRoles(client: Client, framework: Framework): Promise<Finding[]> {
  const known = framework.roles.map(({ key }) => key);
  const renamed = renamedKeys(framework.roles).map(({ from }) => from);
  const { rows } = await client.query<LostRole>(
    `SELECT role_key AS key, count(*)::int AS people FROM person
     WHERE left_at IS NULL AND NOT is_bot AND role_key <> ALL($1)
     GROUP BY role_key ORDER BY count(*) DESC, role_key`,
    [[...known, ...renamed]],
  );
  if (rows.length === 0) return [];
  return [warning('roles', `${lostRolesText(rows)} ${lostRolesAdvice}`)];
}

function readStored(document: unknown): { framework: Framework } | { problem: string } {
  try {
    return { framework: parseStoredFramework(document) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { problem: error.message };
  }
}
