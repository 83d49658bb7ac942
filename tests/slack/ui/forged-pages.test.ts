import { afterAll, beforeAll, expect, test } from 'vitest';
import { blockIds } from '../../../src/slack/questionnaire/block-ids.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { onAnotherDevice, openCheckIn, openQuarter } from '../check-in/desk.js';
import { interaction, submission } from '../registered/requests.js';

let ladder: TestLadder;
let checkInId: string;
const teo = 'U0TEO';
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-10T14:00:00Z' });
  await openQuarter(ladder);
  await openCheckIn(ladder, ladder.as('Teo'));
  ({ checkInId } = await onAnotherDevice(ladder, ladder.as('Teo')));
});
afterAll(() => ladder.stop());

const typed = { [blockIds.text('execution')]: { 'check_in.type': { value: 'Words' } } };
const page = (nth: number, values: object = typed) => ({
  callbackId: 'check_in.page',
  metadata: JSON.stringify({ checkInId, page: nth }),
  values,
});

/** What Teo reads of it; a fault on our side would be in the log as an error. */
async function told(kind: 'block_actions' | 'view_submission', payload: Record<string, unknown>) {
  const recording = ladder.slack.record();
  const { body, request } = await ladder.slack.send(kind, payload);
  await ladder.ladder.idle();
  expect(request.outcome).toBe('acked');
  expect(ladder.logged.filter(({ level }) => level === 'error')).toEqual([]);
  const shown = [JSON.stringify(body ?? ''), ...recording.take(teo)].join();
  recording.stop();
  return shown;
}

test('Teo gets the last page where he sends one that his check-in lacks', async () => {
  const sent = await submission(ladder.slack, teo, page(9999));
  expect(await told('view_submission', sent)).toContain('last page');
});

test('Teo is told where a note is used in a window without its field', async () => {
  const { db } = ladder.ladder.context;
  const { personId } = await db.checkIn.findUniqueOrThrow({ where: { id: checkInId } });
  const note = { note: 'Ran it', competencyKey: 'execution', happenedOn: new Date('2027-03-09') };
  const createdAt = ladder.clock.now();
  const workspaceId = ladder.ladder.workspace.id;
  const { id } = await db.evidence.create({ data: { ...note, createdAt, personId, workspaceId } });
  const use = (values: object) => ({
    actionId: 'evidence.use',
    value: id,
    window: page(3, values),
  });
  const without = await interaction(ladder.slack, teo, use({}));
  expect(await told('block_actions', without)).toContain('nothing has changed');
  const whole = await interaction(ladder.slack, teo, use(typed));
  expect(await told('block_actions', whole)).toContain('Ran it');
});
