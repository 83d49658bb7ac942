import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Change, happen } from './changes.js';
import { look, press, type Surface, surfaces } from './looks.js';
import { type Actor, actors, type Facts, mayRead } from './secrets.js';
import {
  assessed,
  begin,
  expectNoLeaks,
  handedOver,
  revealed,
  sent,
  talked,
  written,
} from './stages.js';
import { readFacts, startWorld, type World } from './world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

type Stage = [string, Change[]];

/** How Rosa's quarter may go, each from its beginning: what happens, stage by stage, and how it ends. */
const courses: [string, Stage[], Partial<Facts>][] = [
  [
    'All goes well, and Noor takes over at the end:',
    [
      ['before Rosa has begun', []],
      ['while Rosa writes', written],
      ['once Rosa has sent it', sent.slice(written.length)],
      ['while Mika writes', assessed.slice(sent.length)],
      ['once both are revealed', revealed.slice(assessed.length)],
      ['once they have talked', talked.slice(revealed.length)],
      ['once Noor has taken over after the conversation', [handedOver]],
      [
        'once Noor has taken over and an action of Mika’s is done',
        [{ does: 'finish' }, { does: 'finish' }],
      ],
    ],
    { manager: 'Noor', revealedWith: { past: 'Mika', now: 'Mika' }, talkedWith: 'Mika' },
  ],
  [
    'Noor takes over before the reveal:',
    [
      ['once Noor has taken over before the reveal', [...assessed, handedOver]],
      ['while Noor writes, after taking over', [{ does: 'assess', who: 'Noor' }]],
      ['once Noor has given hers', [{ does: 'give', who: 'Noor' }]],
    ],
    { manager: 'Noor', revealedWith: { past: 'Mika', now: 'Noor' }, talkedWith: undefined },
  ],
  [
    'Rosa opens hers again:',
    [
      [
        'once Mika has given his view and Rosa has hers open again',
        [...assessed, { does: 'reopen' }, { does: 'give', who: 'Mika' }],
      ],
    ],
    { sent: false, given: new Set(['Mika']) },
  ],
  [
    'Actions are done under Mika:',
    [['once an action is done', [...talked, { does: 'finish' }, { does: 'finish' }]]],
    { manager: 'Mika', talkedWith: 'Mika' },
  ],
  [
    'Noor comes and goes:',
    [
      [
        'once Noor has handed back to Mika',
        [...talked, handedOver, { does: 'take over', who: 'Mika' }],
      ],
    ],
    { manager: 'Mika', talkedWith: 'Mika' },
  ],
  [
    'Mika gives nothing:',
    [['once the cycle is over and Mika gave nothing', [...sent, { does: 'wait', days: 40 }]]],
    { sent: true, given: new Set(), cycleOpen: false },
  ],
];

/** Where the first button leads to something about people. */
const pressed = new Set<Surface>(['home', 'team']);

/** All that has happened once a stage of a course is reached. */
function until(stages: Stage[], stage: number): Change[] {
  return stages.slice(0, stage + 1).flatMap(([, changes]) => changes);
}

describe.each(courses)('%s', (_, stages, end) => {
  describe.each(stages.map(([name], stage) => [name, stage] as const))('%s', (__, stage) => {
    beforeAll(() => begin(world, until(stages, stage)));

    test.each(actors)('%s sees nothing that is not theirs, wherever they look', async (who) => {
      for (const surface of surfaces) {
        await look(world, who, surface);
        if (pressed.has(surface)) {
          await press(world, who, surface === 'home' ? 'home' : 'message', 0);
        }
      }
      await expectNoLeaks(world, `${who} looking`);
    });
  });

  test('it comes to its end', async () => {
    await begin(world, until(stages, stages.length));
    expect(await readFacts(world)).toMatchObject(end);
  });
});

describe('What the watch over these tests is worth', () => {
  test('Rosa and Mika do see each other’s words once both are in, so the marks are found', async () => {
    await begin(world, sent);
    await happen(world, { does: 'assess', who: 'Mika' });
    await happen(world, { does: 'give', who: 'Mika' });
    await world.test.ladder.idle();
    await press(world, 'Mika', 'message', 0);
    await press(world, 'Rosa', 'message', 0);
    const shown = (who: Actor) =>
      world.recording
        .take(world.test.as(who).id)
        .flatMap((one) => world.secrets.foundIn(one))
        .map(({ mark }) => mark);
    expect(shown('Mika')).toContain('Rated-now-self');
    expect(shown('Rosa')).toContain('Rated-now-mika');
  });

  test('whoever is shown Rosa’s own words is on her list of readers, and what waits holds no words', async () => {
    await begin(world, revealed);
    await press(world, 'Mika', 'message', 0);
    for (const change of talked.slice(revealed.length)) await happen(world, change);
    const { db, people } = world;
    expect(await db.accessLogEntry.count({ where: { readerId: people.Mika } })).toBeGreaterThan(0);
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
