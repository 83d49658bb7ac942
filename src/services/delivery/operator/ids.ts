import type { Context } from '../../context.js';
import { UserFacingError } from '../../errors/index.js';

/** Ids begin with the time of their creation; their endings differ. */
const shownLength = 8;
const shortestLength = 6;
const wholeLength = 36;
const idPart = /^[0-9a-f-]+$/;
const wholeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Returns the shortest unique endings of ids, by the whole ids. */
export function shortIds(ids: readonly string[]): Map<string, string> {
  let length = shownLength;
  const shorten = () => ids.map((id) => id.slice(-length));
  while (length < wholeLength && new Set(shorten()).size < new Set(ids).size) length += 1;
  return new Map(ids.map((id) => [id, id.slice(-length)]));
}

/** The whole id of the message whose id ends so. Throws UserFacingError if there isn't exactly one. */
export async function findDeliveryId(
  { db }: Pick<Context, 'db'>,
  { workspaceId, text }: { workspaceId: string; text: string },
): Promise<string> {
  const end = text.trim().toLowerCase();
  if (!idPart.test(end) || end.length < shortestLength || end.length > wholeLength) {
    throw new UserFacingError(
      `${text} is no message's id. Copy the id, or at least its last six characters, from: ladder deliveries list`,
    );
  }
  const rows = wholeId.test(end)
    ? await db.delivery.findMany({ where: { workspaceId, id: end }, select: { id: true } })
    : // Reads all rows of the workspace: with millions of them that takes seconds.
      await db.$queryRaw<{ id: string }[]>`
        SELECT id FROM delivery WHERE workspace_id = ${workspaceId}::uuid
          AND id::text LIKE ${`%${end}`} ORDER BY id LIMIT 3`;
  const [first, ...others] = rows;
  if (first && others.length === 0) return first.id;
  if (!first) {
    throw new UserFacingError(
      `There is no message whose id ends in ${text}. See: ladder deliveries list`,
    );
  }
  const ids = rows.map(({ id }) => id).join(', ');
  throw new UserFacingError(`Several messages' ids end in ${text}. Give more of it: ${ids}`);
}
