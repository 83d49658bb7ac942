import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeSetting } from '../../../src/services/settings/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { lastOf, untilModal } from '../conversation/desk.js';
import { personOf, putCheckIn, putReveal, readTeam } from './people.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
  await openQuarter(ladder);
});
afterAll(() => ladder.stop());

async function letManagersAboveRead(value: 'yes' | 'no'): Promise<void> {
  const { context, workspace } = ladder.ladder;
  const by = { operator: 'ops' };
  await changeSetting(context, {
    ...{ workspaceId: workspace.id, by, key: 'managers_above_read', value },
  });
}

/** Ada opens the page about Mika, who reports to her. */
async function openMika(): Promise<string> {
  const ada = ladder.as('Ada');
  if (ada.modal()) await ada.close({ all: true });
  await readTeam(ladder, 'Ada');
  await ada.click(lastOf(ladder, 'Ada'), 'Open the page of Mika Manager');
  await untilModal(ladder, 'Ada', 'What you keep for your next view');
  return reads(ada);
}

async function privacyOf(firstName: string): Promise<string> {
  const person = ladder.as(firstName);
  if (person.modal()) await person.close({ all: true });
  await person.command('/ladder', 'privacy');
  await untilModal(ladder, firstName, 'Whom to ask');
  return reads(person);
}

describe('a manager further up', () => {
  beforeEach(() => letManagersAboveRead('no'));

  it('finds no way to what a report of a report wrote, unless the workspace lets them', async () => {
    expect(await openMika()).not.toContain('Their team');
    expect(await privacyOf('Teo')).toContain('Managers further up see none of this');
  });

  it('finds it once the workspace lets them; the person is told by name, and sees that it was read', async () => {
    await letManagersAboveRead('yes');
    const { checkInId } = await putReveal(ladder, 'Teo', [
      { competency: 'execution', self: 'meeting', view: 'exceeding' },
    ]);
    const before = await privacyOf('Teo');
    const { name } = await personOf(ladder, 'Ada');
    expect(before).toContain(
      `Managers further up* (${name}) may read a check-in and the view of it`,
    );
    expect(before).toContain('Nobody has read anything of yours yet.');

    expect(await openMika()).toContain('Their team');
    const ada = ladder.as('Ada');
    await ada.click('modal', 'Show the team of Mika Manager');
    await untilModal(ladder, 'Ada', 'Teo Associate');
    await ada.click('modal', 'Ratings and briefs of Teo Associate');
    await untilModal(ladder, 'Ada', 'Their manager');
    expect(reads(ada)).toContain('Exceeding');
    await ada.click('modal', 'Brief Q1 2027');
    await untilModal(ladder, 'Ada', 'You read it as a manager further up');
    expect(reads(ada)).not.toContain('Record our conversation');

    const after = await privacyOf('Teo');
    expect(after).toContain(`${name}* · your brief, Q1 2027`);
    expect(after).toContain(`${name}* · your earlier check-ins, Q1 2027`);
    expect(await ladder.ladder.context.db.accessLogEntry.count({ where: { checkInId } })).toBe(2);
  });

  it('is named as a reader on the pages before somebody sends a check-in', async () => {
    await letManagersAboveRead('yes');
    await putCheckIn(ladder, 'Rosa', 'draft');
    const rosa = ladder.as('Rosa');
    await rosa.command('/ladder', 'check-in');
    await untilModal(ladder, 'Rosa', 'managers further up may read both, too');
    await rosa.close({ all: true });
    await letManagersAboveRead('no');
    await rosa.command('/ladder', 'check-in');
    await untilModal(ladder, 'Rosa', 'Only you see it until you send it');
    expect(reads(rosa)).not.toContain('further up');
  });
});
