import type { Database } from '../../database/index.js';
import { grouped } from '../../domain/framework/grouped.js';
import { type RenamedKey, renamedKeys } from '../../domain/framework/renames.js';

interface Row {
  number: number;
  key: string;
  was: string[];
}

/**
 * Reads the renames of competencies that versions declare, the oldest first, without reading the
 * documents as a whole: one that is damaged elsewhere counts as well.
 */
export async function readRenames(
  db: Database,
  { workspaceId, after, upTo }: { workspaceId: string; after: number; upTo: number },
): Promise<RenamedKey[][]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT version.number, competency->>'key' AS key, competency->'was' AS was
    FROM framework_version AS version, jsonb_array_elements(
      CASE jsonb_typeof(version.document->'competencies')
        WHEN 'array' THEN version.document->'competencies' ELSE '[]' END) AS competency
    WHERE version.workspace_id = ${workspaceId}::uuid
      AND version.number > ${after} AND version.number <= ${upTo}
      AND jsonb_typeof(competency->'was') = 'array'
    ORDER BY version.number`;
  return [...grouped(rows, ({ number }) => number).values()].map(renamedKeys);
}
