import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { lastRead, personOf, putAction, putCheckIn, putReveal, readTeam } from './people.js';

let ladder: TestLadder;
/** Wren's round is revealed and Sora's check-in sent, both with actions; Noor gets her digest of that. */
beforeEach(async () => {
  ladder = await startTestLadder();
  await arriveAt('2027-03-03T14:00:00Z');
  ladder.clock.set('2027-03-09T14:00:00Z');
  const { framework } = ladder.ladder.context.frameworks.current(ladder.ladder.workspace.id);
  const [one, two, three] = framework.competencies.map(({ key }) => key);
  const scale = framework.scale.map(({ key }) => key);
  const [low = '', high = ''] = scale;
  await putReveal(ladder, 'Wren', [
    { competency: one ?? '', self: low, view: high },
    { competency: two ?? '', self: high, view: high },
    { competency: three ?? '', self: 'no opportunity', view: high },
  ]);
  await putAction(ladder, 'Wren', { what: 'Shadow two pricing calls', dueOn: '2027-03-08' });
  await putAction(ladder, 'Sora', {
    what: 'Introduce Sora to the finance team',
    dueOn: '2027-03-10',
    owner: 'Noor',
  });
  await putAction(ladder, 'Sora', { what: 'Not due before spring', dueOn: '2027-04-20' });
  await putCheckIn(ladder, 'Sora', 'submitted');
  await arriveAt('2027-03-10T14:00:00Z');
});
afterEach(() => ladder.stop());

async function arriveAt(now: string) {
  ladder.clock.set(now);
  await ladder.sendDue();
}

function lastOf(firstName: string) {
  const message = ladder.as(firstName).lastMessage();
  if (!message) throw new Error(`${firstName} has no message`);
  return message;
}

function windowReads(firstName: string, words: string) {
  const shown = () => JSON.stringify(ladder.as(firstName).modal() ?? {});
  return ladder.slack.waitFor(() => shown().includes(words));
}

async function homeOf(firstName: string, words: string): Promise<string> {
  await ladder.as(firstName).openHome();
  return ladder.slack.waitFor(() => {
    const shown = JSON.stringify(ladder.as(firstName).home() ?? {});
    return shown.includes(words) && shown;
  });
}

/** Noor begins her view of Sora from the digest. */
async function beginViewOfSora() {
  const noor = ladder.as('Noor');
  await noor.click(lastOf('Noor'), 'Give my view of Sora Senior');
  await windowReads('Noor', 'Sora');
  await noor.choose('modal', 'assessment.choose', 'Meeting');
  await noor.submit();
  await noor.close({ all: true });
}

/** Kit gets a role and begins a check-in. */
async function beginAsKit() {
  await putCheckIn(ladder, 'Kit', 'draft');
  const { db } = ladder.ladder.context;
  const kit = await personOf(ladder, 'Kit');
  await db.person.update({ where: { id: kit.id }, data: { roleKey: 'manager' } });
}

describe("Noor's digest", () => {
  it('groups her reports by what each asks of her', async () => {
    const text = lastRead(ladder, 'Noor');
    expect(text).toMatch(/Ready for your view[*\s]+Sora Senior · sent on Tuesday 9 March/);
    expect(text).toMatch(/Both in[*\s]+Wren Lead · brief since Tuesday 9 March/);
    expect(text).toMatch(/Actions due[*\s]+Wren Lead · one due on Monday 8 March/);
    expect(text).toContain('Sora Senior · one due on Wednesday 10 March');
    expect(text).not.toMatch(/Shadow two pricing calls|Introduce Sora|Not due before spring/);
    expect(text).toMatch(/No role yet[*\s]+Kit Newcomer/);
  });

  it('names in each button whom it is about, for those who hear it', () => {
    const blocks = JSON.stringify(lastOf('Noor').blocks);
    expect(blocks).toContain('"accessibility_label":"Give my view of Sora Senior"');
    expect(blocks).toContain('"accessibility_label":"Open the brief with Wren Lead"');
  });

  it('leads to the view of Sora, and then to the draft of it', async () => {
    await beginViewOfSora();
    expect(await readTeam(ladder, 'Noor')).toContain('Sora Senior · you have a draft');
  });

  it('opens the brief with Wren', async () => {
    const noor = ladder.as('Noor');
    await noor.click(lastOf('Noor'), 'Open the brief with Wren Lead');
    await windowReads('Noor', 'Talk first about');
    await noor.close({ all: true });
  });

  it('leads to what is due with Wren, and marks it as done there', async () => {
    const noor = ladder.as('Noor');
    const digest = noor.messages().findLast(({ text }) => text.startsWith('Your Q1 2027 check-in'));
    if (!digest) throw new Error('Noor has no digest');
    await noor.click(digest, 'Open what is due with Wren Lead');
    await windowReads('Noor', 'Shadow two pricing calls');
    await noor.click('modal', 'Done');
    await windowReads('Noor', 'Done.');
    await noor.close({ all: true });
    expect(await readTeam(ladder, 'Noor')).not.toContain('Shadow two pricing calls');
  });

  it('shows nothing of the ratings of who waits for her view', () => {
    for (const { text, blocks } of ladder.as('Noor').messages()) {
      expect(JSON.stringify({ text, blocks })).not.toContain('Somebody wrote this.');
    }
  });
});

describe('the list of the team', () => {
  it('leads to the page of each, with the past of those whose round is revealed', async () => {
    await readTeam(ladder, 'Noor');
    const noor = ladder.as('Noor');
    for (const [name, hasPast] of [
      ['Wren Lead', true],
      ['Sora Senior', false],
      ['Kit Newcomer', false],
    ] as const) {
      await noor.click(lastOf('Noor'), `Open the page of ${name}`);
      await windowReads('Noor', 'What you keep for your next view');
      const shown = JSON.stringify(noor.modal());
      expect(shown).toContain(name);
      expect(shown.includes('history.open')).toBe(hasPast);
      await noor.close({ all: true });
    }
  });
});

describe('On Home', () => {
  it('Noor finds the same groups, and nudges there', async () => {
    await beginViewOfSora();
    await beginAsKit();
    const shown = await homeOf('Noor', 'Both in');
    expect(shown).toContain('Wren Lead · brief since yesterday');
    expect(shown).toContain('Sora Senior · you have a draft');
    await ladder.as('Noor').click('home', 'Nudge Kit Newcomer');
    await ladder.slack.waitFor(() =>
      JSON.stringify(ladder.as('Noor').home()).includes('I have asked Kit Newcomer'),
    );
  });

  it('Wren finds the brief and what is open', async () => {
    await putAction(ladder, 'Wren', { what: 'Write down the pricing rules', dueOn: '2027-04-20' });
    const shown = await homeOf('Wren', 'Open my brief');
    expect(shown).toContain('Write down the pricing rules');
    await ladder.as('Wren').click('home', 'Open my brief');
    await windowReads('Wren', 'Talk first about');
    await ladder.as('Wren').close({ all: true });
  });

  it('Ada, an admin, sees dates and numbers and who is not placed, and no content', async () => {
    await beginAsKit();
    const shown = await homeOf('Ada', 'This round');
    expect(shown).toContain(
      'Of 7 participants: 3 started · 2 sent · 1 with both views in · 0 talked.',
    );
    expect(shown).not.toContain('Somebody wrote this.');
    expect(shown).not.toContain('brief since');
  });

  it('nobody but an admin sees that', async () => {
    expect(await homeOf('Rosa', 'Messages')).not.toContain('This round');
  });
});

describe('Mika, who takes over from Noor', () => {
  it('gets Wren with nothing of what Noor and Wren prepared', async () => {
    const { db } = ladder.ladder.context;
    const [wren, mika] = [await personOf(ladder, 'Wren'), await personOf(ladder, 'Mika')];
    await db.person.update({ where: { id: wren.id }, data: { managerId: mika.id } });
    const text = await readTeam(ladder, 'Mika');
    expect(text).toMatch(/Prepared with the manager before you[*\s]+Wren Lead/);
    expect(text).not.toContain('brief since');
    const blocks = JSON.stringify(lastOf('Mika').blocks);
    expect(blocks).not.toContain('history.open');
    expect(blocks).not.toContain('brief.open');
    expect(await readTeam(ladder, 'Noor')).not.toContain('Wren Lead');
  });
});

describe('a digest of 200 reports in every state, with due actions', () => {
  beforeEach(async () => {
    const { context, workspace } = ladder.ladder;
    const { db } = context;
    const ada = await personOf(ladder, 'Ada');
    const cycle = await db.cycle.findFirstOrThrow({ where: { openedAt: { not: null } } });
    const workspaceId = workspace.id;
    const at = ladder.clock.now();
    const reports = await db.person.createManyAndReturn({
      data: Array.from({ length: 200 }, (_, number) => ({
        workspaceId,
        slackUserId: `U1${number}`,
        name: `Report & <Number> ${'&'.repeat(60)} ${number}`,
        timeZone: 'Pacific/Kiritimati',
        roleKey: number % 5 === 0 ? null : 'associate',
        managerId: ada.id,
      })),
    });
    const pin = { frameworkVersionId: context.frameworks.current(workspaceId).id };
    const sent = reports.filter((_, number) => number % 5 > 1);
    await db.checkIn.createMany({
      data: sent.map(({ id }) => ({
        ...{ workspaceId, personId: id, cycleId: cycle.id, roleKey: 'associate', ...pin },
        ...{ state: 'submitted' as const, startedAt: at, submittedAt: at },
      })),
    });
    await db.actionItem.createMany({
      data: reports.map(({ id }) => ({
        ...{ workspaceId, personId: id, ownerId: id, createdAt: at },
        what: `${'<what> & '.repeat(25)}.`,
        measure: `${'<how> & '.repeat(25)}.`,
        dueOn: new Date('2027-03-01'),
      })),
    });
  });

  it('is taken by Slack, with whole rows of each group and how many more there are', async () => {
    await arriveAt('2027-03-17T10:00:00Z');
    const text = lastRead(ladder, 'Ada');
    for (const title of ['Ready for your view', 'Waiting for', 'Actions due', 'No role yet']) {
      expect(text).toContain(title);
    }
    expect(text.match(/\d+ more: `\/ladder team`/g)?.length).toBeGreaterThan(2);
  });

  it('is taken as a list on every page, and as Home', async () => {
    const text = await readTeam(ladder, 'Ada');
    const pages = Number(/Page 1 of (\d+)/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(10);
    const ada = ladder.as('Ada');
    for (let page = 2; page <= 4; page += 1) {
      await ada.click(lastOf('Ada'), 'More');
      await ladder.slack.waitFor(() => lastRead(ladder, 'Ada').includes(`Page ${page} of`));
    }
    await homeOf('Ada', 'Actions due');
  });
});
