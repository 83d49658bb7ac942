import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everyRow } from '../../support/every-row.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { interaction, submission } from '../registered/requests.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-10T14:00:00Z' });
  ladder.slack.meet({ id: 'U0GUEST', name: 'Gus Guest', isGuest: true });
  ladder.slack.meet({ id: 'U0VISITOR', name: 'Vera Visitor', teamId: 'T0OTHER' });
  ladder.slack.meet({ id: 'U0ROBOT', name: 'A Robot', isBot: true });
  ladder.slack.meet({ id: 'U0GONE', name: 'Gil Gone', deleted: true });
});
beforeEach(() => void ladder.logged.splice(0));
afterAll(async () => {
  ladder.slack.refusals.splice(0);
  await ladder.stop();
});

const teo = 'U0TEO';
const million = 'x'.repeat(1_000_000);

interface Ack {
  response_action?: string;
  errors?: Record<string, string>;
}

/** Sends a window of Teo's; what is said in it, or what else came of it. */
async function send(callbackId: string, metadata: unknown, values: object): Promise<string> {
  const payload = await submission(ladder.slack, teo, { callbackId, metadata, values });
  const { body, request } = await ladder.slack.send('view_submission', payload);
  expect(request.outcome).toBe('acked');
  await ladder.ladder.idle();
  const { errors, response_action } = (body ?? {}) as Ack;
  return errors ? Object.values(errors).join() : (response_action ?? '');
}

const aboutTeo = (more: { manager?: unknown; since?: unknown; role?: unknown }) => ({
  'me.role': { 'me.role': { selected_option: { value: more.role ?? 'associate' } } },
  'me.in_role_since': { 'me.in_role_since': { selected_date: more.since ?? '2026-03-02' } },
  'me.manager': { 'me.manager': { selected_user: more.manager ?? 'U0MIKA' } },
});

const piece = (more: { competency?: unknown; note?: string; day?: unknown }) => ({
  'evidence.competency': {
    'evidence.competency': { selected_option: { value: more.competency ?? 'execution' } },
  },
  'evidence.note': { 'evidence.note': { value: more.note ?? 'Ran the workshop' } },
  'evidence.happened_on': { 'evidence.happened_on': { selected_date: more.day ?? '2027-03-09' } },
});

const message = (permalink: string) => ({
  id: randomUUID(),
  mode: 'keep',
  message: { channelId: 'C0GENERAL', ts: '1804600000.000100', permalink },
});

/** Nothing is in the database that wasn't there, and nothing is said of a fault on our side. */
async function refuses(act: () => Promise<string>): Promise<string> {
  const before = await everyRow(ladder);
  const said = await act();
  expect(await everyRow(ladder)).toEqual(before);
  expect(said).not.toContain('went wrong');
  expect(JSON.stringify(ladder.logged)).not.toMatch(/ZodError|SyntaxError|Prisma/);
  return said;
}

describe("What can't be Teo's manager", () => {
  test.each([
    ['somebody whom Slack doesn’t know', 'U0NOBODYATALL', 'nobody of this workspace'],
    ['Slackbot', 'USLACKBOT', 'That is an app'],
    ['an app', 'U0ROBOT', 'That is an app'],
    ['a guest', 'U0GUEST', 'is a guest here'],
    ['a visitor', 'U0VISITOR', 'nobody of this workspace'],
    ['somebody who has left', 'U0GONE', 'has left'],
    ['everybody', '<!channel>', 'Pick somebody'],
    ['a text of 500 letters', `U${'A'.repeat(500)}`, 'Pick somebody'],
    ['a text with a NUL', 'U0MIKA\0', 'Pick somebody'],
    ['a number', 7, 'nothing has changed'],
  ])('is %s', async (_, manager, sentence) => {
    const said = await refuses(() => send('me.save', {}, aboutTeo({ manager })));
    expect(said).toContain(sentence);
  });

  test('is nobody new while Slack doesn’t answer; whom Ladder knows can be', async () => {
    ladder.slack.meet({ id: 'U0NEW', name: 'Noa New' });
    ladder.slack.faults.respond('users.info', { status: 500 });
    const said = await refuses(() => send('me.save', {}, aboutTeo({ manager: 'U0NEW' })));
    expect(said).toContain('try again in a minute');
    ladder.slack.faults.respond('users.info', { status: 500 });
    expect(await send('me.save', {}, aboutTeo({ manager: 'U0NOOR' }))).toBe('update');
    ladder.slack.faults.clear();
    expect(await send('me.save', {}, aboutTeo({ manager: 'U0NEW' }))).toBe('update');
  });
});

describe('A day that nobody can mean', () => {
  const days = ['0000-01-01', '1949-12-31', '2200-01-01', '2027-02-30', '9999-12-31', 'soon', 7];
  test.each(days)('is %s: refused with a sentence', async (day) => {
    expect(await refuses(() => send('me.save', {}, aboutTeo({ since: day })))).toMatch(/Pick|read/);
    const keep = { id: randomUUID(), mode: 'keep' };
    expect(await refuses(() => send('evidence.form', keep, piece({ day })))).toMatch(/Pick|read/);
  });
});

describe('A key that the ladder doesn’t have', () => {
  test.each([million, 'Execution', '../x', 'execution\0', '*'.repeat(90)])(
    'is refused',
    async (key) => {
      const keep = { id: randomUUID(), mode: 'keep' };
      const said = await refuses(() => send('evidence.form', keep, piece({ competency: key })));
      expect(said).toMatch(/nothing has changed|no longer has/);
      expect(await refuses(() => send('me.save', {}, aboutTeo({ role: key })))).toMatch(/changed/);
    },
  );
});

describe('A link that isn’t one of Slack’s', () => {
  test.each([
    'javascript:alert(1)',
    'http://moss.slack.com/archives/C0/p1',
    'https://slack.com.example.org/archives/C0/p1',
    'https://moss-slack.com/archives/C0/p1',
    'https://user@example.org/slack.com',
    `https://moss.slack.com/${'x'.repeat(600)}`,
    '<!channel>',
  ])('is refused: %s', async (link) => {
    const said = await refuses(() => send('evidence.form', message(link), piece({})));
    expect(said).toContain('nothing has changed');
  });

  test('while one of Slack’s is kept', async () => {
    const link = 'https://moss-and-fern.slack.com/archives/C0GENERAL/p1804600000000100';
    expect(await send('evidence.form', message(link), piece({}))).toBe('update');
    const { db } = ladder.ladder.context;
    expect(await db.evidence.findFirst()).toMatchObject({ permalink: link });
  });
});

describe('A button’s value that Ladder never wrote', () => {
  const ids = ['', 'x', million, 'null', '{}', `${randomUUID()}:1e9.0`, `9:${million}`, '\0'];
  const actions = ['action.done', 'action.list', 'assessment.open', 'brief.open', 'brief.page:1'];
  const more = [
    'history.open',
    'history.chart',
    'history.page:1',
    'team.nudge',
    'team.page:1',
    'role.show:x',
  ];
  const others = ['conversation.confirm', 'conversation.record', 'evidence.edit', 'quiet.snooze'];
  test.each([...actions, ...more, ...others])('%s ends in a sentence', async (actionId) => {
    for (const value of ids) {
      ladder.slack.as(teo).modal() && (await ladder.slack.as(teo).close({ all: true }));
      const recording = ladder.slack.record();
      const said = await refuses(async () => {
        const payload = await interaction(ladder.slack, teo, { actionId, value });
        await ladder.slack.send('block_actions', payload);
        await ladder.ladder.idle();
        return recording.take(teo).join();
      });
      expect(said).toMatch(/nothing has changed|read|no longer|deleted|find/);
      recording.stop();
    }
  });
});

describe('A press of an odd shape', () => {
  const outcome = async (payload: Record<string, unknown>) => {
    const { request } = await ladder.slack.send('block_actions', payload);
    await ladder.ladder.idle();
    expect(ladder.logged.filter(({ level }) => level === 'error')).toEqual([]);
    return request.outcome;
  };

  test('is answered where it doesn’t say in what it was pressed', async () => {
    const pressed = { actionId: 'role.show:x', value: 'role:senior:' };
    const { container, ...payload } = await interaction(ladder.slack, teo, pressed);
    expect(container).toBeDefined();
    expect(await outcome(payload)).toBe('acked');
    expect(JSON.stringify(ladder.slack.messages.at(-1))).toContain('Senior Business Operations');
  });

  test('is answered where the field of a search holds a million letters', async () => {
    const searched = { 'role.search_words': { 'role.search_words': { value: million } } };
    const window = { callbackId: 'role.search', values: searched };
    const pressed = { actionId: 'role.search_more:1', value: '1.0', window };
    ladder.slack.refusals.splice(0);
    expect(await outcome(await interaction(ladder.slack, teo, pressed))).toBe('acked');
    expect(ladder.slack.refusals).toEqual([]);
  });
});
