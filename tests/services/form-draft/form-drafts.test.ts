import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  discardDrafts,
  eraseOldDrafts,
  keepDraft,
  readDrafts,
} from '../../../src/services/form-draft/form-drafts.js';
import { personOf } from '../../slack/team/people.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

let ladder: TestLadder;
let teo: { workspaceId: string; personId: string };
let mika: typeof teo;
beforeAll(async () => {
  ladder = await startTestLadder();
  const whose = async (name: string) => {
    const { id: personId, workspaceId } = await personOf(ladder, name);
    return { workspaceId, personId };
  };
  [teo, mika] = [await whose('Teo'), await whose('Mika')];
});
afterAll(() => ladder.stop());

const at = (time: string) => new Date(`2027-03-02T${time}Z`);
const field = (form: string) => ({ form, field: 'note' });
const read = async (whose: typeof teo, form: string) =>
  (await readDrafts(ladder.ladder.context, whose, form)).get('note');

function keep(form: string, text: string, time: string) {
  return keepDraft(ladder.ladder.context, teo, { ...field(form), text, editedAt: at(time) });
}

describe('what somebody types into a form', () => {
  it('is for its author alone', async () => {
    await keep('a:1', 'Mine', '10:00');
    expect(await read(teo, 'a:1')).toBe('Mine');
    expect(await read(mika, 'a:1')).toBeUndefined();
    expect(await read(teo, 'a:2')).toBeUndefined();
  });

  it('is what was typed last, in whatever order it arrives', async () => {
    await keep('b:1', 'Later', '10:01');
    await keep('b:1', 'Earlier', '10:00');
    expect(await read(teo, 'b:1')).toBe('Later');
  });

  it('is gone once it is sent, also where typing arrives late', async () => {
    const { context } = ladder.ladder;
    await keep('c:1', 'Typed', '10:00');
    await discardDrafts(context, teo, { fields: [field('c:1')], at: at('10:02') });
    await keep('c:1', 'Typed a little', '10:01');
    expect(await read(teo, 'c:1')).toBeUndefined();
    await keep('c:1', 'Typed anew', '10:03');
    expect(await read(teo, 'c:1')).toBe('Typed anew');
  });

  it('is erased after thirty days, and that it was sent after one', async () => {
    const { context } = ladder.ladder;
    const { workspaceId } = teo;
    const rows = () => context.db.formDraft.count({ where: { form: 'd:1' } });
    await keep('d:1', 'Typed', '10:00');
    await eraseOldDrafts(context, { workspaceId, now: new Date('2027-04-01T10:00:00Z') });
    expect(await rows()).toBe(1);
    await eraseOldDrafts(context, { workspaceId, now: new Date('2027-04-01T10:00:01Z') });
    expect(await rows()).toBe(0);
    await discardDrafts(context, teo, { fields: [field('d:1')], at: at('10:00') });
    await eraseOldDrafts(context, { workspaceId, now: new Date('2027-03-03T10:00:01Z') });
    expect(await rows()).toBe(0);
  });
});
