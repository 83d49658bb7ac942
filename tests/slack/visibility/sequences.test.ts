import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { type Change, happen } from './changes.js';
import { forgeOne } from './forgeries.js';
import { look, press, surfaces } from './looks.js';
import { actors } from './secrets.js';
import { assessed, begin, expectNoLeaks, revealed, sent, talked } from './stages.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const others = actors.filter((name) => name !== 'Rosa');

const managers = fc.constantFrom('Mika' as const, 'Noor' as const);
const step = fc.oneof(
  fc.record({
    does: fc.constantFrom('write', 'send', 'reopen', 'keep', 'add', 'comment', 'finish'),
  }),
  fc.record({ does: fc.constantFrom('assess', 'give', 'talk', 'take over'), who: managers }),
  fc.record({ does: fc.constant('wait'), days: fc.integer({ min: 1, max: 15 }) }),
  fc.record({ looks: fc.constantFrom(...actors), at: fc.constantFrom(...surfaces) }),
  fc.record({
    presses: fc.constantFrom(...actors),
    place: fc.constantFrom('message', 'modal', 'home'),
    nth: fc.nat(8),
  }),
  fc.record({ forges: fc.constantFrom(...others), nth: fc.nat(60) }),
);

test('whatever happens in whatever order, nobody is shown what is not theirs', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom([], sent, assessed, revealed, talked),
    fc.array(step, { minLength: 4, maxLength: 10 }),
    async (beginning, steps) => {
      await begin(world, beginning as Change[]);
      for (const one of steps) {
        if ('looks' in one) await look(world, one.looks, one.at);
        else if ('presses' in one) await press(world, one.presses, one.place, one.nth);
        else if ('forges' in one) await forgeOne(world, one.forges, one.nth);
        else await happen(world, one as Change);
        await world.test.ladder.idle();
        await expectNoLeaks(world, JSON.stringify(one));
      }
    },
  );
  await fc.assert(property, { numRuns: 8, endOnFailure: true });
}, 240_000);
