import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { past } from '../../playground/past/index.js';
import { writePast } from '../../playground/past.js';
import { may } from '../../src/domain/access/access.js';
import { checkInPages, nextSteps } from '../../src/domain/questionnaire/pages.js';
import { readAccess } from '../../src/services/access/access.js';
import { actionItemsOf } from '../../src/services/action-item/lists.js';
import { listEvidence } from '../../src/services/evidence/reading.js';
import { startTestLadder, type TestLadder } from '../support/ladder.js';

let world: TestLadder;
let workspaceId: string;
const idOf = new Map<string, string>();

beforeAll(async () => {
  world = await startTestLadder();
  workspaceId = world.ladder.workspace.id;
  await writePast(world.ladder.context, workspaceId);
  const rows = await world.ladder.context.db.person.findMany({ where: { workspaceId } });
  for (const { slackUserId, id } of rows) idOf.set(slackUserId, id);
});
afterAll(() => world.stop());

/** The cycles of which somebody sees another's check-in, newest first. */
async function cyclesSeen(viewer: string, subject: string): Promise<string[]> {
  const { context } = world.ladder;
  const pair = { workspaceId, actorId: id(viewer), subjectId: id(subject) };
  const { checkIns } = await readAccess(context, pair);
  const cycles = await context.db.cycle.findMany({ where: { workspaceId } });
  return checkIns
    .filter(({ facts }) => may('readCheckIn', facts) && may('readBrief', facts))
    .map(({ cycleId }) => cycles.find((cycle) => cycle.id === cycleId)?.name ?? '');
}

function id(slackUserId: string): string {
  return idOf.get(slackUserId) ?? 'nobody';
}

describe('The past of the made-up people', () => {
  test('knows only what the ladder knows: choices, competencies, next steps', () => {
    const { framework } = world.ladder.context.frameworks.current(workspaceId);
    const points = ['none', ...framework.scale.map(({ key }) => key)];
    for (const one of past) {
      const role = framework.roles.find(({ key }) => key === one.role);
      if (!role) throw new Error(`the ladder has no role ${one.role}`);
      const keys = checkInPages(framework, role).map(({ competency }) => competency.key);
      const texts = { ...one.self.texts, ...one.view.texts };
      expect(points).toEqual(expect.arrayContaining([...one.self.choices, ...one.view.choices]));
      expect(keys).toHaveLength(one.self.choices.length);
      expect(keys).toEqual(expect.arrayContaining(Object.keys(texts)));
      expect(keys).toEqual(expect.arrayContaining(one.actions.map(({ competency }) => competency)));
      expect(nextSteps(framework, role).map(({ key }) => key)).toContain(one.next);
      for (const side of [one.self, one.view]) {
        const without = keys.filter((_, place) => side.choices[place] === 'none');
        expect(Object.keys(side.texts ?? {})).toEqual(expect.arrayContaining(without));
      }
    }
  });

  test('gives Rosa and Mika three cycles to look back on', async () => {
    expect(await cyclesSeen('U0ROSA', 'U0ROSA')).toEqual(['Q4 2026', 'Q3 2026', 'Q2 2026']);
    expect(await cyclesSeen('U0MIKA', 'U0ROSA')).toEqual(['Q4 2026', 'Q3 2026', 'Q2 2026']);
  });

  test('leaves Mika, who was Wren’s manager until the last cycle, without sight of Wren', async () => {
    expect(await cyclesSeen('U0MIKA', 'U0WREN')).toEqual([]);
    expect(await cyclesSeen('U0NOOR', 'U0WREN')).toEqual(['Q4 2026']);
  });

  test('shows an administrator nothing of people who don’t report to them', async () => {
    expect(await cyclesSeen('U0ADA', 'U0ROSA')).toEqual([]);
  });

  test('hands Noor the action that Wren agreed on with Mika, because it is still open', async () => {
    const [first] = await actionItemsOf(world.ladder.context, {
      workspaceId,
      personId: id('U0WREN'),
      viewerId: id('U0NOOR'),
      at: world.clock.now(),
    });
    expect(first).toMatchObject({ state: 'open', what: 'Find a mentor outside of our group' });
  });

  test('leaves Rosa with one open action, some that are done, and evidence to use', async () => {
    const { context } = world.ladder;
    const at = world.clock.now();
    const actions = await actionItemsOf(context, { workspaceId, personId: id('U0ROSA'), at });
    expect(actions.map(({ state }) => state)).toEqual(['open', 'done', 'done']);
    const keeper = { workspaceId, personId: id('U0ROSA') };
    const kept = await listEvidence(context, keeper, { today: '2027-03-02' });
    expect([...kept.values()].flat()).toHaveLength(3);
  });

  test('leaves Kit new', async () => {
    expect(await cyclesSeen('U0KIT', 'U0KIT')).toEqual([]);
  });
});
