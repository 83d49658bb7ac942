import { SpanStatusCode } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { people } from '../../../playground/made-up-workspace.js';
import { type RecordedSpans, recordSpans } from '../../support/spans.js';
import { look, press, surfaces } from './looks.js';
import { begin, talked } from './stages.js';
import { startWorld, type World } from './world.js';

let world: World;
let spans: RecordedSpans;

beforeAll(async () => {
  spans = recordSpans();
  world = await startWorld();
});
afterAll(async () => {
  await world.stop();
  await spans.stop();
});

const spansOf = (start: string) => spans.all().filter(({ name }) => name.startsWith(start));

it('traces tell which request called Slack with which method, and how it ended', async () => {
  const { test } = world;
  const before = spansOf('request: command').length;
  await test.as('Rosa').command('/ladder', 'me');
  // A span ends right after its request.
  await expect.poll(() => spansOf('request: command').length).toBe(before + 1);
  const request = spansOf('request: command').at(-1);
  expect(request?.attributes).toMatchObject({
    ...{ 'ladder.kind': 'command', 'ladder.over': 'http', 'ladder.request': '/ladder' },
    ...{ 'ladder.outcome': 'answered', 'ladder.ackMs': expect.any(Number) },
    'ladder.reference': expect.stringMatching(/^[2-9A-Z]{6}$/),
  });
  const answer = spansOf('Slack: response_url').find(
    ({ parentSpanContext }) => parentSpanContext?.spanId === request?.spanContext().spanId,
  );
  expect(answer?.attributes).toMatchObject({ 'ladder.outcome': 'ok' });
});

it('traces tell what Slack refused and what failed, by its code', async () => {
  const { test } = world;
  test.slack.faults.fail('views.publish', 'fatal_error');
  await test.as('Rosa').openHome();
  await test.ladder.idle();
  test.slack.faults.clear();
  const refused = spansOf('Slack: views.publish').filter(
    ({ attributes }) => attributes['ladder.outcome'] === 'fatal_error',
  );
  expect(refused.map(({ status }) => status)).toEqual([{ code: SpanStatusCode.ERROR }]);
});

it('no trace has a word, a rating, a name or an id of anybody', async () => {
  const { test } = world;
  await begin(world, talked);
  for (const who of ['Rosa', 'Mika'] as const) {
    for (const surface of surfaces) {
      await look(world, who, surface);
      for (const nth of [0, 1])
        await press(world, who, surface === 'home' ? 'home' : 'message', nth);
    }
  }
  const typed = world.secrets.words('typed', { kind: 'own', round: 'now' });
  const before = spansOf('request: command').length;
  await test.as('Rosa').command('/ladder', typed);
  await expect.poll(() => spansOf('request: command').length).toBeGreaterThan(before);
  const text = spans.text();
  // All of it was traced.
  for (const name of ['request: action', 'sending a message', 'Slack: chat.postMessage']) {
    expect(spansOf(name).length, name).toBeGreaterThan(0);
  }
  expect(world.secrets.all.length).toBeGreaterThan(10);
  expect(world.secrets.foundIn(text)).toEqual([]);
  const rows = await test.ladder.context.db.person.findMany();
  const known = [
    ...rows.map(({ id }) => id),
    ...people.flatMap(({ id, name }) => [id, name, name.split(' ')[0] ?? name]),
  ];
  expect(known.filter((one) => text.includes(one))).toEqual([]);
});
