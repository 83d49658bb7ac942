import { basename } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { openEmptyServer } from '../support/database.js';
import { everyone, type Operator, startOperator } from './operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(async () => {
  await operator.forget();
  operator.slack.faults.clear();
});
afterAll(() => operator.stop());

const ladder = stringify({
  ...{ format: 1, key: 'garden', name: 'Garden Care' },
  competencies: [{ key: 'plants', name: 'Plants' }],
  roles: ['associate', 'manager', 'senior', 'professional-lead', 'team-leader'].map((key) => {
    return { key, title: `Gardener ${key}`, expectations: { plants: [`Waters as ${key}`] } };
  }),
});
const sheet =
  'Job title,Grade,Skill,Expectation\nGardener,G1,Plants,Waters\nGrower,G2,Plants,Weeds\n';

/** What the examples call by made-up names, and what it is here. */
const here: Record<string, string> = { U024BE7LH: 'U0TEO', U0G9QF9C6: 'U0SORA' };

/** Makes files of the names that an example reads, and ids of those that it has. */
async function word(text: string): Promise<string> {
  if (text.endsWith('.yaml')) return operator.write(basename(text), ladder);
  if (text.endsWith('people.csv')) return operator.write('people.csv', everyone);
  if (text.endsWith('.csv')) return operator.write(text, sheet);
  if (text.endsWith('.html')) return operator.write(text, '');
  if (text.endsWith('.tar.gz')) return operator.write(text, '').replace(text, `${files++}-${text}`);
  if (text === '9c2e41d7')
    return (await operator.db.delivery.findFirstOrThrow({ where: { state: 'failed' } })).id;
  return text.replace(/U0\w{7}/g, (id) => here[id] ?? id);
}
let files = 0;

const ran = async (...words: string[]) => {
  const { code, error, out } = await operator.run(...words);
  if (code !== 0) throw new Error(`${words.join(' ')}: ${error || out}`);
};

/** People invited to an open cycle; Sora's message has failed. */
async function withOpenCycle() {
  await ran('cycle', 'open', '--review-on', '2027-03-24');
  operator.slack.faults.fail('chat.postMessage', 'user_disabled');
  operator.clock.set('2027-03-03T14:30:00Z');
  await operator.run('reminders', 'send');
  operator.slack.faults.clear();
  operator.clock.set('2027-03-03T15:00:00Z');
}

/** What must be there before an example, by the beginning of it. */
const before: [string, (words: string[]) => Promise<unknown>][] = [
  ['people import people.csv --yes', () => ran('people', 'remove', 'U0TEO', '--yes')],
  [
    'people admin remove',
    async () => {
      for (const id of ['U0SORA', 'U0TEO']) await ran('people', 'admin', 'add', id);
    },
  ],
  [
    'deliveries drop --all-due',
    () =>
      operator.db.delivery.updateMany({
        where: { kind: 'invitation', state: 'sent' },
        data: { state: 'due', sentAt: null, slackChannelId: null, slackTs: null },
      }),
  ],
  ['people readmit', () => ran('people', 'erase', 'U0TEO', '--yes')],
  ['cycle include', () => ran('cycle', 'exclude', 'Q1 2027', 'U0TEO', '--yes')],
  ['workspaces rotate-keys', async () => forSeveral()],
  ['backup verify', (words) => ran('backup', words.at(-1) ?? '')],
  ['after-restore', async () => afterwards()],
  [
    'restore',
    async (words) => {
      afterwards();
      await ran('backup', words[1] ?? '');
      const empty = await openEmptyServer();
      closing.push(empty.close);
      operator.environment.DATABASE_URL = empty.url;
    },
  ],
];
/** What is set where several workspaces are served. */
function forSeveral() {
  const { SLACK_BOT_TOKEN: _, ...rest } = operator.environment;
  operator.environment = {
    ...rest,
    ...{ SLACK_CLIENT_ID: '1.2', TOKENS_KEY: Buffer.alloc(32).toString('base64') },
  };
}
/** The server of the examples ran on 10 March. */
const afterwards = () => operator.clock.set('2027-03-11T12:00:00Z');
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

/** The names of all commands that do something, from the helps. */
async function commandsOf(...words: string[]): Promise<string[][]> {
  const { out } = await operator.run(...words, '--help');
  const below = [
    ...(/\nCommands:\n([\s\S]*?)(?:\n\n|$)/.exec(out)?.[1] ?? '').matchAll(/^ {2}(\S+)/gm),
  ]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help');
  const deeper = await Promise.all(below.map((name) => commandsOf(...words, name)));
  const isGroup = below.length > 0 && words[0] !== 'backup';
  return [...(isGroup ? [] : [words]), ...deeper.flat()];
}

describe('the help of every command', () => {
  it('has examples that work, and leave an entry in the audit log where they change something', async () => {
    const commands = await commandsOf();
    expect(commands.length).toBeGreaterThan(25);
    for (const command of commands) {
      const { out } = await operator.run(...command, '--help');
      const shown = [...out.matchAll(/^ {2}npm run (?:--silent )?ladder -- (.+)$/gm)];
      expect(shown.length, command.join(' ')).toBeGreaterThan(0);
      for (const [, example = ''] of shown) await tryOut(command, example);
    }
  }, 600_000);
});

/** The other examples need nothing but the people. */
const aboutCycles = /^(cycle (?!open)|reminders|deliveries|backup|restore|doctor)\b/;

/** What only reads, or writes a file. */
const reading =
  /^(setup|people (list|show)|cycle (list|show|status)|workspaces list|settings (show|log)|retention|reminders preview|problems|deliveries (list|why)|framework (check|show|diff|import|page|versions)|backup|doctor)\b|--dry-run/;

/** What is about the whole database, or sends what a running server sends by itself. */
const ofTheMachine = [/^workspaces rotate-keys$/, /^restore /, /^reminders send$/];

/** The entries of the audit log that are an operator's, but for those that were there. */
async function audited(before: readonly string[] = []): Promise<string[]> {
  const where = { operator: { not: '' }, id: { notIn: [...before] } };
  return (await operator.db.auditLogEntry.findMany({ where })).map(({ id }) => id);
}

async function tryOut(command: string[], example: string): Promise<void> {
  await operator.forget();
  await ran('people', 'import', operator.write('people.csv', everyone), '--yes');
  if (aboutCycles.test(example)) await withOpenCycle();
  const typed = [...example.replace(/ > \S+$/, '').matchAll(/"([^"]*)"|(\S+)/g)];
  const words: string[] = [];
  for (const [, quoted, plain] of typed) words.push(await word(quoted ?? plain ?? ''));
  expect(words.slice(0, command.length)).toEqual(command);
  for (const [begin, prepare] of before) if (example.startsWith(begin)) await prepare(words);
  const entries = await audited();
  const { code, error, out } = await operator.run(...words);
  // What the doctor finds is its answer; of a message that failed, that it has.
  const expected = command[0] === 'doctor' ? 1 : 0;
  expect({ example, code, said: code === expected ? '' : error || out }).toEqual({
    ...{ example, code: expected, said: '' },
  });
  const isAudited = !reading.test(example) && !ofTheMachine.some((one) => one.test(example));
  expect
    .soft({ example, isAudited: (await audited(entries)).length > 0 })
    .toEqual({ example, isAudited });
}
