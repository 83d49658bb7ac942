import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visibleText } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { writeLadderWithout } from '../../support/smaller-ladder.js';
import { openCheckIn, openQuarter, reads } from '../check-in/desk.js';
import { lastOf } from '../conversation/desk.js';
import { lastRead, readTeam } from '../team/people.js';

const lost = 'Your role, Business Operations Associate, is no longer on the ladder.';
const pickOne = 'Pick the one that fits now.';
const warned =
  '2 people stand on 2 roles that are no longer on the ladder: associate (1), senior (1).';

let ladder: TestLadder;
let directory: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ladder-smaller-'));
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
});
afterEach(async () => {
  await ladder.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** What Teo reads after a command. */
async function answerTo(text: string, firstName = 'Teo'): Promise<string> {
  const person = ladder.as(firstName);
  const before = person.messages().length;
  await person.command('/ladder', text);
  await ladder.slack.waitFor(() => person.messages().length > before);
  return `${lastOf(ladder, firstName).text}\n${lastRead(ladder, firstName)}`;
}

/** Home as it is with this version of the ladder. */
async function home(firstName: string, version: 1 | 2): Promise<string> {
  const person = ladder.as(firstName);
  await person.openHome();
  const text = () => {
    const view = person.home();
    return view ? visibleText(view) : '';
  };
  await ladder.slack.waitFor(() => text().includes(`ladder, version ${version}`));
  return text();
}

const warnings = () => ladder.logged.filter(({ sentence }) => sentence.includes('on the ladder'));

describe('with the ladder that has everybody’s role', () => {
  it('nothing is said, neither at the start nor to Teo nor to the admin', async () => {
    expect(warnings()).toEqual([]);
    expect(await answerTo('')).toContain('You are Business Operations Associate.');
    expect(await home('Ada', 1)).not.toContain('no longer on the ladder');
  });
});

describe('with a ladder in which two people’s roles are missing', () => {
  beforeEach(async () => {
    await openQuarter(ladder);
    await openCheckIn(ladder, ladder.as('Sora'));
    await ladder.as('Sora').close();
    const frameworkFile = writeLadderWithout(['associate', 'senior'], directory);
    await ladder.restart({ frameworkFile });
  });

  it('the start says how many people, which roles and what to do', () => {
    expect(warnings()).toMatchObject([
      { level: 'warn', sentence: expect.stringContaining(warned) },
    ]);
    expect(warnings()[0]?.sentence).toContain('Import people with other roles');
    expect(JSON.stringify(warnings())).not.toMatch(/Teo|Sora/);
  });

  it.each(['', 'me', 'next', 'compare', 'compare manager'])(
    'Teo reads the same words after /ladder %s, and can pick a role there',
    async (text) => {
      const answer = await answerTo(text);
      expect(answer).toContain(lost);
      expect(answer).toContain(pickOne);
      expect(answer).not.toMatch(/don't know your role|no role/i);
      expect(JSON.stringify(lastOf(ladder, 'Teo').blocks)).toContain('me.pick_role');
    },
  );

  it('and on Home', async () => {
    const text = await home('Teo', 2);
    expect(text).toContain(lost);
    expect(text).toContain(pickOne);
  });

  it('Sora goes on with the check-in that she began', async () => {
    await openCheckIn(ladder, ladder.as('Sora'));
    expect(ladder.as('Sora').modal()?.title).toBe('Check-in · 1 of 5');
    expect(reads(ladder.as('Sora'))).toContain('Senior Business Operations Manager');
    await ladder.as('Sora').close();
  });

  it('their managers read it in their team, and not of anybody else', async () => {
    expect(await readTeam(ladder, 'Mika')).toMatch(
      /Teo Associate.* · their role is no longer on the ladder/,
    );
    expect(await readTeam(ladder, 'Mika')).not.toMatch(/Rosa Operations.*no longer/);
  });

  it('the admin reads how many, on Home', async () => {
    const text = await home('Ada', 2);
    expect(text).toContain(warned);
    expect(text).toContain('Each of them is asked to pick another one.');
  });

  it('a check-in in the next cycle asks Teo for his role in the same words', async () => {
    const { context, workspace } = ladder.ladder;
    const { id } = context.frameworks.current(workspace.id);
    await context.db.cycle.updateMany({ data: { frameworkVersionId: id } });
    await openCheckIn(ladder, ladder.as('Teo'));
    expect(reads(ladder.as('Teo'))).toContain(lost);
    expect(reads(ladder.as('Teo'))).toContain(pickOne);
    await ladder.as('Teo').close();
  });

  it('between two cycles as well', async () => {
    ladder.clock.set('2027-05-10T15:00:00Z');
    await openCheckIn(ladder, ladder.as('Teo'));
    expect(reads(ladder.as('Teo'))).toContain('No check-in is open right now.');
    expect(reads(ladder.as('Teo'))).toContain(lost);
    await ladder.as('Teo').close();
  });

  it('once he has picked one, nothing of it is said any more', async () => {
    await answerTo('');
    await ladder.as('Teo').choose(lastOf(ladder, 'Teo'), 'me.pick_role', 'manager');
    await ladder.slack.waitFor(() => !lastRead(ladder, 'Teo').includes('no longer'));
    expect(await answerTo('')).toContain('You are Business Operations Manager.');
    await ladder.as('Ada').openHome();
    await ladder.slack.waitFor(() => {
      const view = ladder.as('Ada').home();
      return view && visibleText(view).includes('1 person stands on a role that is no longer');
    });
  });
});
