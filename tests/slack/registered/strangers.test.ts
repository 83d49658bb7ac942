import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyRow } from '../../support/every-row.js';
import { begin, talked } from '../visibility/stages.js';
import { startWorld, type World } from '../visibility/world.js';
import { ask } from './asking.js';
import { nameOf, type RosasThings, type Sample, samples } from './samples.js';
import { bringStrangers, type Stranger, strangers } from './strangers.js';
import { thingsOfRosas } from './things.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await bringStrangers(world.test.slack);
  await begin(world, talked);
});
afterAll(() => world.stop());

/** What is never shown to strangers: roles, Rosa's words and ratings, her ids, cycles. */
const content = /Business Operations|secret-|Rated-|Q[1-4] 20\d\d|takeholders/;
const sentence = /for full members of this workspace|I only answer people of the workspace/;
/** Asking who somebody is, and showing the sentence. */
const allowed = ['users.info', 'views.open', 'views.push', 'views.publish', 'response_url'];

/** Options and events can't carry a sentence, but for Home. */
function canBeTold({ kind, name }: Sample, { isGuest }: Stranger): boolean {
  if (kind === 'option') return false;
  return kind !== 'event' || (name === 'app_home_opened' && isGuest === true);
}

describe.each(strangers.map((stranger) => [stranger.who, stranger] as const))(
  '%s',
  (_, stranger) => {
    const {
      userId,
      isTold,
      isGuest = false,
      isElsewhere = false,
      sends = () => true,
      mark = (given) => given,
    } = stranger;
    const theirs = samples.filter((sample) => sends(sample) && (isElsewhere || !sample.isNobodys));
    let before: Record<string, string>;
    let things: RosasThings;
    beforeAll(async () => {
      before = await everyRow(world.test);
      things = await thingsOfRosas(world);
    });

    test.each(theirs.map((sample) => [nameOf(sample), sample] as const))(
      'gets nothing of ours by %s',
      async (_, sample) => {
        const request = mark(await sample.request(world.test.slack, userId, things));
        const { shown, calls } = await ask(world, userId, request);
        expect(await everyRow(world.test)).toEqual(before);
        if (isGuest && sample.isOpen) {
          expect(shown).not.toMatch(/secret-|Rated-/);
          return expect(shown).toContain(typeof sample.works === 'object' && sample.works.shows);
        }
        expect(shown).not.toMatch(content);
        expect(calls.filter((method) => !allowed.includes(method))).toEqual([]);
        if (isTold && canBeTold(sample, stranger)) expect(shown).toMatch(sentence);
        else expect(shown === '' || shown === '{"options":[]}').toBe(true);
      },
    );
  },
);
