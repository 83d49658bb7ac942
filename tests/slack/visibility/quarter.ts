import { dropActionItem, rescheduleActionItem } from '../../../src/services/action-item/changes.js';
import { moveCycle } from '../../../src/services/cycle/index.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { happen } from './changes.js';
import { look } from './looks.js';
import { pressAllOfLastPost } from './posts.js';
import { actors } from './secrets.js';
import { begin } from './stages.js';
import type { World } from './world.js';

/** From the digest and the reminder to the last action, with every button of every post pressed. */
export async function liveThroughTheQuarter(world: World): Promise<void> {
  await begin(world, []);
  const { test: ladder, workspaceId, people } = world;
  const { context, messenger } = ladder.ladder;
  const nudge = { workspaceId, managerId: people.Mika, reportId: people.Rosa };
  await andPress(world, () => ladder.sendDue());
  await andPress(world, () => nudgeReport(context, messenger, nudge));
  await happen(world, { does: 'keep' });
  await look(world, 'Rosa', 'evidence');
  await happen(world, { does: 'write' });
  await andPress(world, () => happen(world, { does: 'send' }));
  await andPress(world, () => happen(world, { does: 'wait', days: 2 }));
  await andPress(world, () => happen(world, { does: 'wait', days: 3 }));
  await happen(world, { does: 'assess', who: 'Mika' });
  await andPress(world, () => happen(world, { does: 'give', who: 'Mika' }));
  await andPress(world, () => happen(world, { does: 'talk', who: 'Mika' }));
  await andPress(world, () => laterOn(world, () => happen(world, { does: 'comment' })));
  await andPress(world, () => laterOn(world, () => moveAndDrop(world)));
  await andPress(world, () => laterOn(world, () => happen(world, { does: 'finish' })));
  await andPress(world, () => happen(world, { does: 'wait', days: 9 }));
  await andPress(world, () => laterOn(world, () => moveReview(world)));
  await andPress(world, () => happen(world, { does: 'take over', who: 'Noor' }));
  await andPress(world, () => happen(world, { does: 'wait', days: 30 }));
}

/** An operator gives the open review another day. */
function moveReview({ test: ladder, workspaceId }: World) {
  const by = { operator: 'maintainer' };
  const move = { workspaceId, by, name: 'Q1 2027', reviewOn: '2027-03-31' };
  return moveCycle(ladder.ladder.context, move);
}

/** Lets it happen fifteen minutes later, and sends what it causes. */
async function laterOn(world: World, act: () => Promise<unknown>): Promise<void> {
  world.test.clock.advance({ minutes: 15 });
  await act();
  await world.test.sendDue();
  world.test.clock.advance({ minutes: 15 });
  await world.test.sendDue();
}

/** Rosa moves what is open, Mika drops one more; the reasons are words as well. */
async function moveAndDrop(world: World): Promise<void> {
  const { db, test: ladder, workspaceId, people, secrets } = world;
  const { context } = ladder.ladder;
  const open = await db.actionItem.findMany({ where: { workspaceId, state: 'open' } });
  for (const { id } of open) {
    const reason = secrets.words(`moved-${id}`, { kind: 'action', id, author: 'Mika' });
    const ref = { workspaceId, personId: people.Rosa, actionItemId: id };
    await rescheduleActionItem(context, ref, { dueOn: '2027-03-22', reason });
  }
  await ladder.sendDue();
  const [first] = open;
  if (!first) throw new Error('nothing is open');
  ladder.clock.advance({ minutes: 15 });
  const reason = secrets.words('dropped', { kind: 'action', id: first.id, author: 'Mika' });
  const ref = { workspaceId, personId: people.Mika, actionItemId: first.id };
  await dropActionItem(context, ref, { reason });
}

async function andPress(world: World, act: () => Promise<unknown>): Promise<void> {
  await act();
  await world.test.ladder.idle();
  for (const name of actors) await pressAllOfLastPost(world, name);
}
