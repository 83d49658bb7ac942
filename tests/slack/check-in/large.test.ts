import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/domain/framework/framework.js';
import { Frameworks } from '../../../src/services/framework/frameworks.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { largeFramework } from '../../support/large-framework.js';
import { goOn, onAnotherDevice, openCheckIn, openQuarter, reads } from './desk.js';

const framework = largeFramework();
/** Long, with every character that Slack escapes, and at the limit of an input. */
const note = `Cut the <scope> & the risk. ${'Naïve or not, it went well 🌱. '.repeat(120)}`.slice(
  0,
  2999,
);

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await pinQuarterTo(framework);
  const roleKey = framework.roles[0]?.key ?? null;
  await ladder.ladder.context.db.person.updateMany({ data: { roleKey } });
});

async function pinQuarterTo(pinned: Framework): Promise<void> {
  const { context, workspace } = ladder.ladder;
  const { id } = await new Frameworks(context.db).use(workspace.id, pinned);
  await openQuarter(ladder, id);
}

// Slack refuses what is too long or too large, and the harness throws if it refused anything.
afterAll(() => ladder.stop());

describe('a check-in of 40 competencies with texts of 3,000 characters', () => {
  it('is asked and shown in five pages, with a note as long as an input on each', async () => {
    // It shows a page with its number.
    await pinQuarterTo(framework);
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    expect(teo.modal()?.title).toBe('Check-in · 1 of 5');
    expect(teo.modal()?.blocks.filter(({ type }) => type === 'input')).toHaveLength(9);

    // It takes a note as long as the input and shows the next page.
    const [first] = framework.competencies;
    await teo.choose('modal', 'check_in.choose', framework.scale[8]?.label ?? '', {
      blockId: `choice:${first?.key}`,
    });
    await teo.type('check_in.type', note);
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · 2 of 5');

    // It shows the last page with all 40 open.
    for (let page = 1; page < 5; page += 1) await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · last page');
    expect(reads(teo)).toContain('39 of 40 still open');

    // It shows the last page and what was sent with 40 long notes.
    const { checkInId } = await onAnotherDevice(ladder, teo);
    const { db } = ladder.ladder.context;
    const { workspaceId } = await db.checkIn.findUniqueOrThrow({ where: { id: checkInId } });
    await db.checkInAnswer.deleteMany({ where: { checkInId } });
    await db.checkInAnswer.createMany({
      data: framework.competencies.map(({ key }) => ({
        workspaceId,
        checkInId,
        competencyKey: key,
        ratingKey: framework.scale[0]?.key ?? '',
        text: note,
        editedAt: new Date(),
      })),
    });
    await openCheckIn(ladder, teo);
    await teo.type('check_in.proud_of', note);
    await teo.type('check_in.needs', note);
    await goOn(teo);
    expect(reads(teo)).toContain('Your check-in for Q1 2027 is sent.');
  });
});

describe('expectations that are larger than a window', () => {
  it('show the whole behaviours that fit, and say how many do not', async () => {
    const text = 'ж'.repeat(3000);
    const behaviours = Array.from({ length: 50 }, (_, n) => ({ key: `b-${n}`, text }));
    const roles = framework.roles.map((role) => ({
      ...role,
      expectations: role.expectations.slice(0, 10).map((one) => ({ ...one, behaviours })),
    }));
    await pinQuarterTo({ ...framework, roles: roles.slice(0, 1) });
    const rosa = ladder.as('Rosa');
    await openCheckIn(ladder, rosa);
    expect(reads(rosa)).toMatch(/\d+ more behaviours do not fit here/);
  });
});
