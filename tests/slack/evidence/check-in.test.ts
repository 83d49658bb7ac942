import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { savePage } from '../../../src/services/check-in/edits.js';
import { readCheckIn } from '../../../src/services/check-in/reading.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import {
  decided,
  goOn,
  inputValue,
  onAnotherDevice,
  openCheckIn,
  openQuarter,
  reads,
} from '../check-in/desk.js';
import { type Actor, untilReads } from './desk.js';

let ladder: TestLadder;
let rosa: Actor;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
  rosa = ladder.as('Rosa');
});
afterAll(() => ladder.stop());

interface Piece {
  note: string;
  day?: string;
  competencyKey?: string | null;
  permalink?: string;
}

/** Rosa has kept these and nothing else, and has said nothing in her check-in yet. */
async function rosaKept(...pieces: Piece[]) {
  const { context, workspace } = ladder.ladder;
  const { db } = context;
  const { id: personId } = await db.person.findFirstOrThrow({ where: { slackUserId: 'U0ROSA' } });
  await db.evidence.deleteMany();
  await db.checkIn.deleteMany();
  for (const { note, day = '2027-02-12', competencyKey = 'expertise', permalink } of pieces) {
    const happenedOn = dateFromDay(day);
    const more = permalink === undefined ? {} : { permalink };
    await db.evidence.create({
      data: {
        ...{ workspaceId: workspace.id, personId, note, competencyKey, happenedOn, ...more },
        createdAt: context.clock.now(),
      },
    });
  }
}

/** The text field of the page: the value in it and the id of its block. */
function textField() {
  const found = rosa.modal()?.blocks.find(({ block_id }) => block_id?.startsWith('text:'));
  const blockId = String(found?.block_id);
  return { blockId, text: inputValue(rosa, blockId) };
}

const link = 'https://moss-and-fern.slack.com/archives/C0BIZOPS/p1';

describe('a page of the check-in with something kept for it', () => {
  beforeEach(async () => {
    await rosaKept(
      { note: 'Ran the pricing workshop.', permalink: link },
      { note: 'Moved a launch.', competencyKey: 'execution' },
    );
    await openCheckIn(ladder, rosa);
  });

  it('shows what is under its competency, with the day and the message', () => {
    expect(reads(rosa)).toContain('Kept since last time');
    expect(reads(rosa)).toContain(`Friday 12 February · <${link}|message>`);
    expect(reads(rosa)).toContain('Ran the pricing workshop.');
    expect(reads(rosa)).not.toContain('Moved a launch.');
  });

  it('puts the note into the empty text', async () => {
    await rosa.click('modal', 'Use');
    await ladder.slack.waitFor(() => textField().text === 'Ran the pricing workshop.');
    await decided(ladder, (rows) => rows.some(({ text }) => text === 'Ran the pricing workshop.'));
  });

  it('puts it after what was typed, and loses nothing of that', async () => {
    await rosa.choose('modal', 'check_in.choose', 'Meeting');
    await rosa.type('check_in.type', 'Mapped the refunds. ');
    await rosa.click('modal', 'Use');
    const both = 'Mapped the refunds. \n\nRan the pricing workshop.';
    await ladder.slack.waitFor(() => textField().text === both);
    expect(inputValue(rosa, 'choice:expertise')).toBe('rating:meeting');
    await goOn(rosa);
    await decided(ladder, (rows) => rows.some(({ text }) => text === both));
  });

  it('loses nothing when typing never arrived before Use was pressed', async () => {
    ladder.database.cut();
    await rosa.type('check_in.type', 'Typed in a tunnel.');
    ladder.database.restore();
    await rosa.click('modal', 'Use');
    const both = 'Typed in a tunnel.\n\nRan the pricing workshop.';
    await ladder.slack.waitFor(() => textField().text === both);
    await decided(ladder, (rows) => rows.some(({ text }) => text === both));
  });

  it('goes on from there: what is typed after Use is kept as well', async () => {
    await rosa.click('modal', 'Use');
    await ladder.slack.waitFor(() => textField().text === 'Ran the pricing workshop.');
    await rosa.type('check_in.type', 'Ran the pricing workshop. Two deals came of it.');
    await decided(ladder, (rows) => rows.some(({ text }) => text.endsWith('came of it.')));
    await goOn(rosa);
    await rosa.click('modal', 'Back');
    await ladder.slack.waitFor(() => rosa.modal()?.title === 'Check-in · 1 of 5');
    expect(textField().text).toBe('Ran the pricing workshop. Two deals came of it.');
  });

  it('keeps the note when typing from before Use arrives after it', async () => {
    await rosa.click('modal', 'Use');
    await ladder.slack.waitFor(() => textField().text === 'Ran the pricing workshop.');
    const { blockId } = textField();
    const drawnAt = Number(blockId.split('@')[1]);
    const ref = await onAnotherDevice(ladder, rosa);
    const late = { text: 'Mapped', editedAt: new Date(drawnAt - 1) };
    await savePage(ladder.ladder.context, ref, { competency: 'expertise', edit: late });
    const { answers } = await readCheckIn(ladder.ladder.context, ref);
    expect(answers.get('expertise')?.text).toBe('Ran the pricing workshop.');
  });

  it('puts it in once, however often Use is pressed', async () => {
    await rosa.click('modal', 'Use');
    await ladder.slack.waitFor(() => textField().text === 'Ran the pricing workshop.');
    const before = textField().blockId;
    await rosa.click('modal', 'Use');
    await ladder.slack.waitFor(() => textField().blockId !== before);
    expect(textField().text).toBe('Ran the pricing workshop.');
  });

  it('says how much too long it would be, and leaves what was typed', async () => {
    const typed = 'x'.repeat(2990);
    await rosa.type('check_in.type', typed);
    await rosa.click('modal', 'Use');
    await untilReads(ladder, rosa, 'it is 17 characters too long');
    expect(textField().text).toBe(typed);
    await goOn(rosa);
    await decided(ladder, (rows) => rows.some(({ text }) => text === typed));
  });

  it('says so when the piece was deleted in the meantime', async () => {
    await rosa.type('check_in.type', 'Mapped the refunds.');
    await ladder.ladder.context.db.evidence.deleteMany();
    await rosa.click('modal', 'Use');
    await untilReads(ladder, rosa, 'That piece was deleted in the meantime.');
    expect(textField().text).toBe('Mapped the refunds.');
  });

  it('stays with what was typed while the database is away', async () => {
    await rosa.type('check_in.type', 'Mapped the refunds.');
    ladder.database.cut();
    await rosa.click('modal', 'Use');
    await untilReads(ladder, rosa, "I couldn't add that note");
    ladder.database.restore();
    expect(textField().text).toBe('Mapped the refunds.');
  });

  it('changes nothing once the check-in has been sent from another device', async () => {
    const ref = await onAnotherDevice(ladder, rosa);
    await ladder.ladder.context.db.checkIn.update({
      where: { id: ref.checkInId },
      data: { state: 'submitted', submittedAt: ladder.clock.now() },
    });
    await rosa.click('modal', 'Use');
    await untilReads(ladder, rosa, 'has been sent in the meantime');
  });
});

describe('much that was kept', () => {
  it('shows the newest five whole, says how many more there are, and leads to them', async () => {
    const note = '漢'.repeat(2990);
    const pieces = Array.from({ length: 9 }, (_, at) => ({
      note: `${at} ${note}`,
      day: `2027-02-0${at + 1}`,
    }));
    await rosaKept(...pieces);
    await openCheckIn(ladder, rosa);
    expect(reads(rosa)).toContain(`8 ${note}`);
    expect(reads(rosa)).toMatch(/\d older pieces not shown here/);
    await rosa.click('modal', 'My evidence');
    await untilReads(ladder, rosa, '9 pieces since the last review');
    await rosa.click('modal', 'Edit');
    await untilReads(ladder, rosa, 'What changed because of it?');
    expect(rosa.modals()).toHaveLength(3);
    await rosa.close({ all: true });
  });
});

describe('the last page', () => {
  async function openLastPage() {
    await openCheckIn(ladder, rosa);
    for (let page = 0; page < 5; page += 1) await goOn(rosa);
    expect(rosa.modal()?.title).toBe('Check-in · last page');
  }

  it('hints at the time before, when everything is from the last weeks', async () => {
    await rosaKept(
      { note: 'One.', day: '2027-03-01' },
      { note: 'Two.', day: '2027-03-02' },
      { note: 'Three.', day: '2027-03-03' },
    );
    await openLastPage();
    expect(reads(rosa)).toContain('Everything you kept is from Monday 22 February on.');
  });

  it('says nothing of it when something is from before', async () => {
    await rosaKept(
      { note: 'One.', day: '2027-01-20' },
      { note: 'Two.', day: '2027-03-02' },
      { note: 'Three.', day: '2027-03-03' },
    );
    await openLastPage();
    expect(reads(rosa)).not.toContain('Everything you kept');
  });

  it('tells what stands on none of the pages, with the way to sort it', async () => {
    await rosaKept({ note: 'One.', competencyKey: null }, { note: 'Two.', competencyKey: 'gone' });
    await openLastPage();
    expect(reads(rosa)).toContain('2 kept pieces stand under none of these competencies yet.');
    await rosa.click('modal', 'My evidence');
    await untilReads(ladder, rosa, 'Not sorted yet');
  });
});
