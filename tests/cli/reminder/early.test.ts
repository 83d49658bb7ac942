import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
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

const early = (...words: string[]) => operator.run('reminders', 'send', '--early', ...words);
const importText = (text: string) =>
  operator.run('people', 'import', operator.write('people.csv', text), '--yes');
const q1 = () => operator.db.cycle.findFirstOrThrow({ where: { name: 'Q1 2027' } });

/** Everybody is on the ladder, and the cycles are planned; Q1 opens tomorrow. */
async function ready(people = everyone) {
  await importText(people);
  await operator.run('reminders', 'send');
}

it('an operator sees how many would be written to, and what that means, before anything happens', async () => {
  await ready();
  const before = operator.slack.messages.length;
  const { code, out } = await early('--cycle', 'Q1 2027');
  expect({ code, out: out.split('\n') }).toEqual({
    code: 1,
    out: [
      'This would send 6 invitations of Q1 2027 to 6 people now, whatever hour it is where they are.',
      "It would open Q1 2027 today instead of on 2027-03-03, which can't be undone.",
      "They were planned for 2027-03-03. They don't come again on that day; what comes next is planned for 2027-03-10 and stays.",
      'Nothing was sent or opened. To do it: npm run ladder -- reminders send --early --cycle "Q1 2027" --yes',
    ],
  });
  expect(operator.slack.messages).toHaveLength(before);
  expect(await operator.db.delivery.count({ where: { kind: 'invitation' } })).toBe(0);
  expect(await q1()).toMatchObject({ openedAt: null, opensOn: new Date('2027-03-03') });
});

it('an operator who says yes writes to all of them, once', async () => {
  await ready(peopleFile('U0SORA,senior,,', 'U0TEO,associate,,'));
  const { code, out } = await early('--cycle', 'q1 2027', '--yes');
  const [titles, ...lines] = out.split('\n');
  // They are written to at the same time.
  expect({ code, titles, lines: [...lines.slice(0, 2).sort(), ...lines.slice(2)] }).toEqual({
    code: 0,
    titles: expect.stringMatching(/^TO +MESSAGE +CYCLE +OUTCOME$/),
    lines: [
      expect.stringMatching(/^Sora Senior \(U0SORA\) +invitation +Q1 2027 +sent$/),
      expect.stringMatching(/^Teo Associate \(U0TEO\) +invitation +Q1 2027 +sent$/),
      '',
      '2 of 2 people written to early.',
    ],
  });
  const again = await early('--cycle', 'Q1 2027', '--yes');
  operator.clock.set('2027-03-03T15:00:00Z');
  const onTheDay = await operator.run('reminders', 'send');
  expect([again.code, onTheDay.out]).toEqual([1, expect.stringMatching(/^Nothing is due/)]);
  expect(operator.slack.as('U0SORA').messages()).toHaveLength(1);
});

it('an operator hears what Slack refused, and what is put off', async () => {
  await ready(peopleFile('U0SORA,senior,,', 'U0TEO,associate,,'));
  operator.slack.faults.fail('chat.postMessage', 'user_disabled');
  operator.slack.faults.respond('chat.postMessage', { status: 429 });
  const { code, out } = await early('--cycle', 'Q1 2027', '--yes');
  expect(code).toBe(1);
  expect(out).toContain('0 of 2 people written to early.');
  expect(out).toContain('refused by Slack; it is not tried again');
});

it.each([
  ['no cycle', ['--yes'], 'Say of which cycle: --early --cycle "Q1 2027"'],
  ['a cycle that is none', ['--cycle', 'Q9', '--yes'], 'No cycle is called "Q9". There are: Q1'],
  ['a cycle far off', ['--cycle', 'Q2 2027', '--yes'], 'Q1 2027 comes first'],
])(
  'an operator who names %s hears it in a sentence, and nothing happens',
  async (_, words, sentence) => {
    await ready();
    const before = operator.slack.messages.length;
    const { code, error } = await early(...words);
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining(sentence) });
    expect(operator.slack.messages).toHaveLength(before);
    expect(await operator.db.cycle.count({ where: { openedAt: { not: null } } })).toBe(0);
  },
);

it('an operator who forgets --early hears that, instead of sending what is due', async () => {
  await ready();
  const { code, error } = await operator.run('reminders', 'send', '--cycle', 'Q1 2027', '--yes');
  expect({ code, error }).toEqual({
    code: 1,
    error: '--cycle and --yes belong to --early, which sends before its day. Nothing was sent.',
  });
});
