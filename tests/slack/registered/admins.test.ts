import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyRow } from '../../support/every-row.js';
import { begin, written } from '../visibility/stages.js';
import { startWorld, type World } from '../visibility/world.js';
import { ask, foundUnreadable } from './asking.js';
import { nameOf, samples } from './samples.js';
import { thingsOfRosas } from './things.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await begin(world, written);
});
afterAll(() => world.stop());

/** What only admins may ask; that it works for them is tested with all samples. */
const admins = samples.filter(({ name }) => /^admin(\.|$)/.test(name));

test('There is a sample of each kind of request that only admins may send', () => {
  expect([...new Set(admins.map(({ kind }) => kind))].sort()).toEqual([
    'action',
    'command',
    'view',
  ]);
});

describe.each(['Rosa', 'Mika', 'Noor', 'Teo'] as const)('%s, who is no admin,', (who) => {
  test.each(admins.map((sample) => [nameOf(sample), sample] as const))(
    'is told so, and changes nothing, by %s',
    async (_, sample) => {
      const { slack, as } = world.test;
      const things = await thingsOfRosas(world);
      const before = await everyRow(world.test);
      const request = await sample.request(slack, as(who).id, things);
      const { shown } = await ask(world, as(who).id, request);
      expect(foundUnreadable(world)).toBe(false);
      expect(shown).toContain('Only admins can do that');
      expect(shown).not.toMatch(/Q1 2027|Teo Associate|Working hours/);
      expect(await everyRow(world.test)).toEqual(before);
    },
  );
});
