import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Change, happen } from './visibility/changes.js';
import { look, press, type Surface, surfaces } from './visibility/looks.js';
import { type Actor, actors, mayRead } from './visibility/secrets.js';
import {
  assessed,
  begin,
  expectNoLeaks,
  handedOver,
  revealed,
  sent,
  talked,
  written,
} from './visibility/stages.js';
import { readFacts, startWorld, type World } from './visibility/world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const stages: [string, Change[]][] = [
  ['before Rosa has begun', []],
  ['while Rosa writes', written],
  ['once Rosa has sent it', sent],
  ['while Mika writes', assessed],
  [
    'once Mika has given his view and Rosa has hers open again',
    [...assessed, { does: 'reopen' }, { does: 'give', who: 'Mika' }],
  ],
  ['once both are revealed', revealed],
  ['once they have talked', talked],
  ['once an action is done', [...talked, { does: 'finish' }, { does: 'finish' }]],
  ['once Noor has taken over before the reveal', [...assessed, handedOver]],
  [
    'while Noor writes, after taking over',
    [...assessed, handedOver, { does: 'assess', who: 'Noor' }],
  ],
  [
    'once Noor has given hers',
    [...assessed, handedOver, { does: 'assess', who: 'Noor' }, { does: 'give', who: 'Noor' }],
  ],
  ['once Noor has taken over after the conversation', [...talked, handedOver]],
  [
    'once Noor has taken over and an action of Mika’s is done',
    [...talked, handedOver, { does: 'finish' }, { does: 'finish' }],
  ],
  [
    'once Noor has handed back to Mika',
    [...talked, handedOver, { does: 'take over', who: 'Mika' }],
  ],
  ['once the cycle is over and Mika gave nothing', [...sent, { does: 'wait', days: 40 }]],
];

/** Where the first button leads to something about people. */
const pressed = new Set<Surface>(['home', 'team']);

describe.each(stages)('%s', (_, changes) => {
  beforeAll(() => begin(world, changes));

  test.each(actors)('%s sees nothing that is not theirs, wherever they look', async (who) => {
    for (const surface of surfaces) {
      await look(world, who, surface);
      if (pressed.has(surface)) await press(world, who, surface === 'home' ? 'home' : 'message', 0);
    }
    await expectNoLeaks(world, `${who} looking`);
  });
});

describe('What the watch over these tests is worth', () => {
  test('Rosa and Mika do see each other’s words once both are in, so the marks are found', async () => {
    await begin(world, sent);
    await happen(world, { does: 'assess', who: 'Mika' });
    await happen(world, { does: 'give', who: 'Mika' });
    await world.test.ladder.idle();
    const shown = (who: Actor) =>
      world.recording
        .take(world.test.as(who).id)
        .flatMap((one) => world.secrets.foundIn(one))
        .map(({ mark }) => mark);
    expect(shown('Mika')).toContain('Rated-now-self');
    expect(shown('Rosa')).toContain('Rated-now-mika');
  });

  test('whoever is shown Rosa’s own words is on her list of readers, and what waits holds no words', async () => {
    await begin(world, talked);
    const { db, people } = world;
    expect(await db.reading.count({ where: { readerId: people.Mika } })).toBeGreaterThan(0);
    const deliveries = await db.delivery.findMany();
    expect(deliveries.length).toBeGreaterThan(2);
    expect(world.secrets.foundIn(JSON.stringify(deliveries))).toEqual([]);
  });

  test('a word of Rosa’s in the wrong hands would be noticed', async () => {
    await begin(world, sent);
    const facts = await readFacts(world);
    const own = world.secrets.all.filter(({ kind }) => kind === 'own');
    expect(own.length).toBeGreaterThan(4);
    expect(own.some((secret) => mayRead('Mika', secret, facts))).toBe(false);
  });
});
