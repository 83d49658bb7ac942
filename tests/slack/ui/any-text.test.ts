import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../../src/project-path.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { wordColumns } from '../../support/word-columns.js';
import { openView } from '../assessment/desk.js';
import { goOn, openCheckIn, openQuarter, reads } from '../check-in/desk.js';
import { fillAction, lastOf, untilModal } from '../conversation/desk.js';
import { fillAndKeep, keep, said } from '../evidence/desk.js';
import { readTeam } from '../team/people.js';

/** All kinds of oddities at once; the mark says where it was typed. */
const typed = (mark: string) =>
  `${mark}:\0 a\ud83db\udc00 \uffff \u200f\u202eשלום\u202c cafe\u0301 🚀👩‍💻\r\nnext\u0007\u001b[31m\tend\u2028x`;
const kept = (mark: string) =>
  `${mark}: a\ufffdb\ufffd \uffff \u200f\u202eשלום\u202c cafe\u0301 🚀👩‍💻\nnext[31m\tend\nx`;

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
    // It is kept in their check-in, while they type and when they send it.
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    await teo.choose('modal', 'check_in.choose', 'Meeting');
    await teo.type('check_in.type', typed('while typing'));
    await ladder.slack.waitFor(() => !reads(teo).includes('could'));
    for (let page = 0; page < 5; page += 1) {
      await teo.choose('modal', 'check_in.choose', 'Meeting');
      await teo.type('check_in.type', typed('check_in_answer.text'));
      await goOn(teo);
    }
    await teo.type('check_in.proud_of', typed('check_in.proud_of'));
    await teo.type('check_in.needs', typed('check_in.needs'));
    await goOn(teo);
    expect(reads(teo)).toContain('is sent');
    expect(await stored('check_in_answer', 'text')).toEqual(
      Array.from({ length: 5 }, () => kept('check_in_answer.text')),
    );
    for (const column of ['check_in_answer.text', 'check_in.proud_of', 'check_in.needs']) {
      await expectKept(column);
    }
    await teo.close({ all: true });

    // It is kept in what a manager keeps about them for their view.
    const mika = ladder.as('Mika');
    await readTeam(ladder, 'Mika');
    await mika.click(lastOf(ladder, 'Mika'), 'Open the page of Teo Associate');
    await untilModal(ladder, 'Mika', 'What you keep for your next view');
    await mika.click('modal', 'Keep something about Teo Associate');
    await untilModal(ladder, 'Mika', 'What did you see?');
    await mika.type('What did you see?', typed('manager_note.note'));
    await mika.submit();
    await expectKept('manager_note.note');
    await mika.close({ all: true });

    // It is kept in a manager's view.
    await openView(ladder, mika, 'Teo');
    for (let page = 0; page < 5; page += 1) {
      await mika.choose('modal', 'assessment.choose', 'Meeting');
      await mika.type('assessment.type', typed('assessment_answer.text'));
      await goOn(mika);
    }
    await mika.type('assessment.summary', typed('assessment.summary'));
    await goOn(mika);
    await goOn(mika);
    await expectKept('assessment_answer.text');
    await expectKept('assessment.summary');
    await mika.close({ all: true });

    // It is kept in a piece of evidence.
    const rosa = ladder.as('Rosa');
    await keep(ladder, rosa, await said(ladder, 'Rosa', 'The refund workshop is done'));
    await fillAndKeep(rosa, { note: typed('evidence.note'), competency: 'Execution' });
    await expectKept('evidence.note');
    await rosa.close({ all: true });

    // It is kept in an action that two agree on, and in why it moves.
    await ladder.sendDue();
    await readTeam(ladder, 'Mika');
    await mika.click(lastOf(ladder, 'Mika'), 'Record the conversation with Teo Associate');
    await untilModal(ladder, 'Mika', 'When did you talk?');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Add an action');
    await mika.click('modal', 'Add an action');
    await untilModal(ladder, 'Mika', 'What is to be done?');
    await fillAction(ladder, 'Mika', {
      what: typed('action_item.what'),
      measure: typed('action_item.measure'),
    });
    await expectKept('action_item.what');
    await expectKept('action_item.measure');
    await untilModal(ladder, 'Mika', 'Add another action');
    await mika.click('modal', 'Change', { nth: 0 });
    await untilModal(ladder, 'Mika', 'Change an action');
    const inputs = Object.values(mika.modal()?.values ?? {}).flatMap((one) => Object.values(one));
    expect(inputs).toContain(kept('action_item.what'));
    await mika.close({ all: true });

    // It is kept in the notes of the conversation.
    await readTeam(ladder, 'Mika');
    await mika.click(lastOf(ladder, 'Mika'), 'Open the record with Teo Associate');
    await untilModal(ladder, 'Mika', 'What you agreed on');
    await mika.click('modal', 'conversation.notes');
    await untilModal(ladder, 'Mika', 'What do you want to remember of it?');
    await mika.type('conversation.notes_text', typed('conversation.notes'));
    await mika.submit();
    await untilModal(ladder, 'Mika', 'The notes are saved.');
    await expectKept('conversation.notes');
    await mika.close({ all: true });

    // It is kept in what a report says about it.
    ladder.clock.set('2027-03-05T09:00:00Z');
    await ladder.sendDue();
    await teo.click(lastOf(ladder, 'Teo'), 'Comment');
    await untilModal(ladder, 'Teo', 'What do you see differently');
    await teo.type('What do you see differently, or want to add?', typed('form_draft.text'));
    await ladder.ladder.idle();
    await expectKept('form_draft.text');
    await teo.type('What do you see differently, or want to add?', typed('conversation.comment'));
    await teo.submit();
    await expectKept('conversation.comment');
    await teo.close({ all: true });

    // It is kept in what the manager says about what the report has changed.
    await teo.click(lastOf(ladder, 'Teo'), 'Read it');
    await untilModal(ladder, 'Teo', 'What you agreed on');
    await teo.click('modal', 'Change the day');
    await untilModal(ladder, 'Teo', 'When did you talk?');
    await teo.choose('modal', 'When did you talk?', '2027-03-03');
    await teo.submit();
    await untilModal(ladder, 'Teo', 'talked on Wednesday 3 March');
    await teo.close({ all: true });
    await readTeam(ladder, 'Mika');
    await mika.click(lastOf(ladder, 'Mika'), 'Open the record with Teo Associate');
    await untilModal(ladder, 'Mika', 'changed it last');
    await mika.click('modal', 'conversation.comment');
    await untilModal(ladder, 'Mika', 'What do you see differently');
    await mika.type('conversation.comment_text', typed('conversation.manager_comment'));
    await mika.submit();
    await expectKept('conversation.manager_comment');
    await mika.close({ all: true });

    // It is kept as the reason for which an action moves.
    await teo.command('/ladder', 'me');
    await ladder.slack.waitFor(() => lastOf(ladder, 'Teo').text.startsWith('You are'));
    await teo.click(lastOf(ladder, 'Teo'), 'All my actions');
    await untilModal(ladder, 'Teo', 'action_item.what');
    await teo.click('modal', 'Move');
    await untilModal(ladder, 'Teo', 'By when instead?');
    await teo.type('Why does it move?', typed('action_item.reason'));
    await teo.choose('modal', 'By when instead?', '2027-06-11');
    await teo.submit();
    await expectKept('action_item.reason');
    await teo.close({ all: true });

    // It was typed above into every column that holds words of people.
    expect([...filled].sort()).toEqual(wordColumns(projectPath('prisma', 'schema.prisma')));

    // It has left no trace of a failure.
    expect(ladder.logged.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });
});
