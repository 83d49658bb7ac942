import type { Database } from '../../database/index.js';
import type { Framework } from '../../domain/framework/framework.js';
import { competencyLabel } from '../../domain/role/labels.js';
import { indexOf } from '../../domain/role/position.js';
import type { Context } from '../context.js';
import { readCompetencyKeys } from './competency-keys.js';

/** A workspace, and the version of its ladder that is read, if it is not the one in use. */
interface NamingVersion {
  workspaceId: string;
  frameworkVersionId?: string | undefined;
}

/**
 * Reads what competencies are called, by the keys that they have in the version in use: the name in
 * the version that is read, else in the one in use, else in the last one that had it.
 */
export async function readCompetencyNames(
  context: Pick<Context, 'db' | 'frameworks'>,
  { workspaceId, frameworkVersionId }: NamingVersion,
  keys: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const { frameworks } = context;
  if (keys.size === 0) return new Map();
  const { id, framework } = frameworks.current(workspaceId);
  const names = namesIn(framework, keys, (key) => key);
  if (frameworkVersionId !== undefined && frameworkVersionId !== id) {
    const [read, { pinned }] = await Promise.all([
      frameworks.version(frameworkVersionId),
      readCompetencyKeys(context, { workspaceId, frameworkVersionId }),
    ]);
    for (const [key, name] of namesIn(read.framework, keys, pinned)) names.set(key, name);
  }
  const gone = [...keys].filter((key) => !names.has(key));
  for (const { key, name } of await lastNames(context, workspaceId, gone)) names.set(key, name);
  return names;
}

function namesIn(
  framework: Framework,
  keys: ReadonlySet<string>,
  keyThere: (key: string) => string | undefined,
): Map<string, string> {
  const index = indexOf(framework);
  return new Map(
    [...keys].flatMap((key) => {
      const competency = index.competency(keyThere(key) ?? '');
      return competency ? [[key, competencyLabel(index, competency)] as const] : [];
    }),
  );
}

/** Reads nothing of the documents but the names, so that a damaged version counts as well. */
async function lastNames(
  { db }: { db: Database },
  workspaceId: string,
  keys: readonly string[],
): Promise<{ key: string; name: string }[]> {
  if (keys.length === 0) return [];
  return db.$queryRaw<{ key: string; name: string }[]>`
    SELECT DISTINCT ON (competency->>'key') competency->>'key' AS key, competency->>'name' AS name
    FROM framework_version AS version, jsonb_array_elements(
      CASE jsonb_typeof(version.document->'competencies')
        WHEN 'array' THEN version.document->'competencies' ELSE '[]' END) AS competency
    WHERE version.workspace_id = ${workspaceId}::uuid AND competency->>'key' = ANY(${keys})
      AND competency->>'name' IS NOT NULL
    ORDER BY competency->>'key', version.number DESC`;
}
