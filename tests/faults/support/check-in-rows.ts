import type { Filled } from './check-in-person.js';
import type { Storage } from './storage.js';

/** Check-ins in the database that are only half of what one request writes; in words. */
export async function halfChanged({ query }: Storage): Promise<string[]> {
  // A page's answer and the page to resume at are one change; so are sending and its time.
  const rows = await query<{ id: string; page: number; answers: number; state: string }>(`
    SELECT c.id, c.page, c.state::text, count(a.id)::int AS answers
    FROM check_in c LEFT JOIN check_in_answer a ON a.check_in_id = c.id AND a.rating_key IS NOT NULL
    GROUP BY c.id
    HAVING c.page > count(a.id)
      OR (c.state = 'submitted') <> (c.submitted_at IS NOT NULL)
      OR (c.state = 'submitted' AND count(a.id) < 5)`);
  return rows.map(
    ({ id, page, answers, state }) => `${id}: ${state}, page ${page}, ${answers} answers`,
  );
}

interface Row {
  slackUserId: string;
  state: string;
  proudOf: string;
  competency: string;
  rating: string | null;
  text: string;
}

/** What was acknowledged to these people and is not in the database; in words. */
export async function lostOf({ query }: Storage, filled: readonly Filled[]): Promise<string[]> {
  const rows = await query<Row>(`
    SELECT p.slack_user_id AS "slackUserId", c.state::text, c.proud_of AS "proudOf",
      a.competency_key AS competency, a.rating_key AS rating, a.text
    FROM check_in c JOIN person p ON p.id = c.person_id
    LEFT JOIN check_in_answer a ON a.check_in_id = c.id`);
  return filled.flatMap(({ person, given, proudOf }) => {
    const own = rows.filter(({ slackUserId }) => slackUserId === person.id);
    const missing = [...given].filter(([competency, { promised, since }]) => {
      const row = own.find((one) => one.competency === competency);
      const isKept = row?.text === promised?.text && row?.rating === promised?.rating;
      return !isKept && !since.includes(row?.text ?? '');
    });
    const isSent = own.some((row) => row.state === 'submitted' && row.proudOf === proudOf);
    return [
      ...missing.map(([competency]) => `${person.name}: ${competency}`),
      ...(isSent ? [] : [`${person.name}: the sent check-in`]),
    ];
  });
}

/** How many people have more than one check-in in a cycle. */
export async function doubledCheckIns({ query }: Storage): Promise<number> {
  const rows = await query(`
    SELECT person_id FROM check_in GROUP BY cycle_id, person_id HAVING count(*) > 1`);
  return rows.length;
}

/** Reads every row of every table and makes every index anew, which fails where something is damaged. */
export async function readEverything({ query }: Storage): Promise<number> {
  await query('REINDEX SCHEMA public');
  const tables = await query<{ name: string }>(`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`);
  let characters = 0;
  for (const { name } of tables) {
    const [row] = await query<{ sum: number | null }>(
      `SELECT sum(length(one::text))::int AS sum FROM ${name} AS one`,
    );
    characters += row?.sum ?? 0;
  }
  return characters;
}
