import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Frameworks } from '../../../src/services/framework/frameworks.js';
import { frameworkOf } from '../../domain/framework/example.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { giveView, openView } from '../assessment/desk.js';
import { goOn, openCheckIn, openQuarter, reads } from './desk.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  const { context, workspace } = ladder.ladder;
  const orchestra = readFileSync('tests/support/ladders/orchestra-rubrics.yaml', 'utf8');
  const { id } = await new Frameworks(context.db).use(workspace.id, frameworkOf(orchestra));
  await openQuarter(ladder, id);
  await context.db.person.updateMany({ data: { roleKey: 'desk-one' } });
});
afterAll(() => ladder.stop());

type Person = ReturnType<TestLadder['as']>;

/** Chooses a level on each page, up to the last. */
async function choose(person: Person, action: string, levels: string[]): Promise<void> {
  for (const level of levels) {
    await person.choose('modal', action, level);
    await goOn(person);
  }
}

/** The choices on the page with what stands below each. */
function choices(person: Person) {
  const input = person.modal()?.blocks.find(({ block_id }) => block_id?.startsWith('choice:'));
  const { options = [] } = (input?.element ?? {}) as { options?: Option[] };
  return options.map(({ text, description }) => [text.text, description?.text]);
}

interface Option {
  text: { text: string };
  description?: { text: string };
}

describe('on a ladder that rates levels', () => {
  it('Teo and Mika choose among the levels of each competency, and the brief sets them side by side', async () => {
    // The asked one is marked.
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    expect(choices(teo)).toEqual([
      ['1', 'Reads slow pieces'],
      ['2', 'What the role asks'],
      ['3', 'Reads scores of others'],
      ['No opportunity yet', expect.any(String)],
    ]);
    await choose(teo, 'check_in.choose', ['3', '2', '1']);
    expect(reads(teo)).toContain('All 3 competencies answered');
    await goOn(teo);
    expect(reads(teo)).toContain('Reading\n3');
    await teo.close({ all: true });

    // Mika chooses among the same.
    const mika = ladder.as('Mika');
    await openView(ladder, mika, 'Teo');
    expect(choices(mika)).toContainEqual(['2', 'What the role asks']);
    await choose(mika, 'assessment.choose', ['1', '2', '1']);
    await giveView(mika);
    await mika.click('modal', 'Open the brief');
    await ladder.slack.waitFor(() => reads(mika).includes('All competencies'));
    expect(reads(mika)).toContain('Teo: 3 · Mika');
    expect(reads(mika)).toContain('Teo 2 higher');
    expect(reads(mika)).toContain('both: 2');
    await mika.close({ all: true });
  });
});
