import { expect } from 'vitest';
import type { TestLadder } from '../../support/ladder.js';
import { openView } from '../assessment/desk.js';
import { goOn, openCheckIn, reads } from '../check-in/desk.js';
import { fillAction, lastOf, openFrom, untilModal } from '../conversation/desk.js';
import { fillAndKeep, keep, said } from '../evidence/desk.js';
import { readTeam } from '../team/people.js';

export interface TypedWords {
  /** The words to type; the mark says where. */
  typed(mark: string): string;
  /** Called when they have been sent, with the column of the database in which they are kept. */
  isKept(column: string): Promise<void>;
}

/** Rosa, Teo and Mika type into every window that takes words, from Teo's check-in to their record. */
export async function typeEverywhere(
  ladder: TestLadder,
  { typed, isKept }: TypedWords,
): Promise<void> {
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
  for (const column of ['check_in_answer.text', 'check_in.proud_of', 'check_in.needs']) {
    await isKept(column);
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
  await isKept('manager_note.note');
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
  await isKept('assessment_answer.text');
  await isKept('assessment.summary');
  await mika.close({ all: true });

  // It is kept in a piece of evidence.
  const rosa = ladder.as('Rosa');
  await keep(ladder, rosa, await said(ladder, 'Rosa', 'The refund workshop is done'));
  await fillAndKeep(rosa, { note: typed('evidence.note'), competency: 'Execution' });
  await isKept('evidence.note');
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
  await isKept('action_item.what');
  await isKept('action_item.measure');
  await untilModal(ladder, 'Mika', 'Add another action');
  await mika.click('modal', 'Change', { nth: 0 });
  await untilModal(ladder, 'Mika', 'Change an action');
  await isKept('action_item.what');
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
  await isKept('conversation.notes');
  await mika.close({ all: true });

  // It is kept in what a report says about it.
  ladder.clock.set('2027-03-05T09:00:00Z');
  await ladder.sendDue();
  await teo.click(lastOf(ladder, 'Teo'), 'Comment');
  await untilModal(ladder, 'Teo', 'What do you see differently');
  await teo.type('What do you see differently, or want to add?', typed('form_draft.text'));
  await ladder.ladder.idle();
  await isKept('form_draft.text');
  await teo.type('What do you see differently, or want to add?', typed('conversation.comment'));
  await teo.submit();
  await isKept('conversation.comment');
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
  await isKept('conversation.manager_comment');
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
  await isKept('action_item.reason');
  await teo.close({ all: true });

  // It is kept in a note that a report adds to their check-in.
  await openFrom(ladder, 'Teo', 'brief.open');
  await untilModal(ladder, 'Teo', 'All competencies');
  await teo.click('modal', 'check_in.add_note');
  await untilModal(ladder, 'Teo', 'What do you want to add or put right?');
  await teo.type('What do you want to add or put right?', typed('check_in_note.note'));
  await teo.submit();
  await isKept('check_in_note.note');
  await teo.close({ all: true });
}
