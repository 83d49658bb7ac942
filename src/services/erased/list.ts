import { z } from 'zod';
import type { Context } from '../context.js';

/** The list of erased people as it is kept outside the database: hashes, and no names or ids. */
const listSchema = z.object({
  format: z.literal(1),
  erased: z.array(
    z.object({
      slackTeamId: z.string(),
      salt: z.string().min(32),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      erasedAt: z.iso.datetime(),
    }),
  ),
});

export type ErasedList = z.infer<typeof listSchema>;

/** Returns the list of all workspaces of the database, by when people were erased. */
export async function readErasedList({ db }: Pick<Context, 'db'>): Promise<ErasedList> {
  const rows = await db.erasedPerson.findMany({
    include: { workspace: { select: { slackTeamId: true } } },
    orderBy: [{ erasedAt: 'asc' }, { hash: 'asc' }],
  });
  const erased = rows.map(({ workspace: { slackTeamId }, salt, hash, erasedAt }) => ({
    ...{ slackTeamId, salt, hash },
    erasedAt: erasedAt.toISOString(),
  }));
  return { format: 1, erased };
}

/** Reads a list's file; undefined where the text is none. */
export function parseErasedList(text: string): ErasedList | undefined {
  try {
    return listSchema.parse(JSON.parse(text));
  } catch {
    // Whatever it is: the caller says that the file is no list.
    return undefined;
  }
}

/**
 * Adds what a list has to the database's own, as after a restore. What is there already stays; entries
 * of workspaces that the database doesn't have are left out.
 */
export async function addToErasedList(
  { db }: Pick<Context, 'db'>,
  { erased }: ErasedList,
): Promise<void> {
  const workspaces = await db.workspace.findMany({ select: { id: true, slackTeamId: true } });
  const idOf = new Map(workspaces.map(({ id, slackTeamId }) => [slackTeamId, id]));
  const data = erased.flatMap(({ slackTeamId, salt, hash, erasedAt }) => {
    const workspaceId = idOf.get(slackTeamId);
    return workspaceId === undefined ? [] : [{ workspaceId, salt, hash, erasedAt }];
  });
  await db.erasedPerson.createMany({ data, skipDuplicates: true });
}
