import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPayload } from '../../../playground/slack/index.js';
import { messageFor } from '../../../src/slack/delivery/messages.js';
import { messageBlocks } from '../../../src/slack/messages.js';
import { everyRow } from '../../support/every-row.js';
import { writeLargeTellingLadder } from '../../support/large-telling-ladder.js';
import { messageSamples } from '../../support/message-samples.js';
import { look, surfaces } from '../visibility/looks.js';
import { takeAll } from '../visibility/posts.js';
import { liveThroughTheQuarter } from '../visibility/quarter.js';
import { actors } from '../visibility/secrets.js';
import { begin, talked } from '../visibility/stages.js';
import { startWorld, type World } from '../visibility/world.js';
import { type Answer, ask, foundUnreadable } from './asking.js';
import { nameOf, samples, stages } from './samples.js';
import { thingsOfRosas } from './things.js';

let world: World;
beforeAll(async () => {
  world = await startWorld(writeLargeTellingLadder);
  world.test.slack.meet({ id: 'U0NEWCOMER', name: 'Nia Newcomer' });
});
afterAll(() => world.stop());

/** A word of the made-up ladder's texts before three dots; the names in a chart are short by themselves. */
const cutText = /.{0,60}(?:ka|lo|mi|ren|tas|vu|per|sol|din|mar|eb|ot){2}…/;

/** Slack took all of it, and no text in it is cut. */
function expectWhole({ shown, refused }: Pick<Answer, 'shown' | 'refused'>): void {
  // Reasons are about the payload; a window that a request only pretends to come from has none.
  expect(refused.filter(({ reasons }) => reasons.length > 0)).toEqual([]);
  const texts = shown.replaceAll(/"name":"[^"]*"/g, '');
  expect(cutText.exec(texts)?.[0]).toBeUndefined();
  expect(world.test.logged.filter(({ level }) => level === 'error')).toEqual([]);
}

describe('On a ladder of 205 roles and 188 competencies, 22 of them in a role,', () => {
  describe.each(stages)('after %s:', (_, after) => {
    const atThisStage = samples.filter((sample) => sample.after === after);
    /** Every row as it was when the stage had begun. */
    let begun: Record<string, string> | undefined;

    test.each(atThisStage.map((sample) => [nameOf(sample), sample] as const))(
      'the answer to %s is whole',
      async (_, sample) => {
        if (!isDeepStrictEqual(begun, await everyRow(world.test))) await begin(world, after);
        begun = await everyRow(world.test);
        const { slack, as } = world.test;
        const userId = typeof sample.by === 'string' ? as(sample.by).id : sample.by.id;
        const request = await sample.request(slack, userId, await thingsOfRosas(world));
        const answer = await ask(world, userId, request);
        expect(foundUnreadable(world)).toBe(false);
        expectWhole(answer);
      },
    );
  });
});

describe('On the same ladder', () => {
  test.each(actors)('everything that %s can look at is whole', async (who) => {
    await begin(world, talked);
    for (const surface of surfaces) await look(world, who, surface);
    const shown = world.recording.take(world.test.as(who).id).join('\n');
    expect(shown).not.toBe('');
    expectWhole({ shown, refused: world.test.slack.refusals.splice(0) });
  });

  test('a quarter is lived through with every post and every button in it', async () => {
    await liveThroughTheQuarter(world);
    const shown = Object.values(takeAll(world)).flat().join('\n');
    expectWhole({ shown, refused: world.test.slack.refusals.splice(0) });
    const sent = await world.db.delivery.findMany({ where: { state: 'sent' } });
    expect(new Set(sent.map(({ kind }) => kind))).toContain('brief');
  });

  const long = (key: string, value: unknown) =>
    ['name', 'cycleName', 'before', 'now'].includes(key) && typeof value === 'string'
      ? value.padEnd(75, ' and more')
      : value;

  test.each(Object.values(messageSamples))('a message of the kind $kind is whole', (sample) => {
    const message = JSON.parse(JSON.stringify(sample), long);
    const { text, blocks } = messageFor(message, { command: '/ladder', blocks: messageBlocks });
    expect(checkPayload('message', { text, blocks })).toEqual([]);
  });
});

describe('What this watch is worth', () => {
  test('a cut text and a refused one would be noticed', () => {
    const cut = 'T12 kalo miren…';
    expect(() => expectWhole({ shown: cut, refused: [] })).toThrow();
    const reasons = ['view.title.text: longer than 24 (31)'];
    const refused = [{ where: 'views.open', error: 'invalid_arguments', reasons }];
    expect(() => expectWhole({ shown: '', refused })).toThrow();
  });
});
