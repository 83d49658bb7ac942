import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsThat } from '../../../src/domain/data-map/data-map.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter } from '../check-in/desk.js';
import { typeEverywhere } from './typing-everywhere.js';

/** All kinds of oddities at once, spaces at both ends among them; the mark says where it was typed. */
const typed = (mark: string) =>
  ` \n\t ${mark}:\0 a  \ud83db\udc00 \uffff \u200f\u202eשלום\u202c cafe\u0301 🚀👩‍💻\r\nnext\u0007\u001b[31m\tend\u2028x \n\n\u00a0 `;
const kept = (mark: string) =>
  ` \n\t ${mark}: a  \ufffdb\ufffd \uffff \u200f\u202eשלום\u202c cafe\u0301 🚀👩‍💻\nnext[31m\tend\nx \n\n\u00a0 `;

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterAll(() => ladder.stop());

/** What stands in a column of words, oldest first; empty texts left out. */
async function stored(table: string, column: string): Promise<string[]> {
  const rows = await ladder.ladder.context.db.$queryRawUnsafe<{ text: string }[]>(
    `SELECT ${column} AS text FROM ${table} WHERE ${column} <> '' ORDER BY id`,
  );
  return rows.map(({ text }) => text);
}

/** The columns that the tests below have filled by typing. */
const filled = new Set<string>();
async function expectKept(column: string, mark = column) {
  const [table = '', name = ''] = column.split('.');
  expect(await stored(table, name)).toContain(kept(mark));
  filled.add(column);
}

describe('whatever people type', () => {
  it('is kept in every column that holds words of people', async () => {
    await typeEverywhere(ladder, { typed, isKept: expectKept });
    expect(await stored('check_in_answer', 'text')).toEqual(
      Array.from({ length: 5 }, () => kept('check_in_answer.text')),
    );

    // It was typed above into every column that holds words of people.
    expect([...filled].sort()).toEqual(columnsThat(({ contains }) => contains === 'words'));

    // It has left no trace of a failure.
    expect(ladder.logged.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });
});
