import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase, Transaction } from '../../../src/database/index.js';
import { reportsTo } from '../../../src/services/access/reporting-line.js';
import { openTestDatabase } from '../../support/database.js';

let database: OpenDatabase;
let workspaceId: string;
const idOf = new Map<string, string>();

/** People by their names, each with the name of their manager. */
async function put(...lines: [name: string, manager: string | null][]): Promise<void> {
  for (const [name] of lines) idOf.set(name, randomUUID());
  await database.db.person.createMany({
    data: lines.map(([name]) => ({ id: idOf.get(name), workspaceId, slackUserId: name, name })),
  });
  for (const [name, manager] of lines) {
    const managerId = manager === null ? null : idOf.get(manager);
    await database.db.person.update({ where: { id: idOf.get(name) }, data: { managerId } });
  }
}

beforeAll(async () => {
  database = await openTestDatabase();
  const data = { slackTeamId: 'T1', name: 'Moss & Fern' };
  ({ id: workspaceId } = await database.db.workspace.create({ data }));
  await put(['Ana', 'Ben'], ['Ben', 'Cas'], ['Cas', null], ['Dee', 'Eli'], ['Eli', 'Dee']);
  // A company of three thousand more, all of whom report to Cas.
  await database.db.$executeRaw`
    INSERT INTO person (id, workspace_id, slack_user_id, name, manager_id)
    SELECT gen_random_uuid(), ${workspaceId}::uuid, 'U' || number, '', ${idOf.get('Cas')}::uuid
    FROM generate_series(1, 3000) AS number`;
  await database.db.$executeRaw`ANALYZE person`;
});
afterAll(() => database.close());

const asks = (person: string, manager: string, tx: Pick<Transaction, '$queryRaw'> = database.db) =>
  reportsTo(tx, idOf.get(person) ?? '', idOf.get(manager) ?? '');

describe('a person', () => {
  it('reports to their manager and to those above, and not to those below', async () => {
    expect(await asks('Ana', 'Ben')).toBe(true);
    expect(await asks('Ana', 'Cas')).toBe(true);
    expect(await asks('Cas', 'Ana')).toBe(false);
    expect(await asks('Ben', 'Ana')).toBe(false);
    expect(await asks('Cas', 'Cas')).toBe(false);
  });

  it('who is in a circle already is found there, and nobody outside of it', async () => {
    expect(await asks('Dee', 'Eli')).toBe(true);
    expect(await asks('Dee', 'Dee')).toBe(true);
    expect(await asks('Dee', 'Ana')).toBe(false);
  });

  it('is looked up in a few rows, however large the company', async () => {
    const read = await database.db.$transaction(async (tx) => {
      const soFar = async () => {
        const [rows] = await tx.$queryRaw<{ read: number }[]>`
          SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables
          WHERE relname = 'person'`;
        return rows?.read ?? 0;
      };
      const before = await soFar();
      await asks('Ana', 'Dee', tx);
      return (await soFar()) - before;
    });
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(20);
  });
});
