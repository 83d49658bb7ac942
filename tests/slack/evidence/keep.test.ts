import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { inputValue, reads } from '../check-in/desk.js';
import { errorAt, fillAndKeep, keep, kept, openList, said, typedIn, untilReads } from './desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-02-12T15:00:00Z' });
});
afterEach(() => ladder.stop());

/** Somebody keeps a message in their DM with the app, for Execution. */
async function keepFromDm(firstName: string) {
  const person = ladder.as(firstName);
  await person.write('note to self');
  const message = person.lastMessage();
  if (!message) throw new Error('no message');
  await keep(ladder, person, message);
  await fillAndKeep(person, { note: 'Settled the scope in an hour.', competency: 'Execution' });
}

describe('keeping a message as evidence', () => {
  it('asks Teo what changed, and keeps that with the link and nothing of what the message says', async () => {
    // It asks Teo what changed, with the competencies of the role and the day of the message.
    const teo = ladder.as('Teo');
    await keep(ladder, teo, await said(ladder, 'Teo', 'The refund workshop is done'));
    expect(teo.modal()?.title).toBe('Keep as evidence');
    expect(reads(teo)).toContain('What changed because of it?');
    expect(reads(teo)).toContain('Internal impact');
    expect(reads(teo)).toContain('Only you see what you keep until you send your check-in');
    expect(inputValue(teo, 'evidence.happened_on')).toBe('2027-02-12');

    // It keeps the link, the note and the competency, and nothing of what the message says.
    await fillAndKeep(teo, { note: 'Refunds take a day less now.', competency: 'Execution' });
    expect(reads(teo)).toContain('comes up under Execution in your next check-in');
    const [piece] = await kept(ladder, 'U0TEO');
    expect(piece).toMatchObject({
      note: 'Refunds take a day less now.',
      competencyKey: 'execution',
    });
    expect(piece?.permalink).toMatch(
      /^https:\/\/moss-and-fern\.slack\.com\/archives\/C0BIZOPS\/p\d+$/,
    );
    expect(JSON.stringify(piece)).not.toContain('workshop');
    expect(JSON.stringify(ladder.logged)).not.toMatch(/workshop|a day less/);

    // It opens what was kept when the same message comes again.
    const message = teo.messages({ channel: 'C0BIZOPS' }).at(-1);
    if (!message) throw new Error('no message');
    await keep(ladder, teo, message);
    expect(reads(teo)).toContain('You kept this message already.');
    expect(typedIn(teo, 'evidence.note')).toBe('Refunds take a day less now.');
    await fillAndKeep(teo, { note: 'Refunds take two days less now.' });
    expect((await kept(ladder, 'U0TEO')).map(({ note }) => note)).toEqual([
      'Refunds take two days less now.',
    ]);
  });

  it('takes a message of somebody else', async () => {
    const rosa = ladder.as('Rosa');
    await keep(ladder, rosa, await said(ladder, 'Mika', 'Thanks Rosa, that saved the launch'));
    await fillAndKeep(rosa, { note: 'The launch kept its day.', competency: 'Not sure yet' });
    expect(reads(rosa)).toContain('It is not sorted yet');
    expect(await kept(ladder, 'U0ROSA')).toMatchObject([{ competencyKey: null }]);
  });

  it('takes a message in a DM', async () => {
    await keepFromDm('Sora');
    expect(await kept(ladder, 'U0SORA')).toHaveLength(1);
  });

  it('takes the day of the message where its keeper lives', async () => {
    ladder.clock.set('2027-02-12T23:30:00Z');
    const teo = ladder.as('Teo');
    const message = await said(ladder, 'Noor', 'Late in Europe, morning in Kolkata');
    await keep(ladder, teo, message);
    expect(inputValue(teo, 'evidence.happened_on')).toBe('2027-02-13');
    const noor = ladder.as('Noor');
    await keep(ladder, noor, message);
    expect(inputValue(noor, 'evidence.happened_on')).toBe('2027-02-12');
    await teo.close();
    await noor.close();
  });

  it('keeps note and day without a link when Slack refuses one, and says so', async () => {
    const wren = ladder.as('Wren');
    ladder.slack.faults.fail('chat.getPermalink', 'channel_not_found');
    await keep(ladder, wren, await said(ladder, 'Wren', 'in a place where the app is not'));
    expect(reads(wren)).toContain('Slack gave me no link to this message');
    await fillAndKeep(wren, { note: 'Two teams use the checklist.', competency: 'Execution' });
    expect(await kept(ladder, 'U0WREN')).toMatchObject([
      { permalink: null, slackChannelId: 'C0BIZOPS', note: 'Two teams use the checklist.' },
    ]);
  });

  it('is told privately when the window came too late, with a way on', async () => {
    const mika = ladder.as('Mika');
    const message = await said(ladder, 'Noor', 'quickly');
    ladder.slack.faults.fail('views.open', 'expired_trigger_id');
    await mika.shortcut('evidence.keep', message);
    const told = await ladder.slack.waitFor(() => {
      const last = mika.lastMessage({ channel: 'C0BIZOPS' });
      return last?.ephemeralTo === 'U0MIKA' && last;
    });
    expect(told.text).toContain('Nothing is lost; try it again.');
    await mika.click(told, 'My evidence');
    await untilReads(ladder, mika, 'You have kept nothing since the last review.');
  });

  it('is told in the window while the database is away, and keeps the note once afterwards', async () => {
    // The window says so while the database is away, and works afterwards.
    const mika = ladder.as('Mika');
    const message = await said(ladder, 'Mika', 'a thing');
    ladder.database.cut();
    await keep(ladder, mika, message);
    expect(reads(mika)).toMatch(/couldn't get what you kept: the database .* \(ref \w{6}\)/);
    ladder.database.restore();
    await keep(ladder, mika, message);
    expect(mika.modal()?.title).toBe('Keep as evidence');

    // It stays open with the note while the database is away, and keeps it once afterwards.
    await mika.type('evidence.note', 'Hired two people.');
    await mika.choose('modal', 'evidence.competency', 'Not sure yet');
    ladder.database.cut();
    const { errors } = await mika.submit();
    expect(errorAt(errors, 'evidence.note')).toMatch(/What you typed is still here.*\(ref \w{6}\)/);
    ladder.database.restore();
    await mika.submit();
    expect(await kept(ladder, 'U0MIKA')).toHaveLength(1);
  });
});

describe('somebody whom Ladder can sort nothing for', () => {
  it('keeps Kit’s piece without a competency and says why', async () => {
    const kit = ladder.as('Kit');
    await keep(ladder, kit, await said(ladder, 'Kit', 'My first week'));
    expect(reads(kit)).toContain('You have no role on the ladder yet');
    await fillAndKeep(kit, { note: 'Wrote down the onboarding gaps.' });
    expect(reads(kit)).toContain('Kept.');
    expect(await kept(ladder, 'U0KIT')).toMatchObject([{ competencyKey: null }]);
  });

  it('leads Kit to setting a role from there', async () => {
    const kit = ladder.as('Kit');
    await keep(ladder, kit, await said(ladder, 'Kit', 'My second week'));
    await kit.click('modal', 'Set my role');
    await ladder.slack.waitFor(() => kit.modal()?.title === 'About you');
    await kit.close({ all: true });
  });

  it('gets to know a stranger by the shortcut, with the day where they live', async () => {
    await ladder.slack.join({ id: 'U0NOA', name: 'Noa New', tz: 'Asia/Tokyo' });
    // Ladder takes note of who joins; only after that can it be made to forget.
    await ladder.ladder.idle();
    await ladder.ladder.context.db.person.deleteMany({ where: { slackUserId: 'U0NOA' } });
    const noa = ladder.slack.as('U0NOA');
    await noa.write('hello');
    const message = noa.lastMessage();
    if (!message) throw new Error('no message');
    await keep(ladder, noa, message);
    expect(inputValue(noa, 'evidence.happened_on')).toBe('2027-02-13');
    await fillAndKeep(noa, { note: 'Asked the first question.' });
    expect(await kept(ladder, 'U0NOA')).toMatchObject([{ note: 'Asked the first question.' }]);
  });
});

describe('a form that is filled wrongly', () => {
  it('takes no blanks and no day to come, and 3,000 characters with markup as they are', async () => {
    // It does not take a note of blanks.
    const teo = ladder.as('Teo');
    await keep(ladder, teo, await said(ladder, 'Teo', 'another thing'));
    const blank = await fillAndKeep(teo, { note: '   ', competency: 'Execution' });
    expect(errorAt(blank.errors, 'evidence.note')).toContain('Say in a few words what changed');

    // It does not take a day that is still to come.
    const early = await fillAndKeep(teo, { note: 'Soon.', day: '2027-02-14' });
    expect(early.errors?.['evidence.happened_on']).toContain('still to come');
    expect(typedIn(teo, 'evidence.note')).toBe('Soon.');

    // It keeps 3,000 characters with markup as they are, and shows them so.
    const note = `<!channel> *bold* & <https://example.com|link> ${'&<>'.repeat(1000)}`.slice(
      0,
      3000,
    );
    await fillAndKeep(teo, { note, day: '2027-02-12' });
    expect((await kept(ladder, 'U0TEO')).map((piece) => piece.note)).toContain(note);
    await openList(ladder, teo);
    expect(reads(teo)).toContain(note);
  });

  it('keeps one piece when the button is pressed on two devices', async () => {
    const rosa = ladder.as('Rosa');
    const message = await said(ladder, 'Rosa', 'twice');
    await keep(ladder, rosa, message);
    await fillAndKeep(rosa, { note: 'From the phone.', competency: 'Execution' });
    await keep(ladder, rosa, message);
    await fillAndKeep(rosa, { note: 'From the laptop.' });
    const notes = (await kept(ladder, 'U0ROSA')).map(({ note }) => note);
    expect(notes).toContain('From the laptop.');
    expect(notes).not.toContain('From the phone.');
  });
});

describe('/ladder evidence', () => {
  it('says how to keep something where nothing is kept', async () => {
    const ada = ladder.as('Ada');
    await openList(ladder, ada);
    expect(reads(ada)).toContain('You have kept nothing since the last review.');
    expect(reads(ada)).toContain('Keep as evidence');
  });

  it('takes a piece that is in no message, moves, changes and deletes it', async () => {
    // It takes a piece that is in no message, once.
    const sora = ladder.as('Sora');
    await keepFromDm('Sora');
    await openList(ladder, sora);
    await sora.click('modal', 'Add');
    await untilReads(ladder, sora, 'What changed because of it?');
    await fillAndKeep(sora, { note: 'Coached a new joiner.', competency: 'Not sure yet' });
    await untilReads(ladder, sora, 'Coached a new joiner.');
    expect(reads(sora)).toContain('2 pieces since the last review');
    expect(reads(sora)).toContain('Not sorted yet');

    // It moves a piece to another competency.
    await sora.choose('modal', 'evidence.move', 'Leadership and culture');
    await ladder.slack.waitFor(() => !reads(sora).includes('Not sorted yet'));
    expect(await kept(ladder, 'U0SORA')).toMatchObject([
      { competencyKey: 'execution' },
      { competencyKey: 'leadership' },
    ]);

    // It changes what was said.
    await sora.click('modal', 'Edit', { nth: 1 });
    await untilReads(ladder, sora, 'What changed because of it?');
    expect(typedIn(sora, 'evidence.note')).toBe('Coached a new joiner.');
    await fillAndKeep(sora, { note: 'Coached two new joiners.' });
    await untilReads(ladder, sora, 'Coached two new joiners.');

    // It asks before it deletes, and deletes.
    expect(JSON.stringify(sora.modal()?.blocks)).toContain('Delete this piece?');
    await sora.click('modal', 'Delete', { nth: 1 });
    await untilReads(ladder, sora, '1 piece since the last review');
    expect(await kept(ladder, 'U0SORA')).toHaveLength(1);

    // It says so when a piece was deleted on another device.
    await sora.click('modal', 'Edit');
    await untilReads(ladder, sora, 'What changed because of it?');
    await ladder.ladder.context.db.evidence.deleteMany({
      where: { person: { slackUserId: 'U0SORA' } },
    });
    const { errors } = await fillAndKeep(sora, { note: 'Still typing.' });
    expect(errorAt(errors, 'evidence.note')).toContain('deleted in the meantime');
    await sora.close({ all: true });
  });

  it('pages when long, and takes in the earlier ones on request', async () => {
    const { context, workspace } = ladder.ladder;
    const person = await context.db.person.findFirstOrThrow({ where: { slackUserId: 'U0WREN' } });
    const note = 'x'.repeat(3000);
    await context.db.evidence.createMany({
      data: Array.from({ length: 12 }, (_, at) => ({
        ...{ workspaceId: workspace.id, personId: person.id, competencyKey: 'execution' },
        ...{ note: `${at} ${note}`.slice(0, 3000), createdAt: context.clock.now() },
        happenedOn: new Date(`2027-01-${10 + at}`),
      })),
    });
    const wren = ladder.as('Wren');
    await openList(ladder, wren);
    expect(reads(wren)).toContain('Page 1 of 2');
    await wren.click('modal', 'Next page');
    await untilReads(ladder, wren, 'Page 2 of 2');
    await wren.click('modal', 'Earlier ones too');
    await untilReads(ladder, wren, '12 pieces in all');
    await wren.close({ all: true });
  });

  it('opens from Home', async () => {
    const rosa = ladder.as('Rosa');
    if (rosa.modal()) await rosa.close({ all: true });
    await rosa.openHome();
    await ladder.slack.waitFor(() => rosa.home());
    await rosa.click('home', 'My evidence');
    await ladder.slack.waitFor(() => rosa.modal()?.title === 'Your evidence');
  });
});
