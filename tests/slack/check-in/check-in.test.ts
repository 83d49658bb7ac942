import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitCheckIn } from '../../../src/services/check-in/check-ins.js';
import { savePage } from '../../../src/services/check-in/edits.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import {
  answerAll,
  decided,
  goOn,
  inputValue,
  onAnotherDevice,
  openCheckIn,
  openQuarter,
  reads,
} from './desk.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterAll(() => ladder.stop());

describe('a check-in from the first page to the last', () => {
  it('is filled page by page with nothing lost on the way, sent, taken back and changed', async () => {
    // It begins with what it is for, who sees it and when, and how long it takes.
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    expect(teo.modal()?.title).toBe('Check-in · 1 of 5');
    expect(reads(teo)).toContain('about 10 minutes');
    expect(reads(teo)).toContain('<@U0MIKA> will, and only after giving their own view');
    expect(reads(teo)).toContain('Finds out and describes what the business is after');

    // It goes on to the next page, where nothing of the page before stands.
    await teo.choose('modal', 'check_in.choose', 'Meeting');
    await teo.type('check_in.type', 'Mapped the refund process in February.');
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · 2 of 5');
    expect(inputValue(teo, 'text:collaboration')).toBeNull();
    expect(reads(teo)).not.toContain('about 10 minutes');

    // It goes back to a page with everything that was typed there.
    await teo.click('modal', 'Back');
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in · 1 of 5');
    expect(inputValue(teo, 'choice:expertise')).toBe('rating:meeting');
    expect(inputValue(teo, 'text:expertise')).toBe('Mapped the refund process in February.');
    await goOn(teo);

    // It asks what was missing when there was no opportunity yet.
    await teo.choose('modal', 'check_in.choose', 'No opportunity yet');
    await ladder.slack.waitFor(() => reads(teo).includes('Why was there no opportunity yet?'));
    const missing = await goOn(teo);
    expect(Object.keys(missing.errors ?? {})).toEqual(['text:collaboration']);
    expect(teo.modal()?.title).toBe('Check-in · 2 of 5');
    await teo.type('check_in.type', 'No project with another team.');
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · 3 of 5');

    // It lets a page be left open, and lists it on the last page.
    for (let page = 0; page < 3; page += 1) await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · last page');
    expect(reads(teo)).toContain('3 of 5 still open');
    expect(reads(teo)).toContain('Mapped the refund process in February.');

    // It is not sent while pages are open, and says which.
    await teo.type('check_in.proud_of', 'The refund map.');
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · 3 of 5');
    expect(reads(teo)).toContain(
      'Nothing is sent yet: Internal impact, Execution and Leadership and culture still need an answer',
    );
    expect(teo.modal()?.errors).toEqual({});
    await goOn(teo);
    expect(inputValue(teo, 'last_page:proud_of')).toBe('The refund map.');

    // It leads to an open page and from there straight back.
    await teo.click('modal', 'Answer: Execution');
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in · 4 of 5');
    await teo.choose('modal', 'check_in.choose', 'Developing');
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · last page');
    expect(reads(teo)).toContain('2 of 5 still open');
    expect(inputValue(teo, 'last_page:proud_of')).toBe('The refund map.');

    // It offers the paths that the role can lead to.
    expect(reads(teo)).toContain('Move to: Management path');
    await teo.choose('modal', 'check_in.next', 'Grow along my path');

    // It is sent once all is answered, and says who sees it and when.
    for (const name of ['Internal impact', 'Leadership and culture']) {
      await teo.click('modal', `Answer: ${name}`);
      await ladder.slack.waitFor(() => teo.modal()?.title !== 'Check-in · last page');
      await teo.choose('modal', 'check_in.choose', 'Meeting');
      await goOn(teo);
    }
    expect(reads(teo)).toContain('All 5 competencies answered');
    await goOn(teo);
    expect(reads(teo)).toContain('Your check-in for Q1 2027 is sent.');
    expect(reads(teo)).toContain('<@U0MIKA> sees it only after giving their own view');

    // It shows what was sent when it is asked for again.
    await teo.close();
    await openCheckIn(ladder, teo);
    expect(reads(teo)).toContain('is sent.');
    expect(reads(teo)).toContain('No project with another team.');
    expect(reads(teo)).toContain('Grow along my path');

    // It can be taken back and changed.
    await teo.click('modal', 'Reopen and change');
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in · last page');
    await teo.click('modal', 'Change: Execution');
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in · 4 of 5');
    expect(inputValue(teo, 'choice:execution')).toBe('rating:developing');
    await teo.choose('modal', 'check_in.choose', 'Exceeding');
    await goOn(teo);
    await goOn(teo);
    expect(reads(teo)).toContain('is sent.');
    expect(reads(teo)).toContain('Exceeding');
  });
});

describe('nothing is lost', () => {
  it('when the window is closed in the middle of a page, nor at another device later', async () => {
    // Nothing is lost when the window is closed in the middle of a page.
    const rosa = ladder.as('Rosa');
    await openCheckIn(ladder, rosa);
    await rosa.choose('modal', 'check_in.choose', 'Exceeding');
    await rosa.type('check_in.type', 'Set up the pricing desk');
    await rosa.close();
    await decided(ladder, (rows) => rows.some(({ text }) => text === 'Set up the pricing desk'));
    await openCheckIn(ladder, rosa);
    expect(inputValue(rosa, 'choice:expertise')).toBe('rating:exceeding');
    expect(inputValue(rosa, 'text:expertise')).toBe('Set up the pricing desk');

    // Nothing is lost when Rosa goes on at another device, at the page where she stopped.
    await goOn(rosa);
    await rosa.close();
    await openCheckIn(ladder, rosa);
    expect(rosa.modal()?.title).toBe('Check-in · 2 of 5');
    await rosa.close();
  });

  it('when Wren typed more on the phone than the window on the desk knows of', async () => {
    const wren = ladder.as('Wren');
    await openCheckIn(ladder, wren);
    const phone = await onAnotherDevice(ladder, wren);
    const edit = { text: 'Typed on the phone.', editedAt: new Date() };
    await savePage(ladder.ladder.context, phone, { competency: 'expertise', edit });
    await wren.choose('modal', 'check_in.choose', 'Meeting');
    await goOn(wren);
    await wren.click('modal', 'Back');
    await ladder.slack.waitFor(() => wren.modal()?.title === 'Check-in · 1 of 5');
    expect(inputValue(wren, 'text:expertise')).toBe('Typed on the phone.');
    expect(inputValue(wren, 'choice:expertise')).toBe('rating:meeting');
  });
});

describe('a check-in that was sent from the phone', () => {
  it('is said to be sent already in the window on the desk, also after a key that was late', async () => {
    const sora = ladder.as('Sora');
    await openCheckIn(ladder, sora);
    await answerAll(sora);
    await submitCheckIn(ladder.ladder.context, await onAnotherDevice(ladder, sora));
    ladder.slack.faults.delay('views.update', 300);
    await sora.type('check_in.needs', '');
    await goOn(sora);
    expect(reads(sora)).toContain('is already sent.');
    await ladder.ladder.idle();
    ladder.slack.faults.clear();
    expect(reads(sora)).toContain('is already sent.');
  });

  it('takes nothing more from the desk, where the text stays and the reason is given', async () => {
    const noor = ladder.as('Noor');
    await openCheckIn(ladder, noor);
    await answerAll(noor);
    await submitCheckIn(ladder.ladder.context, await onAnotherDevice(ladder, noor));
    await noor.type('check_in.needs', 'One more thing.');
    await ladder.slack.waitFor(() => reads(noor).includes('has been sent in the meantime'));
    expect(inputValue(noor, 'last_page:needs')).toBe('One more thing.');
    const { errors } = await goOn(noor);
    expect(errors?.['last_page:proud_of']).toContain('has been sent in the meantime');
    expect(inputValue(noor, 'last_page:needs')).toBe('One more thing.');
  });
});
