import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyone, type Operator, peopleFile, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(async () => {
  await operator.forget();
  operator.slack.faults.clear();
});
afterAll(() => operator.stop());

const importText = (text: string) =>
  operator.run('people', 'import', operator.write('people.csv', text), '--yes');
const texts = () => operator.slack.messages.map(({ text }) => text);
const alone = peopleFile('U0SORA,senior,,');
/** The morning of the first day of Q1's check-ins, in New York. */
const firstMorning = '2027-03-03T14:30:00Z';

describe('an operator who previews reminders', () => {
  it('sees what goes to whom and when, here and there', async () => {
    await importText(peopleFile('U0TEO,associate,,'));
    const { code, out } = await operator.run('reminders', 'preview');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 4)).toEqual([
      'From Tue 2 Mar 2027, 10:00 (America/New_York) on:',
      '',
      expect.stringMatching(/^HERE +WHERE THEY ARE +TO +MESSAGE +CYCLE$/),
      expect.stringMatching(
        /^Tue 2 Mar 2027, 22:30 +Wed 09:00 Asia\/Kolkata +Teo Associate \(U0TEO\) +invitation +Q1 2027$/,
      ),
    ]);
  });

  it('begins on another day, in the zone of the machine', async () => {
    await importText(alone);
    const { out } = await operator.run('reminders', 'preview', '--on', '2027-03-10');
    expect(out.split('\n')[0]).toBe('From Wed 10 Mar 2027, 00:00 (America/New_York) on:');
  });

  it('sends and writes nothing', async () => {
    await importText(everyone);
    const before = texts();
    await operator.run('reminders', 'preview', '--on', '2027-03-18T12:00');
    expect(texts()).toEqual(before);
    expect(await operator.db.delivery.count()).toBe(0);
    expect(await operator.db.cycle.count()).toBe(0);
  });

  it('gets JSON for a program', async () => {
    await importText(alone);
    const { out } = await operator.run('reminders', 'preview', '--json');
    expect(JSON.parse(out)[0]).toMatchObject({
      at: '2027-03-03T14:00:00.000Z',
      kind: 'invitation',
      recipient: { slackUserId: 'U0SORA' },
    });
  });

  it('hears that nothing would be sent where nobody has a role', async () => {
    await importText(peopleFile('U0KIT,,,'));
    const { out } = await operator.run('reminders', 'preview');
    expect(out).toBe('From Tue 2 Mar 2027, 10:00 (America/New_York) on, nothing would be sent.');
  });

  it('is not understood with a time of its own making', async () => {
    const { code, error } = await operator.run('reminders', 'preview', '--on', 'tomorrow');
    expect({ code, error }).toEqual({
      code: 2,
      error: expect.stringContaining(
        'Write it like 2027-03-10T09:00 (then it is the time in America/New_York)',
      ),
    });
  });
});

describe('an operator who sends reminders', () => {
  it('hears that nothing is due', async () => {
    await importText(alone);
    const { code, out } = await operator.run('reminders', 'send');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Nothing is due at Tue 2 Mar 2027, 10:00 (America/New_York); nothing was sent.',
    });
  });

  it('sends what is due now, and says so', async () => {
    await importText(alone);
    operator.clock.set(firstMorning);
    const already = operator.slack.messages.length;
    const { code, out } = await operator.run('reminders', 'send');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'TO                    MESSAGE     CYCLE    OUTCOME',
      'Sora Senior (U0SORA)  invitation  Q1 2027  sent',
      '',
      '1 of 1 message sent, at Wed 3 Mar 2027, 09:30 (America/New_York).',
    ]);
    expect(operator.slack.messages).toHaveLength(already + 1);
  });

  it('is told what to do instead of naming another time, and nothing is sent or opened', async () => {
    await importText(everyone);
    const already = operator.slack.messages.length;
    const { code, error } = await operator.run('reminders', 'send', '--as-of', '2027-03-18T12:00');
    expect({ code, error }).toEqual({
      code: 2,
      error: expect.stringMatching(
        /unknown option '--as-of'\nWhat it takes: npm run ladder -- reminders send --help$/,
      ),
    });
    expect(operator.slack.messages).toHaveLength(already);
    expect([await operator.db.delivery.count(), await operator.db.cycle.count()]).toEqual([0, 0]);
    const { out } = await operator.run('reminders', 'send', '--help');
    expect(out).toContain('reminders preview --on');
  });

  it('sends nothing again with a second run', async () => {
    await importText(alone);
    operator.clock.set(firstMorning);
    await operator.run('reminders', 'send');
    const { code, out } = await operator.run('reminders', 'send');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^Nothing is due/) });
  });

  it('hears that Slack asked to wait', async () => {
    await importText(alone);
    operator.clock.set(firstMorning);
    operator.slack.faults.rateLimit('chat.postMessage', { retryAfterSeconds: 30 });
    const { code, out } = await operator.run('reminders', 'send');
    expect(code).toBe(1);
    expect(out).toContain('waits: Slack asked to wait; it goes out with the next run');
  });

  it('needs a token', async () => {
    await importText(alone);
    operator.environment.SLACK_BOT_TOKEN = '';
    const { code, error } = await operator.run('reminders', 'send');
    expect({ code, error }).toEqual({
      code: 1,
      error:
        "This needs Slack: set SLACK_BOT_TOKEN. Copy it from your Slack app's page OAuth & Permissions.",
    });
  });
});
