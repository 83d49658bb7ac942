import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandWords } from '../../../src/slack/commands.js';
import { registeredNames } from '../../../src/slack/registered.js';
import { everyRow } from '../../support/every-row.js';
import { begin } from '../visibility/stages.js';
import { startWorld, type World } from '../visibility/world.js';
import { ask, foundUnreadable } from './asking.js';
import { nameOf, type Sample, samples, stages } from './samples.js';
import { thingsOfRosas } from './things.js';

const registered = registeredNames('/ladder');

/** Sorted, each once. */
const sampled = (kind: Sample['kind']) =>
  [...new Set(samples.filter((one) => one.kind === kind).map(({ name }) => name))].sort();

/**
 * Every registered listener needs a sample, so that strangers and forgers are tried on it as well.
 */
test.each([
  ['command', commandWords],
  ['action', registered.actions],
  ['view', registered.views],
  ['shortcut', registered.shortcuts],
  ['option', registered.options],
  ['event', registered.events],
] as const)('There is a sample for every registered %s', (kind, names) => {
  expect(sampled(kind)).toEqual(names);
});

describe('A sample works for whom it is meant:', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    world.test.slack.meet({ id: 'U0NEWCOMER', name: 'Nia Newcomer' });
  });
  afterAll(() => world.stop());

  describe.each(stages)('After %s:', (_, after) => {
    const atThisStage = samples.filter((sample) => sample.after === after);
    /** Every row as it was when the stage had begun. */
    let begun: Record<string, string> | undefined;

    test.each(atThisStage.map((sample) => [nameOf(sample), sample] as const))(
      '%s',
      async (_, sample) => {
        // Most samples change nothing: the stage then stands for the next one.
        if (!isDeepStrictEqual(begun, await everyRow(world.test))) await begin(world, after);
        begun = await everyRow(world.test);
        if (sample.name === 'check_in.restart') await giveRosaAnotherRole();
        const { slack, as } = world.test;
        const userId = typeof sample.by === 'string' ? as(sample.by).id : sample.by.id;
        const request = await sample.request(slack, userId, await thingsOfRosas(world));
        const before = await everyRow(world.test);
        const { shown } = await ask(world, userId, request);
        expect(foundUnreadable(world)).toBe(false);
        if (sample.works === 'changes') expect(await everyRow(world.test)).not.toEqual(before);
        else expect(shown).toContain(sample.works.shows);
      },
    );
  });

  async function giveRosaAnotherRole() {
    const where = { id: world.people.Rosa };
    await world.db.person.update({ where, data: { roleKey: 'senior' } });
  }
});
