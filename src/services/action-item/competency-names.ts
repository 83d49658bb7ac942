import type { Context } from '../context.js';
import { readCompetencyNames } from '../framework/index.js';

/**
 * Returns action items with the names of their competencies: those of the version that they are read
 * beside, else those of the version in use. The name is undefined where an item is about none.
 */
export async function withCompetencyNames<Item extends { competencyKey: string | undefined }>(
  context: Pick<Context, 'db' | 'frameworks'>,
  version: { workspaceId: string; frameworkVersionId?: string | undefined },
  items: readonly Item[],
): Promise<(Item & { competencyName: string | undefined })[]> {
  const keys = new Set(items.flatMap(({ competencyKey: key }) => key ?? []));
  const names = await readCompetencyNames(context, version, keys);
  return items.map((item) => ({ ...item, competencyName: names.get(item.competencyKey ?? '') }));
}
