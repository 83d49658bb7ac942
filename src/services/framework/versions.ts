import type { Context } from '../context.js';

/** A version as an operator sees it listed. */
export interface ListedVersion {
  number: number;
  publishedAt: Date;
  /** Empty where that was not kept. */
  publishedBy: string;
  note: string;
}

/** Returns all versions of the workspace's ladder, the newest first. */
export async function listVersions(
  { db }: Pick<Context, 'db'>,
  workspaceId: string,
): Promise<ListedVersion[]> {
  const rows = await db.frameworkVersion.findMany({
    where: { workspaceId },
    orderBy: { number: 'desc' },
    omit: { document: true },
  });
  return rows.map(({ number, createdAt, publishedBy, note }) => ({
    number,
    publishedAt: createdAt,
    publishedBy,
    note,
  }));
}
