import type { TestLadder } from '../../support/ladder.js';
import { openCheckIn } from '../check-in/desk.js';
import { lastOf, openFrom, untilModal } from '../conversation/desk.js';
import { openList } from '../evidence/desk.js';
import { readTeam } from '../team/people.js';

/**
 * Teo, Mika and Rosa open everything that shows what was typed before; Teo drops his action and
 * searches, and types there as well.
 */
export async function lookEverywhere(
  ladder: TestLadder,
  typed: (mark: string) => string,
): Promise<void> {
  await lookAtOwn(ladder);
  await lookAtReport(ladder);
  await dropAndSearch(ladder, typed);

  // Rosa's piece of evidence stands in her list, in its form and beside her check-in.
  const rosa = ladder.as('Rosa');
  await openList(ladder, rosa);
  await rosa.click('modal', 'evidence.edit');
  await untilModal(ladder, 'Rosa', 'What changed because of it?');
  await rosa.close({ all: true });
  await openCheckIn(ladder, rosa);
  for (let page = 0; page < 5; page += 1) {
    await rosa.choose('modal', 'check_in.choose', 'Meeting');
    await rosa.submit();
  }
  await rosa.close({ all: true });
}

async function lookAtOwn(ladder: TestLadder): Promise<void> {
  const teo = ladder.as('Teo');
  // Somebody of whom four requests run can open no window.
  await ladder.ladder.idle();
  await teo.openHome();
  await openCheckIn(ladder, teo);
  await pressAll(ladder, 'Teo', 'check_in.read_all');
  await teo.close({ all: true });
  await openFrom(ladder, 'Teo', 'brief.open');
  await untilModal(ladder, 'Teo', 'All competencies');
  await teo.click('modal', 'conversation.record');
  await untilModal(ladder, 'Teo', 'What you agreed on');
  await teo.click('modal', 'conversation.comment');
  await untilModal(ladder, 'Teo', 'What do you see differently');
  await teo.close({ all: true });
  await teo.command('/ladder', 'me');
  await ladder.ladder.idle();
  await teo.click(lastOf(ladder, 'Teo'), 'All my actions');
  await untilModal(ladder, 'Teo', 'Either of you can press these');
  await teo.close({ all: true });
  await teo.click(lastOf(ladder, 'Teo'), 'All ratings');
  await untilModal(ladder, 'Teo', 'Your conversations');
  await teo.close({ all: true });
}

async function lookAtReport(ladder: TestLadder): Promise<void> {
  const mika = ladder.as('Mika');
  await mika.openHome();
  await readTeam(ladder, 'Mika');
  await mika.click(lastOf(ladder, 'Mika'), 'Open the page of Teo Associate');
  await untilModal(ladder, 'Mika', 'What you keep for your next view');
  await mika.click('modal', 'history.open');
  await untilModal(ladder, 'Mika', 'Your conversations');
  await mika.close({ all: true });
  await readTeam(ladder, 'Mika');
  await mika.click(lastOf(ladder, 'Mika'), 'Open the brief with Teo Associate');
  await untilModal(ladder, 'Mika', 'All competencies');
  await mika.close({ all: true });
  await readTeam(ladder, 'Mika');
  await mika.click(lastOf(ladder, 'Mika'), 'Open the record with Teo Associate');
  await untilModal(ladder, 'Mika', 'What you agreed on');
  await mika.click('modal', 'conversation.notes');
  await untilModal(ladder, 'Mika', 'What do you want to remember of it?');
  await mika.close({ all: true });
}

async function dropAndSearch(ladder: TestLadder, typed: (mark: string) => string): Promise<void> {
  const teo = ladder.as('Teo');
  await teo.command('/ladder', 'me');
  await ladder.ladder.idle();
  await teo.click(lastOf(ladder, 'Teo'), 'All my actions');
  await untilModal(ladder, 'Teo', 'Either of you can press these');
  await teo.click('modal', 'Drop');
  await untilModal(ladder, 'Teo', 'Why is it not to be done any more?');
  await teo.type('Why is it not to be done any more?', typed('dropped'));
  await teo.submit();
  await ladder.ladder.idle();
  await teo.close({ all: true });
  await teo.openHome();
  await ladder.ladder.idle();
  await teo.click('home', 'role.search_open');
  await untilModal(ladder, 'Teo', 'A word or two that you look for');
  await teo.type('A word or two that you look for', typed('search'));
  await teo.submit();
  await untilModal(ladder, 'Teo', 'Nothing on the ladder mentions');
  await teo.close({ all: true });
}

/** Presses each button with this id in the window, one after the other. */
async function pressAll(ladder: TestLadder, name: string, actionId: string): Promise<void> {
  const person = ladder.as(name);
  const { blocks = [] } = person.modal() ?? {};
  const all = JSON.stringify(blocks).split(`"action_id":"${actionId}`).length - 1;
  for (let nth = 0; nth < all; nth += 1) {
    await person.click('modal', actionId, { nth });
    await ladder.ladder.idle();
    await person.close();
  }
}
