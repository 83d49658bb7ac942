import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Frameworks } from '../../../src/services/framework/frameworks.js';
import { groupedLadder, groups } from '../../support/grouped-ladder.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { giveView, openView } from '../assessment/desk.js';
import { goOn, inputValue, openCheckIn, openQuarter, reads } from './desk.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  const { context, workspace } = ladder.ladder;
  const { id } = await new Frameworks(context.db).use(workspace.id, groupedLadder());
  await openQuarter(ladder, id);
});
// Slack refuses what is too long or too large, and the harness throws if it refused anything.
afterAll(() => ladder.stop());

type Person = ReturnType<TestLadder['as']>;

/** Chooses for the competencies of a group, but for those left out. */
async function rate(person: Person, group: keyof typeof groups, label: string, leftOut?: number) {
  const action = person.modal()?.title?.startsWith('Check-in') ? 'check_in' : 'assessment';
  for (let nth = 1; nth <= groups[group]; nth += 1) {
    if (nth === leftOut) continue;
    const blockId = `choice:${group.toLowerCase()}-${nth}`;
    await person.choose('modal', `${action}.choose`, label, { blockId });
    await ladder.ladder.idle();
  }
}

const typed = 'Pruned all the roses of the park.';

describe('a check-in of twelve competencies in three groups', () => {
  it('is one sitting of three pages for Teo, and for Mika, and one brief', async () => {
    // It has a menu a competency and one text.
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    expect(teo.modal()?.title).toBe('Check-in · 1 of 3');
    expect(reads(teo)).toContain('It takes about 15 minutes');
    expect(reads(teo)).toContain('Business Operations Associate in Craft 5.');
    expect(reads(teo)).toContain('And 2 more behaviours.');
    expect(teo.modal()?.blocks.filter(({ type }) => type === 'input')).toHaveLength(6);
    expect(reads(teo)).not.toContain('in Team 1');

    // It keeps everything when he goes back and forth.
    await rate(teo, 'Craft', 'Meeting');
    await teo.type('check_in.type', typed);
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · 2 of 3');
    await rate(teo, 'Team', 'Exceeding', 2);
    await teo.click('modal', 'Back');
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in · 1 of 3');
    expect(inputValue(teo, 'choice:craft-5')).toBe('rating:meeting');
    expect(inputValue(teo, 'text:craft-1')).toBe(typed);
    await goOn(teo);
    expect(inputValue(teo, 'choice:team-4')).toBe('rating:exceeding');
    expect(inputValue(teo, 'choice:team-2')).toBeNull();

    // It asks once a page what was missing where there was no opportunity.
    await goOn(teo);
    await rate(teo, 'Conduct', 'Meeting', 3);
    const none = { blockId: 'choice:conduct-3' };
    await teo.choose('modal', 'check_in.choose', 'No opportunity yet', none);
    await goOn(teo);
    expect(reads(teo)).toContain('Say in a few words what was missing');
    await teo.type('check_in.type', 'No new helper came.');
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · last page');

    // It tells at the end what is unanswered, and goes there.
    expect(reads(teo)).toContain('1 of 12 still open');
    expect(reads(teo)).toContain('Team 1: Exceeding\nTeam 2: not answered yet');
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · 2 of 3');
    expect(reads(teo)).toContain('Nothing is sent yet: Team 2 still needs an answer.');
    const missed = { blockId: 'choice:team-2' };
    await teo.choose('modal', 'check_in.choose', 'Developing', missed);
    await goOn(teo);
    await goOn(teo);
    expect(reads(teo)).toContain('Your check-in for Q1 2027 is sent.');
    expect(reads(teo)).toContain('Craft 1: Meeting');
    expect(reads(teo).split(typed)).toHaveLength(2);
    await teo.close({ all: true });

    // Mika's view has the same pages, with none of what Teo said.
    const mika = ladder.as('Mika');
    await openView(ladder, mika, 'Teo');
    for (const [nth, group] of (['Craft', 'Team', 'Conduct'] as const).entries()) {
      expect(mika.modal()?.title).toBe(`Your view · ${nth + 1} of 3`);
      expect(reads(mika)).toContain(`Teo Associate · ${group}`);
      expect(JSON.stringify(mika.modal())).not.toContain(typed);
      await rate(mika, group, 'Meeting');
      await mika.type('assessment.type', `Mika on ${group} as a whole.`);
      await ladder.ladder.idle();
      await goOn(mika);
    }
    await giveView(mika);
    expect(reads(mika)).toContain('and so is theirs');

    // The brief has both, each text once.
    await mika.click('modal', 'Open the brief');
    await ladder.slack.waitFor(() => reads(mika).includes('What each of you wrote'));
    const [, written = ''] = reads(mika).split('What each of you wrote');
    expect(written.split(typed)).toHaveLength(2);
    expect(written.split('Mika on Craft as a whole.')).toHaveLength(2);
    expect(reads(mika)).toContain('Teo on Conduct:');
    expect(reads(mika)).toContain('No new helper came.');
    await mika.close({ all: true });
  });
});
