import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../../playground/made-up-workspace.js';
import { messages } from '../../../src/services/messages/index.js';
import { startTestLadder } from '../../support/ladder.js';
import { clientOf } from '../../support/local-slack.js';
import { everyKindBegins, liveThroughEveryKind, markedWords } from '../delivery/every-kind.js';
import { isPost, takeAll, wordsInPost } from './posts.js';
import { liveThroughTheQuarter } from './quarter.js';
import { actors } from './secrets.js';
import { startWorld, type World } from './world.js';

let world: World;
/** What each person was sent, from the first message of the quarter to the last. */
let sent: Record<(typeof actors)[number], string[]>;
beforeAll(async () => {
  world = await startWorld();
  await liveThroughTheQuarter(world);
  sent = takeAll(world);
}, 240_000);
afterAll(() => world.stop());

const posts = () => actors.flatMap((name) => sent[name].filter(isPost));

describe('Whatever is posted in a quarter', () => {
  test.each(actors)('%s gets no post with a word or a rating of anybody', (name) => {
    const found = sent[name].flatMap((one) =>
      wordsInPost(world, one).map(({ mark }) => `${mark} in ${one.slice(0, 2000)}`),
    );
    expect(found).toEqual([]);
  });

  test('nothing that is counted from ratings is posted either', () => {
    for (const post of posts()) expect(post).not.toMatch(/\bgaps?\b|alike|higher|no opportunity/i);
  });

  test('there was a post of every kind, and windows had the words of each', async () => {
    const rows = await world.db.delivery.findMany({ where: { state: 'sent' } });
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([
      'action_changed',
      'action_due',
      'admin_summary',
      'brief',
      'conversation',
      'conversation_comment',
      'cycle_changed',
      'cycle_closed',
      'digest',
      'invitation',
      'nudge',
      'reminder',
    ]);
    const private_ = actors.flatMap((name) => sent[name].filter((one) => !isPost(one)));
    const shown = new Set(private_.flatMap((one) => world.secrets.foundIn(one)));
    const kinds = new Set([...shown].map(({ kind }) => kind));
    const all = ['action', 'comment', 'evidence', 'notes', 'own', 'view'];
    expect([...kinds].sort()).toEqual(all);
  });
});

describe('Whatever is posted of any kind that there is', () => {
  test('has no word of anybody and no rating', async () => {
    const ladder = await startTestLadder({ now: everyKindBegins });
    try {
      const recording = ladder.slack.record();
      await liveThroughEveryKind(ladder);
      const rows = await ladder.ladder.context.db.delivery.findMany({ where: { state: 'sent' } });
      const kinds = messages.definitions.map(({ kind }) => kind);
      expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
      const everything = people.flatMap(({ id }) => recording.take(id)).filter(isPost);
      expect(everything.length).toBeGreaterThan(kinds.length);
      const rating = /\bmeeting\b/i;
      for (const post of everything) {
        expect(post).not.toContain(markedWords);
        expect(post).not.toMatch(rating);
      }
      await ladder.as('Mika').openHome();
      await ladder.as('Rosa').command('/ladder', 'me');
      await ladder.ladder.idle();
      const shown = people.flatMap(({ id }) => recording.take(id)).join('\n');
      expect(shown).toContain(markedWords);
      expect(shown).toMatch(rating);
    } finally {
      await ladder.stop();
    }
  });
});

describe('What this watch is worth', () => {
  test('a word in a post, in an edited one and in its metadata would be noticed', async () => {
    const [word] = world.secrets.all.filter(({ kind }) => kind === 'own');
    if (!word) throw new Error('there is no word');
    const { id } = world.test.as('Mika');
    const client = clientOf(world.test.slack, 'xoxb-test');
    const found = () => takeAll(world).Mika.flatMap((one) => wordsInPost(world, one)).length;
    const { channel = '', ts = '' } = await client.chat.postMessage({ channel: id, text: 'Fine' });
    expect(found()).toBe(0);
    await client.chat.postMessage({ channel: id, text: word.mark });
    expect(found()).toBe(1);
    await client.chat.update({ channel, ts, text: `It says ${word.mark}` });
    expect(found()).toBe(1);
    const metadata = { event_type: 'made_up', event_payload: { text: word.mark } };
    await client.chat.postMessage({ channel: id, text: 'Fine', metadata });
    expect(found()).toBe(1);
  });

  test('a word that is shared with a channel by an answer would be noticed', async () => {
    const [word] = world.secrets.all.filter(({ kind }) => kind === 'own');
    const { response_url } = world.test.slack.waysToAnswer(world.test.as('Mika').id);
    const answer = (response_type: string) =>
      fetch(response_url, {
        method: 'POST',
        body: JSON.stringify({ response_type, text: word?.mark }),
      });
    const found = () =>
      Object.values(takeAll(world))
        .flat()
        .flatMap((one) => wordsInPost(world, one));
    await answer('ephemeral');
    expect(found()).toEqual([]);
    await answer('in_channel');
    expect(found().length).toBeGreaterThan(0);
  });
});
