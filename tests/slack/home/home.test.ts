import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureCycles, openDueCycles } from '../../../src/services/cycle/cycles.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { putCheckIn } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder();
});
afterEach(() => ladder.stop());

/** A person's Home as text, once it says that. */
async function homeUntil(firstName: string, words: string): Promise<string> {
  const person = ladder.as(firstName);
  return ladder.slack.waitFor(() => {
    const shown = JSON.stringify(person.home() ?? {});
    return shown.includes(words) && shown;
  });
}

async function open(firstName: string, words: string): Promise<string> {
  await ladder.as(firstName).openHome();
  return homeUntil(firstName, words);
}

/** The window on top, once it says that. */
async function windowUntil(firstName: string, words: string): Promise<string> {
  const person = ladder.as(firstName);
  return ladder.slack.waitFor(() => {
    const shown = JSON.stringify(person.modal() ?? {});
    return shown.includes(words) && shown;
  });
}

describe('On Home', () => {
  test('Teo sees his role, his next rung and that no check-in is open', async () => {
    const shown = await open('Teo', 'Business Operations Associate');
    expect(shown).toContain('*Next rung*\\nBusiness Operations Manager');
    expect(shown).toContain('No check-in is open');
  });

  test('Mika sees how many reports she has', async () => {
    expect(await open('Mika', '*Your team*')).toContain('2 people report to you.');
  });

  test('Teo has no team there', async () => {
    expect(await open('Teo', 'Business Operations')).not.toContain('*Your team*');
  });

  test('Kit is welcomed and asked for a role first, and then sees it', async () => {
    await open('Kit', 'Pick your role to begin');
    await ladder.as('Kit').choose('home', 'me.pick_role', 'Business Operations Manager');
    await homeUntil('Kit', '*Next rung*\\nSenior Business Operations Manager');
  });

  test('a button opens a window, and from there the ladder can be walked', async () => {
    await open('Rosa', 'Business Operations Manager');
    const rosa = ladder.as('Rosa');
    await rosa.click('home', 'What my role asks');
    await windowUntil('Rosa', 'Business Operations Manager');
    await rosa.choose('modal', 'role.pick', 'Business Operations Team Leader');
    await windowUntil('Rosa', 'Team leader / Expert');
    await rosa.choose('modal', 'role.compare_with', 'My role');
    await windowUntil(
      'Rosa',
      'From Business Operations Manager to Business Operations Team Leader',
    );
    expect(rosa.modals()).toHaveLength(1);
    await rosa.close();
  });

  test('the role picker opens a window with that role', async () => {
    await open('Rosa', 'Business Operations Manager');
    await ladder.as('Rosa').choose('home', 'role.pick', 'Business Operations Professional Lead');
    await windowUntil('Rosa', 'Professional lead · usually 3–5 years');
    await ladder.as('Rosa').close();
  });

  test('Rosa searches in a window, finds, and looks for something else', async () => {
    await open('Rosa', 'Business Operations Manager');
    const rosa = ladder.as('Rosa');
    await rosa.click('home', 'Search');
    await windowUntil('Rosa', 'Search the ladder');
    await rosa.type('role.search_words', 'roadmap');
    await rosa.submit();
    await windowUntil('Rosa', 'mention “roadmap”');
    await rosa.type('role.search_words', 'fedback');
    await rosa.submit();
    await windowUntil('Rosa', 'Did you mean “feedback”');
    await rosa.close();
  });

  test('about and help open windows', async () => {
    await open('Rosa', 'Business Operations Manager');
    const rosa = ladder.as('Rosa');
    await rosa.click('home', 'About the ladder');
    await windowUntil('Rosa', 'What a business operations group does');
    await rosa.close();
    await rosa.click('home', 'Help');
    await windowUntil('Rosa', 'What you can ask');
    await rosa.close();
  });
});

describe('While a cycle is open', () => {
  beforeEach(async () => {
    const { context, workspace } = ladder.ladder;
    ladder.clock.set('2027-03-04T15:00:00Z');
    await ensureCycles(context, workspace.id);
    await openDueCycles(context, workspace.id);
  });

  test('Teo can start his check-in from Home', async () => {
    await open('Teo', 'Start my check-in');
    await ladder.as('Teo').click('home', 'Start my check-in');
    await windowUntil('Teo', 'Professional expertise and business orientation');
    await ladder.as('Teo').close();
    await open('Teo', 'Start my check-in');
    await putCheckIn(ladder, 'Teo', 'draft');
    await open('Teo', 'Go on with my check-in');
  });

  test('Mika sees how far her team is', async () => {
    await open('Mika', 'none of 2 check-ins is in yet');
  });

  test('Mika opens her team from Home and nudges Rosa there', async () => {
    await open('Mika', 'My team');
    const mika = ladder.as('Mika');
    await mika.click('home', 'My team');
    await windowUntil('Mika', 'Rosa Operations');
    await mika.click('modal', 'team.nudge', { nth: 0 });
    await windowUntil('Mika', 'I have asked');
    expect(mika.modals()).toHaveLength(1);
    await mika.close();
  });
});

test('While the database is away Home says so, and Try again brings it back', async () => {
  ladder.database.cut();
  expect(await open('Sora', 'Try again')).toMatch(/the database is not answering.*\(ref \w{6}\)/);
  ladder.database.restore();
  await ladder.as('Sora').click('home', 'Try again');
  await homeUntil('Sora', 'Senior Business Operations Manager');
});
