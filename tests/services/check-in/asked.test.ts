import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { savePage } from '../../../src/services/check-in/edits.js';
import { openCheckIn } from '../../../src/services/check-in/opening.js';
import { readReports } from '../../../src/services/team/reports.js';
import { frameworkOf } from '../../domain/framework/example.js';
import { begun, openWorld } from './world.js';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const lighthouse = () =>
  frameworkOf(readFileSync('tests/support/ladders/lighthouse-cumulative.yaml', 'utf8'));

/** What the manager of somebody in this role reads of their progress after a first answer. */
async function progressOf(roleKey: string) {
  const { context, frameworks } = world;
  const { workspaceId, personId, cycleId } = await world.workspace({ role: roleKey });
  const { id: frameworkVersionId } = await frameworks.use(workspaceId, lighthouse());
  await context.db.cycle.update({ where: { id: cycleId }, data: { frameworkVersionId } });
  const manager = await context.db.person.create({
    data: { workspaceId, slackUserId: 'U0MIKA', name: 'Mika Moss' },
  });
  await context.db.person.update({ where: { id: personId }, data: { managerId: manager.id } });
  const checkIn = begun(await openCheckIn(context, { workspaceId, personId }));
  const [page] = checkIn.pages;
  await savePage(
    context,
    { workspaceId, personId, checkInId: checkIn.id },
    {
      competency: page?.competency.key ?? '',
      edit: { text: 'Trimmed the wick.', editedAt: new Date() },
    },
  );
  const ids = { workspaceId, cycleId, managerIds: [manager.id], at: new Date() };
  const [report] = await readReports(context.db, ids);
  return { ...report, shown: checkIn.pages.length };
}

test.each([
  ['what the track shares', 'assistant', 3],
  ['what the rungs below ask', 'head-keeper', 4],
  ['none of what another track asks', 'superintendent', 2],
])('A manager reads "1 of …" with %s counted', async (_, role, asked) => {
  const { answered, pages, shown } = await progressOf(role);
  expect([answered, pages, shown]).toEqual([1, asked, asked]);
});
