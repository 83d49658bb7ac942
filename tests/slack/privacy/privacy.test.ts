import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAccess } from '../../../src/services/access/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { lastOf, untilModal } from '../conversation/desk.js';
import { personOf, putReveal, readTeam } from '../team/people.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
  await openQuarter(ladder);
  await putReveal(ladder, 'Teo', [{ competency: 'execution', self: 'meeting', view: 'exceeding' }]);
});
afterAll(() => ladder.stop());

/** What `/ladder privacy` shows. */
async function privacyOf(firstName: string): Promise<string> {
  const person = ladder.as(firstName);
  if (person.modal()) await person.close({ all: true });
  await person.command('/ladder', 'privacy');
  await untilModal(ladder, firstName, 'Whom to ask');
  return reads(person);
}

/** Mika opens what Teo rated himself in earlier reviews. */
async function readHistoryOfTeo(): Promise<void> {
  const mika = ladder.as('Mika');
  await readTeam(ladder, 'Mika');
  await mika.click(lastOf(ladder, 'Mika'), 'Open the page of Teo Associate');
  await untilModal(ladder, 'Mika', 'What you keep for your next view');
  await mika.click('modal', 'Earlier ratings');
  await untilModal(ladder, 'Mika', 'Exceeding');
}

describe('/ladder privacy', () => {
  it('says by name who sees what, what is kept, and whom to ask', async () => {
    const text = await privacyOf('Teo');
    const { manager, admin } = await namesFor('Teo');
    expect(text).toContain(`yours alone until it is sent and ${manager} has given their own view`);
    expect(text).toContain(`${manager} may keep notes about you`);
    expect(text).toContain(`The admins (${admin}) see your role`);
    expect(text).toContain('1 check-in (1 view of a manager beside them)');
    expect(text).toContain(`or an erasure, ask ${admin}.`);
    expect(text).toContain('It is no pay or promotion decision.');
  });

  it('says that nobody reads it where there is no manager', async () => {
    const text = await privacyOf('Ada');
    expect(text).toContain('are yours alone now: you have no manager here');
    expect(text).not.toContain('may keep notes about you');
    expect(text).toContain('Nobody has read anything of yours yet.');
  });

  it('names those who have read it, and where, once they have, page by page', async () => {
    expect(await privacyOf('Teo')).toContain('Nobody has read anything of yours yet.');
    await readHistoryOfTeo();
    const { manager } = await namesFor('Teo');
    const text = await privacyOf('Teo');
    expect(text).toContain(`${manager}* · your earlier check-ins, Q1 2027 · `);
    expect(text).not.toContain('that day');
    expect(await privacyOf('Mika')).toContain('Nobody has read anything of yours yet.');

    // All of them are listed page by page, and an operator by name.
    const { context, workspace } = ladder.ladder;
    const { id: subjectId } = await personOf(ladder, 'Teo');
    for (const nth of Array.from({ length: 12 }, (_, nth) => nth)) {
      const operator = `operator-${nth}`;
      const reader = { workspaceId: workspace.id, subjectId, operator };
      await recordAccess(context, reader, { surface: 'export' });
    }
    await privacyOf('Teo');
    const teo = ladder.as('Teo');
    await teo.click('modal', 'Show all');
    await untilModal(ladder, 'Teo', 'getting a message is no reading');
    const first = reads(teo);
    await teo.click('modal', 'Earlier ones');
    await untilModal(ladder, 'Teo', 'Later ones');
    const both = first + reads(teo);
    for (const nth of Array.from({ length: 12 }, (_, nth) => nth)) {
      expect(both).toContain(`operator-${nth}, who runs Ladder* · an export of all your data`);
    }
    expect(both).toContain('your earlier check-ins');
    await teo.click('modal', 'Later ones');
    await untilModal(ladder, 'Teo', first);
  });

  it('tells who has set a role and a manager', async () => {
    const kit = ladder.as('Kit');
    await kit.openHome();
    await ladder.slack.waitFor(() => JSON.stringify(kit.home() ?? {}).includes('me.pick_role'));
    await kit.choose('home', 'me.pick_role', 'Business Operations Manager');
    await ladder.slack.waitFor(() => JSON.stringify(kit.home() ?? {}).includes('*Next rung*'));
    const { own } = await namesFor('Kit');
    expect(await privacyOf('Kit')).toContain(
      `Your role: none → Business Operations Manager, by ${own} · `,
    );
  });

  it('shows all that is kept about somebody, page by page, to them alone', async () => {
    const { context, workspace } = ladder.ladder;
    const { id: personId } = await personOf(ladder, 'Teo');
    const day = new Date('2027-03-01');
    for (const nth of Array.from({ length: 30 }, (_, nth) => nth)) {
      await context.db.evidence.create({
        data: {
          ...{ workspaceId: workspace.id, personId, note: `*kept* <!here> number ${nth}.` },
          ...{ happenedOn: day, createdAt: day },
        },
      });
    }
    const readings = await context.db.accessLogEntry.count();
    await privacyOf('Teo');
    const teo = ladder.as('Teo');
    await teo.click('modal', 'My data');
    let all = '';
    for (let page = 1, last = 2; page <= last; page += 1) {
      await untilModal(ladder, 'Teo', `Page ${page} of `);
      const text = reads(teo);
      all += text;
      last = Number(/Page \d+ of (\d+)/.exec(text)?.[1]);
      expect(last).toBeGreaterThan(2);
      if (page < last) await teo.click('modal', 'Next');
    }
    for (const nth of Array.from({ length: 30 }, (_, nth) => nth)) {
      expect(all).toContain(`*kept* <!here> number ${nth}.`);
    }
    expect(all).toContain('the manager’s rating');
    await teo.click('modal', 'Back');
    await untilModal(ladder, 'Teo', 'Next');
    expect(await context.db.accessLogEntry.count()).toBe(readings);

    await privacyOf('Rosa');
    const rosa = ladder.as('Rosa');
    await rosa.click('modal', 'My data');
    await untilModal(ladder, 'Rosa', 'Page 1 of ');
    expect(reads(rosa)).toContain('their name in Slack: Rosa');
    expect(reads(rosa)).not.toContain('number 1.');
  });

  it('opens from Home as well', async () => {
    const rosa = ladder.as('Rosa');
    await rosa.openHome();
    await ladder.slack.waitFor(() => JSON.stringify(rosa.home() ?? {}).includes('privacy.open'));
    await rosa.click('home', 'Who sees what');
    await untilModal(ladder, 'Rosa', 'Who sees what you write');
  });
});

/** As Ladder calls them: the name, or a mention while it is not known. */
async function namesFor(firstName: string) {
  const { db } = ladder.ladder.context;
  const { id } = await personOf(ladder, firstName);
  const person = await db.person.findUniqueOrThrow({ where: { id }, include: { manager: true } });
  const admin = await db.person.findFirst({ where: { isAdmin: true } });
  const nameOf = (one: { name: string; slackUserId: string } | null) =>
    one ? one.name || `<@${one.slackUserId}>` : '';
  return { own: nameOf(person), manager: nameOf(person.manager), admin: nameOf(admin) };
}
