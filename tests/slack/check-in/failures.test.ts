import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { savePage } from '../../../src/services/check-in/edits.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { goOn, inputValue, onAnotherDevice, openCheckIn, openQuarter, reads } from './desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterEach(() => ladder.stop());

/** The reference that a person reads, and whether it stands in the log. */
function isLogged(text: string): boolean {
  const [, reference] = text.match(/\(ref (\w{6})\)/) ?? [];
  return ladder.logged.some(
    ({ fields }) => 'reference' in fields && fields.reference === reference,
  );
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

describe('when the database goes away in the middle of a page', () => {
  const note = 'Moved the weekly report to the shared board.';
  it('what Teo types stays in the window, which says so, and is saved once the database is back', async () => {
    // Teo goes on typing, and the log tells about it without his words.
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    await goOn(teo);
    ladder.database.cut();
    await teo.type('check_in.type', note);
    await ladder.slack.waitFor(() =>
      ladder.logged.some(({ sentence }) => sentence === 'typing was not saved this time'),
    );
    expect(teo.modal()?.title).toBe('Check-in · 2 of 5');
    expect(JSON.stringify(ladder.logged)).not.toContain(note);

    // Saving says what happened, and the window stays open with the text.
    const { errors } = await teo.submit();
    const sentence = errors?.['text:collaboration'] ?? '';
    expect(sentence).toMatch(
      /^I couldn't save that page: the database is not answering\. What you typed is still here; press Save again in a minute\. \(ref \w{6}\)$/,
    );
    expect(isLogged(sentence)).toBe(true);
    expect(inputValue(teo, 'text:collaboration')).toBe(note);

    // Going back says the same above the page, which keeps the text.
    await teo.click('modal', 'Back');
    await ladder.slack.waitFor(() => reads(teo).includes("I couldn't save what stands here"));
    expect(teo.modal()?.title).toBe('Check-in · 2 of 5');
    expect(inputValue(teo, 'text:collaboration')).toBe(note);

    // All of it is saved once the database is back.
    ladder.database.restore();
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · 3 of 5');
    await teo.click('modal', 'Back');
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in · 2 of 5');
    expect(inputValue(teo, 'text:collaboration')).toBe(note);
    expect(reads(teo)).not.toContain("I couldn't save");
  });
});

describe('when the database is away from the start', () => {
  it('a window opens all the same, says so, and opens the check-in later', async () => {
    const sora = ladder.as('Sora');
    ladder.database.cut();
    await openCheckIn(ladder, sora);
    expect(reads(sora)).toContain("I couldn't open your check-in: the database is not answering.");
    expect(isLogged(reads(sora))).toBe(true);
    ladder.database.restore();
    await sora.click('modal', 'Try again');
    await ladder.slack.waitFor(() => sora.modal()?.title === 'Check-in · 1 of 5');
  });
});

describe('when the database hangs while Mika saves', () => {
  it('she is told within the time that Slack gives, and nothing of hers is lost', async () => {
    const mika = ladder.as('Mika');
    await openCheckIn(ladder, mika);
    await mika.type('check_in.type', 'Hired two people.');
    const { db } = ladder.ladder.context;
    const [isLocked, release] = [gate(), gate()];
    const holding = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM check_in FOR UPDATE`;
      isLocked.open();
      await release.opened;
    });
    await isLocked.opened;
    const { errors, status } = await mika.submit();
    release.open();
    await holding;
    expect(status).toBe(200);
    expect(errors?.['text:expertise']).toContain('What you typed is still here');
    await goOn(mika);
    expect(mika.modal()?.title).toBe('Check-in · 2 of 5');
  });
});

describe('when Slack makes it hard', () => {
  it('an expired trigger of the command brings a private message with a button', async () => {
    const rosa = ladder.as('Rosa');
    ladder.slack.faults.fail('views.open', 'expired_trigger_id');
    await rosa.command('/ladder', 'check-in');
    const answer = await ladder.slack.waitFor(() =>
      rosa.messages().find(({ text }) => text.includes('too slow to open your check-in')),
    );
    await rosa.click(answer, 'Open my check-in');
    await ladder.slack.waitFor(() => rosa.modal()?.title === 'Check-in · 1 of 5');
    await rosa.close();
  });

  it('an expired trigger of a press on Home is answered in the messages with the app', async () => {
    const rosa = ladder.as('Rosa');
    await rosa.openHome();
    await ladder.slack.waitFor(() => rosa.home());
    ladder.slack.faults.fail('views.open', 'exchanged_trigger_id');
    await rosa.click('home', 'check_in.open');
    await ladder.slack.waitFor(() =>
      rosa
        .messages({ channel: rosa.dm })
        .some(({ text, ephemeralTo }) => !ephemeralTo && text.includes('too slow to open')),
    );
    expect(rosa.modal()).toBeUndefined();
  });

  it('a window that was closed before it could be filled is left alone', async () => {
    const rosa = ladder.as('Rosa');
    ladder.slack.faults.fail('views.update', 'not_found');
    await rosa.command('/ladder', 'check-in');
    await ladder.slack.waitFor(() => ladder.slack.calls.some(({ error }) => error === 'not_found'));
    expect(rosa.lastMessage()?.text ?? '').not.toContain("didn't take my answer");
    await rosa.close();
  });

  it('a page that cannot be drawn is said to be so, with a reference', async () => {
    const rosa = ladder.as('Rosa');
    ladder.slack.faults.rateLimit('views.update');
    await rosa.command('/ladder', 'check-in');
    const answer = await ladder.slack.waitFor(() =>
      rosa.messages().find(({ text }) => text.includes("Slack didn't take my answer")),
    );
    expect(isLogged(answer.text)).toBe(true);
    await rosa.close();
  });
});

describe('when the quarter closes while a window is open', () => {
  it('Wren is told, and keeps what she typed', async () => {
    const wren = ladder.as('Wren');
    await openCheckIn(ladder, wren);
    ladder.clock.set('2027-06-01T15:00:00Z');
    await wren.type('check_in.type', 'Late to the party.');
    await ladder.slack.waitFor(() => reads(wren).includes('Q1 2027 has closed'));
    const { errors } = await goOn(wren);
    expect(errors?.['text:expertise']).toContain('Q1 2027 has closed');
    expect(inputValue(wren, 'text:expertise')).toBe('Late to the party.');
  });
});

describe('when a request overtakes another', () => {
  it('old typing never replaces newer typing', async () => {
    const noor = ladder.as('Noor');
    await openCheckIn(ladder, noor);
    const phone = await onAnotherDevice(ladder, noor);
    const late = { text: 'Newer, from the ', editedAt: new Date(Date.now() + 60_000) };
    await savePage(ladder.ladder.context, phone, { competency: 'expertise', edit: late });
    await noor.type('check_in.type', 'Older');
    await noor.close();
    await openCheckIn(ladder, noor);
    expect(inputValue(noor, 'text:expertise')).toBe('Newer, from the ');
  });
});
