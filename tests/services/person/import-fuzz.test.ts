import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPeopleFile } from '../../../src/domain/person/people-file.js';
import { importPeople } from '../../../src/services/person/import/import.js';
import { openWorld } from '../check-in/world.js';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const columns = ['slack_user_id', 'role', 'manager_slack_user_id', 'started_on'];
const ids = ['U0ROSA', 'U0MIKA', 'U0TEO', 'U0WREN', 'W0NOOR'];
const oddCell = fc.constantFrom(
  ...[
    '',
    ' ',
    'u0rosa',
    '@rosa',
    'U0',
    '=1+1',
    '"',
    'a"b',
    'a,b',
    'a\nb',
    '#N/A',
    '\u0000',
    '\ufffd',
  ],
  ...['👩‍🌾', '\u202eabc', '__proto__', 'x'.repeat(300), '2027-02-30', '02/03/2027', '9999-12-31'],
);
const cells = (...usual: string[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: oddCell });
const row = fc.tuple(
  cells(...ids),
  cells('associate', 'manager', 'Team Leader', ''),
  cells('', '', ...ids),
  cells('2026-03-02', '', '2020-01-01'),
);
const heading = fc.oneof(
  { weight: 9, arbitrary: fc.constant(columns) },
  { weight: 1, arbitrary: fc.shuffledSubarray([...columns, 'salary', 'role', '']) },
);
const mark = fc.constantFrom(',', ';', '\t');
const file = fc
  .tuple(heading, fc.array(row, { maxLength: 4 }), mark, fc.boolean())
  .map(([first, rows, mark, quotes]) => {
    const text = (cell: string) => (quotes ? `"${cell.replaceAll('"', '""')}"` : cell);
    return [first, ...rows].map((cells) => cells.map(text).join(mark)).join('\n');
  });

const isSentence = (message: string) => expect(message).toMatch(/[.?]$/u);

describe('a people file with anything in it', () => {
  it('is read, or its problems are said with their lines', () => {
    const bytes = fc.string({ unit: fc.constantFrom(...'"",;\n\r\tU0 a_é'), maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(file, bytes), (text) => {
        const { rows, problems } = readPeopleFile(text);
        expect(rows.length + problems.length).toBeGreaterThan(0);
        for (const { line, message } of problems) {
          expect(line).toBeGreaterThan(0);
          isSentence(message);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is imported as a whole, or nothing of it is', async () => {
    const { workspaceId } = await world.workspace({ role: null });
    const stored = async () =>
      (await world.context.db.person.findMany({ orderBy: { slackUserId: 'asc' } })).map(
        ({ slackUserId, roleKey, managerId, inRoleSince }) =>
          JSON.stringify({ slackUserId, roleKey, managerId, inRoleSince }),
      );
    let imports = 0;
    let before = await stored();
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const read = readPeopleFile(text);
        const result = await importPeople(world.context, {
          ...{ workspaceId, by: { operator: 'ops' }, ...read },
        });
        const after = await stored();
        if ('problems' in result) {
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { message } of result.problems) isSentence(message);
          expect(after).toEqual(before);
        } else {
          imports += 1;
          const named = new Set(read.rows.map(({ slackUserId }) => slackUserId));
          const all = after.map((one) => JSON.parse(one).slackUserId);
          for (const id of named) expect(all).toContain(id);
        }
        before = after;
      }),
      { numRuns: 300 },
    );
    expect(imports).toBeGreaterThan(20);
    expect(imports).toBeLessThan(280);
  });
});
