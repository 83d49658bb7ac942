import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Operator, peopleFile, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(async () => {
  await operator.forget();
  operator.slack.faults.clear();
});
afterAll(() => operator.stop());

/** The morning of the first day of Q1's check-ins, in New York. */
const firstMorning = '2027-03-03T14:30:00Z';

/** Sora is invited; what Slack does to her message is up to the fault. */
async function invite(fault = () => {}, people = ['U0SORA,senior,,']) {
  await operator.run(
    'people',
    'import',
    operator.write('people.csv', peopleFile(...people)),
    '--yes',
  );
  fault();
  operator.clock.set(firstMorning);
  await operator.run('reminders', 'send');
  operator.slack.faults.clear();
  operator.clock.set('2027-03-03T15:00:00Z');
}
const deliveries = (...words: string[]) => operator.run('deliveries', ...words);
const only = () => operator.db.delivery.findFirstOrThrow();
const arrived = () => operator.slack.as('U0SORA').messages().length;
const refuse = () => operator.slack.faults.fail('chat.postMessage', 'user_disabled');
const loseAnswer = () => operator.slack.faults.drop('chat.postMessage', { after: true });
const losePost = () => operator.slack.faults.drop('chat.postMessage');

/** The attempt was so many minutes ago. */
async function later(minutes: number) {
  await operator.db.$executeRaw`
    UPDATE delivery SET claimed_at = claimed_at - make_interval(mins => ${minutes}::int),
      looked_for_at = looked_for_at - make_interval(mins => ${minutes}::int)`;
}

/** What `deliveries why` prints about the only message. */
async function why() {
  const { out } = await deliveries('why', (await only()).id);
  return out;
}

describe('an operator who lists messages', () => {
  it('sees each with its state, and why', async () => {
    await invite(refuse);
    const { code, out } = await deliveries('list');
    const { id } = await only();
    expect({ code, out: out.split('\n') }).toEqual({
      code: 0,
      out: [
        'ID        DUE                     TO                    MESSAGE     CYCLE    STATE   WHY',
        `${id.slice(-8)}  Wed 3 Mar 2027, 09:30  Sora Senior (U0SORA)  invitation  Q1 2027  failed  their Slack account is deactivated`,
        '',
        '1 message. Times are those of America/New_York. More about one: ladder deliveries why ID',
      ].map((line) => expect.stringMatching(new RegExp(`^${escaped(line)}$`))),
    });
  });

  it('sees those that are asked for', async () => {
    await invite(loseAnswer, ['U0SORA,senior,,', 'U0NOOR,manager,,']);
    const listed = async (...words: string[]) => {
      const { out } = await deliveries('list', '--json', ...words);
      return JSON.parse(out).total;
    };
    expect(await listed()).toBe(2);
    expect(await listed('--state', 'unknown')).toBe(1);
    expect(await listed('--state', 'unknown,sent')).toBe(2);
    expect(await listed('--person', 'U0SORA')).toBe(1);
    expect(await listed('--person', 'noor')).toBe(1);
    expect(await listed('--kind', 'reminder')).toBe(0);
    expect(await listed('--cycle', 'q1 2027')).toBe(2);
    expect(await listed('--since', '2027-03-03')).toBe(2);
    expect(await listed('--since', '2027-03-04')).toBe(0);
  });

  it('sees no word of what a message says', async () => {
    await invite();
    const { text } = operator.slack.as('U0SORA').lastMessage() ?? {};
    const { out } = await deliveries('list', '--json');
    expect(text).toMatch(/check-in/);
    expect(out).not.toContain(text);
    expect(Object.keys(JSON.parse(out).deliveries[0])).not.toContain('text');
  });

  it('sees the newest ones, and that there are more', async () => {
    await invite(() => {}, ['U0SORA,senior,,', 'U0NOOR,manager,,']);
    const { out } = await deliveries('list', '--limit', '1');
    expect(out).toContain('The newest 1 of 2 messages; --limit shows more.');
  });

  it('hears that there are none', async () => {
    await invite();
    const { out } = await deliveries('list', '--state', 'failed');
    expect(out).toBe('There are no such messages.');
  });

  it.each([
    [['--person', 'Nobody'], 1, 'Nobody here has the Slack id or the name Nobody.'],
    [['--cycle', 'Q9 2027'], 1, 'There is no cycle called Q9 2027.'],
    [['--state', 'lost'], 2, 'Choose from due, claimed, sent, held, obsolete, failed, unknown.'],
    [['--limit', '0'], 2, 'Write a whole number, at least 1.'],
  ])('is told what is wrong with %s', async (words, code, sentence) => {
    await invite();
    expect(await deliveries('list', ...words)).toMatchObject({
      code,
      error: expect.stringContaining(sentence),
    });
  });
});

describe('an operator who asks about a message', () => {
  it('learns everything about one that is sent', async () => {
    await invite();
    const { id, slackTs } = await only();
    const lines = (await why()).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'invitation for Sora Senior (U0SORA), Q1 2027.',
      `Id ${id}.`,
      '',
      'It is sent.',
      `It stands in Slack in the conversation D0SORA, as message ${slackTs}.`,
    ]);
    expect(lines).toContain('It was handed to Slack 1 time.');
    expect(lines).toContainEqual(
      expect.stringMatching(/^The last time was Wed 3 Mar 2027, 09:30 \(America\/New_York\)/),
    );
  });

  it('learns what can be done about one that Slack refused', async () => {
    await invite(refuse);
    const said = await why();
    expect(said).toContain('It could not be sent, because their Slack account is deactivated.');
    expect(said).toContain('send it: ladder deliveries retry');
  });

  it('learns what happens next to one that was perhaps sent', async () => {
    await invite(loseAnswer);
    await later(2);
    const said = await why();
    expect(said).toContain('It was perhaps sent, because the connection to Slack broke off.');
    expect(said).toContain(
      'Ladder looks for it in their conversation with Ladder with the next run',
    );
  });

  it('learns that one that waits would be sent', async () => {
    await invite(refuse);
    await deliveries('retry', (await only()).id);
    expect(await why()).toContain('As things are, it would be sent now, as invitation.');
  });

  it('learns that one would be dropped, and why', async () => {
    await invite(refuse);
    await deliveries('retry', (await only()).id);
    await operator.db.person.updateMany({ data: { roleKey: null } });
    expect(await why()).toContain(
      'As things are, it would be dropped now, because they have no role on the ladder.',
    );
  });

  it('learns until when one waits', async () => {
    await invite(refuse);
    operator.clock.set('2027-03-04T03:00:00Z');
    await deliveries('retry', (await only()).id);
    expect(await why()).toMatch(
      /It waits until Thu 4 Mar 2027, \d\d:\d\d \(America\/New_York\).*, because it is outside their working hours\./,
    );
  });

  it('learns until when one is held', async () => {
    await invite(refuse);
    await deliveries('retry', (await only()).id);
    const awayThrough = new Date('2027-03-05');
    await operator.db.person.updateMany({ data: { awayThrough } });
    expect(await why()).toMatch(
      /It is held until Mon 8 Mar 2027, .*, because they are away, have put their messages off, or Slack hasn't told their time zone yet\./,
    );
  });

  it('may name it by the end of its id', async () => {
    await invite();
    const { id } = await only();
    expect((await deliveries('why', id.slice(-6))).out).toContain(id);
    expect((await deliveries('why', id.slice(-5))).error).toContain("is no message's id");
    const unknownId = '01900000-0000-7000-8000-ffffffffffff';
    expect((await deliveries('why', unknownId)).error).toContain('There is no message whose id');
    expect((await deliveries('why', 'ffffffffff')).error).toContain('There is no message whose id');
    expect((await deliveries('why', 'the last')).error).toContain("is no message's id");
  });

  it('is told where an end of an id is that of several', async () => {
    await invite();
    const { id: _id, ...row } = await only();
    const ids = ['1', '2'].map((digit) => `0190000${digit}-0000-7000-8000-00000000aaaa`);
    for (const id of ids) await operator.db.delivery.create({ data: { ...row, id, key: id } });
    const { error } = await deliveries('why', '00000000aaaa');
    expect(error).toBe(
      `Several messages' ids end in 00000000aaaa. Give more of it: ${ids.join(', ')}`,
    );
    const { out } = await deliveries('list');
    for (const id of ids) expect(out).toContain(id.slice(-29));
  });
});

describe('an operator who retries', () => {
  it('has a refused message sent after all', async () => {
    await invite(refuse);
    const { code, out } = await deliveries('retry', (await only()).id);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'invitation for Sora Senior (U0SORA), Q1 2027: It is due again. It goes out with the next run, if it is still wanted.',
    });
    const already = arrived();
    await operator.run('reminders', 'send');
    expect(arrived()).toBe(already + 1);
  });

  it('hears that a message has arrived that Slack did not confirm', async () => {
    await invite(loseAnswer);
    await later(2);
    const { code, out } = await deliveries('retry', (await only()).id);
    expect(code).toBe(0);
    expect(out).toContain('It has arrived: it is there in Slack, and counts as sent now.');
    expect((await only()).state).toBe('sent');
  });

  it('has a message sent that is not there in Slack', async () => {
    await invite(losePost);
    await later(11);
    const { code, out } = await deliveries('retry', (await only()).id);
    expect(code).toBe(0);
    expect(out).toContain('It is not there in Slack, so it is due again.');
  });

  it('is told to wait while Slack may show it late', async () => {
    await invite(losePost);
    await later(2);
    const { code, out } = await deliveries('retry', (await only()).id);
    expect(code).toBe(1);
    expect(out).toContain('Try again ten minutes after the attempt.');
    expect((await only()).state).toBe('unknown');
  });

  it('is told to wait while the attempt may be under way', async () => {
    await invite(loseAnswer);
    const { code, out } = await deliveries('retry', (await only()).id);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('under way') });
  });

  it('is asked for more where Ladder may not look', async () => {
    await invite(loseAnswer);
    await later(11);
    operator.slack.faults.fail('conversations.history', 'missing_scope');
    operator.slack.faults.fail('conversations.open', 'missing_scope');
    const { id } = await only();
    const { code, out } = await deliveries('retry', id);
    expect(code).toBe(1);
    expect(out).toContain(
      "Whether it has arrived can't be told, because Ladder may not look for it: the scopes im:history and im:write are not granted. To send it again even if it then comes twice, add --even-if-twice.",
    );
    expect((await only()).state).toBe('unknown');
    const twice = await deliveries('retry', id, '--even-if-twice');
    expect({ code: twice.code, out: twice.out }).toEqual({
      code: 0,
      out: expect.stringContaining('It is due again, and may come twice.'),
    });
  });

  it('is asked for more where there is no Slack to look in', async () => {
    await invite(loseAnswer);
    await later(11);
    operator.environment.SLACK_BOT_TOKEN = '';
    const { code, out } = await deliveries('retry', (await only()).id);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('set SLACK_BOT_TOKEN') });
  });

  it('is told that a message that is sent needs none', async () => {
    await invite();
    const { code, out } = await deliveries('retry', (await only()).id);
    expect(code).toBe(1);
    expect(out).toContain('Nothing was changed: this message is sent.');
  });
});

describe('an operator who drops', () => {
  it('gives a refused message up', async () => {
    await invite(refuse);
    const { code, out } = await deliveries('drop', (await only()).id);
    expect(code).toBe(0);
    expect(out).toBe('invitation for Sora Senior (U0SORA), Q1 2027: Dropped; it is never sent.');
    await operator.run('reminders', 'send');
    expect(await only()).toMatchObject({ state: 'obsolete', reason: 'dropped_by_operator' });
  });

  it('or sends again is in the audit log, with the message’s kind and for whom it is', async () => {
    const { userName } = await import('../../../src/cli/user-name.js');
    await invite(refuse);
    const { id } = await only();
    await deliveries('retry', id);
    await deliveries('retry', id);
    await deliveries('drop', id);
    await deliveries('drop', id);
    const entries = await operator.db.auditLogEntry.findMany({
      include: { person: true },
      orderBy: { id: 'asc' },
    });
    const about = {
      ...{ operator: userName(), before: 'invitation', subject: '' },
      person: expect.objectContaining({ slackUserId: 'U0SORA' }),
    };
    expect(entries.filter(({ action }) => action.startsWith('message'))).toMatchObject([
      { ...about, action: 'message_sent_again' },
      { ...about, action: 'message_dropped' },
    ]);
  });

  it("can't drop what is sent", async () => {
    await invite();
    const { code, out } = await deliveries('drop', (await only()).id);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringContaining('Not dropped. It is sent.'),
    });
  });

  it('is asked before all that waits is dropped', async () => {
    await invite(refuse);
    await deliveries('retry', (await only()).id);
    const asked = await deliveries('drop', '--all-due');
    expect(asked).toMatchObject({
      code: 1,
      out: 'This would drop 1 message that waits, for good. Add --yes to do it. Nothing was dropped.',
    });
    expect((await deliveries('drop', '--all-due', '--kind', 'digest', '--yes')).out).toBe(
      'Dropped 0 messages; they are never sent.',
    );
    expect((await deliveries('drop', '--all-due', '--before', '2027-03-03', '--yes')).out).toBe(
      'Dropped 0 messages; they are never sent.',
    );
    expect((await only()).state).toBe('due');
    expect((await deliveries('drop', '--all-due', '--yes')).out).toBe(
      'Dropped 1 message; it is never sent.',
    );
    expect((await only()).state).toBe('obsolete');
    const entries = await operator.db.auditLogEntry.findMany({
      where: { action: 'messages_dropped' },
    });
    expect(entries).toMatchObject([{ subject: '', before: '1' }]);
  });

  it.each([
    [[], 'Say what to drop'],
    [['aaaaaaaa', '--yes'], 'Say what to drop'],
    [['aaaaaaaa', '--all-due'], 'Give either ids or --all-due'],
    [['aaaaaaaa'], 'There is no message whose id'],
  ])('is told what is wrong with %s', async (words, sentence) => {
    await invite(refuse);
    const { code, error } = await deliveries('drop', ...words);
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining(sentence) });
    expect((await only()).state).toBe('failed');
  });
});

/** A text as a pattern, with any number of spaces where there are several. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ {2,}/g, ' +');
}
