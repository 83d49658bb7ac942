import type { Transaction } from '../../database/index.js';
import { UserFacingError } from '../errors/index.js';

export interface NamedPerson {
  id: string;
  slackUserId: string;
  name: string;
}

/** So many are named in a sentence. */
const mostNamed = 5;

/**
 * Finds people by their Slack ids or whole names, as they were typed, in one statement however many
 * they are. Throws UserFacingError where one is unknown, has left (unless `alsoLeft`), or shares the name
 * with another one.
 */
export async function findNamed(
  tx: Pick<Transaction, '$queryRaw'>,
  workspaceId: string,
  typed: readonly string[],
  { alsoLeft = false }: { alsoLeft?: boolean } = {},
): Promise<NamedPerson[]> {
  const wanted = [...new Set(typed.map(plain).filter((one) => one !== ''))];
  if (wanted.length === 0) {
    throw new UserFacingError('Name at least one person. Nothing is changed.');
  }
  const people = await tx.$queryRaw<NamedPerson[]>`
    SELECT id, slack_user_id AS "slackUserId", name FROM person
    WHERE workspace_id = ${workspaceId}::uuid AND (left_at IS NULL OR ${alsoLeft}) AND NOT is_bot
      AND (lower(slack_user_id) = ANY(${wanted}) OR lower(name) = ANY(${wanted}))
    ORDER BY name, slack_user_id`;
  const found = new Map<string, NamedPerson[]>();
  for (const person of people) {
    for (const key of new Set([plain(person.slackUserId), plain(person.name)])) {
      found.set(key, [...(found.get(key) ?? []), person]);
    }
  }
  const unknown = wanted.filter((one) => !found.has(one));
  refuse(unknown, 'Nobody here is called');
  refuse(
    wanted.filter((one) => (found.get(one)?.length ?? 0) > 1),
    'Several people are called',
  );
  return people;
}

function refuse(names: readonly string[], why: string): void {
  if (names.length === 0) return;
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  const listed = names.slice(0, mostNamed).join(', ');
  throw new UserFacingError(`${why} ${listed}${more}. Use Slack ids. Nothing is changed.`);
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
