import { afterAll, beforeAll, expect, it } from 'vitest';
import { erasePerson } from '../../../src/services/erasure/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openCheckIn } from '../check-in/desk.js';

let ladder: TestLadder;
/** Q1's check-ins have opened, people were invited, and Mika, the manager, got a digest. */
beforeAll(async () => {
  ladder = await startTestLadder({ config: { metricsPort: 0 } });
  ladder.clock.set('2027-03-03T14:00:00Z');
  await ladder.sendDue();
});
afterAll(() => ladder.stop());

it('is gone from what Ladder posted, logs and counts, and gets nothing more', async () => {
  const { slack } = ladder;
  const teo = ladder.as('Teo');
  const { id, person } = teo;
  await openCheckIn(ladder, teo);
  await teo.choose('modal', 'check_in.choose', 'Meeting');
  await teo.type('check_in.type', 'Sailed the harbour ferry');
  ladder.clock.set('2027-03-10T14:00:00Z');
  await ladder.sendDue();
  const names = [id, person.name, 'Sailed the harbour ferry'];
  const posted = () => JSON.stringify(slack.messages);
  expect(names.filter((one) => posted().includes(one))).not.toEqual([]);

  const { context, workspace, metricsPort } = ladder.ladder;
  const logged = ladder.logged.length;
  await erasePerson(context, {
    workspaceId: workspace.id,
    by: { operator: 'olga' },
    slackUserId: id,
  });
  await ladder.sendDue();
  expect(names.filter((one) => posted().includes(one))).toEqual([]);
  const lines = JSON.stringify(ladder.logged.slice(logged));

  // The window that is still open, a command, a look-up, and what Slack says about them.
  await teo.type('check_in.type', 'Sailed the harbour ferry twice');
  await teo.submit().catch(() => {});
  const before = teo.messages().length;
  await teo.command('/ladder', 'me');
  const answer = await slack.waitFor(() => teo.messages()[before]);
  expect(JSON.stringify(answer)).toContain('You were erased here');
  await teo.command('/ladder', 'manager');
  const look = await slack.waitFor(() => teo.messages()[before + 1]);
  expect(JSON.stringify(look)).not.toContain('erased');
  await slack.event('user_change', { user: slack.user(id) });
  await slack.event('team_join', { user: slack.user(id) });
  await teo.openHome();
  await ladder.ladder.idle();
  await ladder.sendDue();
  expect(await context.db.person.count({ where: { slackUserId: id } })).toBe(0);
  expect(await context.db.formDraft.count()).toBe(0);
  expect(await context.db.checkIn.count()).toBe(0);

  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const traces = names.filter((one) => [metrics, lines].some((text) => text.includes(one)));
  expect(traces).toEqual([]);
});
