import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../playground/contract.js';
import { commandWords } from '../../../src/slack/commands.js';
import { topics } from '../../../src/slack/topics.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder();
});
// Nobody types the next one before the last is through.
afterEach(() => ladder.ladder.idle());
afterAll(() => ladder.stop());

async function answerTo(text: string, firstName = 'Teo'): Promise<Message> {
  const person = ladder.as(firstName);
  const before = person.messages().length;
  await person.command('/ladder', text);
  return ladder.slack.waitFor(() => person.messages()[before]);
}

const said = ({ text, blocks }: Message) => `${text}\n${JSON.stringify(blocks ?? [])}`;

const help = 'What you can ask';
const home = 'You are Business Operations Associate. ';
const me = 'In this role for';
const next = 'From Business Operations Associate to Business Operations Manager';
const away = "I'm away until";
const actionItems = 'Your open actions';
const brief = 'No review is open now, so there is no new brief';
const settings = 'Your role, since when you have it, and your manager';
const pay = 'I know nothing about pay';
const team = 'Nobody has you as their manager yet';
const compare = 'Compare Business Operations Associate with which role?';

describe('What Teo types leads to the page that he means', () => {
  test.each([
    ['help me', help],
    ['hilfe', help],
    ['Aide', help],
    ['ayuda', help],
    ['pomoc', help],
    ['помощь', help],
    ['帮助', help],
    ['ヘルプ', help],
    ['commands', help],
    ['what can you do?', help],
    ['how does this work', help],
    ['hello', help],
    ['home', home],
    ['status', home],
    ['when is my next review?', home],
    ['where do I stand', home],
    ['deadline', home],
    ['next rung', next],
    ['next role', next],
    ['what is my next role?', next],
    ["what's my next level", next],
    ['how do I get promoted?', next],
    ['promotion', next],
    ['what do I have to do for a promotion this year', next],
    ['how can I grow', next],
    ['my history', me],
    ['profile', me],
    ['ratings', me],
    ['actions', actionItems],
    ['my actions', actionItems],
    ['action items', actionItems],
    ['what are my open action items', actionItems],
    ['todo', actionItems],
    ['actoins', actionItems],
    ['away', away],
    ['snooze', away],
    ['snoze', away],
    ["I'm on vacation", away],
    ['how do I tell you that I am away', away],
    ['out of office', away],
    ['stop', away],
    ['reminders', away],
    ['conversation', brief],
    ['brief', brief],
    ['where is my brief?', brief],
    ['1:1', brief],
    ['how do I record our conversation', brief],
    ['settings', settings],
    ['setings', settings],
    ['preferences', settings],
    ['change my role', settings],
    ['how do I change my manager', settings],
    ['who is my manager?', settings],
    ['salary', pay],
    ['will I get a raise', pay],
    ['my team', team],
    ['direct reports', team],
    ['difference', compare],
    ['find', 'Search for what?'],
    ['what is ladder', 'About the Business Operations ladder'],
  ])('“%s”', async (text, answer) => {
    expect(said(await answerTo(text))).toContain(answer);
  });

  test.each([
    ['self review', 'Check-in'],
    ['my draft', 'Check-in'],
    ['how do I submit my check-in?', 'Check-in'],
    ['questionnaire', 'Check-in'],
    ['what I kept', 'Your evidence'],
    ['my notes', 'Your evidence'],
    ['export', 'Who sees what'],
    ['who can see what I write?', 'Who sees what'],
    ['gdpr', 'Who sees what'],
    ['delete my data', 'Who sees what'],
  ])('“%s” opens the window %s', async (text, title) => {
    await ladder.as('Teo').command('/ladder', text);
    await ladder.slack.waitFor(() => ladder.as('Teo').modal()?.title === title);
    await ladder.as('Teo').close({ all: true });
  });
});

describe('What Teo types still finds roles and competencies', () => {
  test.each([
    ['sr mgr', 'Senior Business Operations Manager: Senior'],
    ['team laeder', 'Business Operations Team Leader: '],
    ['how do I become a senior manager?', 'Senior Business Operations Manager: Senior'],
    ['what would I need for team leader', 'Business Operations Team Leader: '],
    ['what does execution mean for a senior', 'Execution: 8 behaviours'],
    ['manager', 'Business Operations Manager: '],
    ['comms', 'Collaboration and communication. '],
    ['exprt', 'Business Operations Team Leader: '],
  ])('“%s”', async (text, answer) => {
    expect((await answerTo(text)).text).toContain(answer);
  });
});

describe('What is near nothing', () => {
  test.each(['constructor', 'pizza', 'kubernetes cluster', 'asdfgh', 'qqqq zzzz', 'toString'])(
    '“%s” gets the search and the help, and no role',
    async (text) => {
      const answer = await answerTo(text);
      expect(answer.text).toContain('Search for another word');
      expect(said(answer)).toContain('role.search_open');
      expect(said(answer)).toContain('role.help');
      expect(said(answer)).not.toMatch(/"role\.show:role/);
    },
  );

  test.each(['stakeholders', 'roadmap', 'walls'])(
    '“%s” is searched for, because the ladder speaks of it',
    async (text) => {
      expect((await answerTo(text)).text).toMatch(/ mentions? “/);
    },
  );
});

test('Each line of the help that can be pressed leads where it says', async () => {
  const teo = ladder.as('Teo');
  const press = async (name: string, fact: string) => {
    await teo.click(await answerTo('help'), name);
    await ladder.slack.waitFor(() => said(teo.lastMessage() as Message).includes(fact));
  };
  await press('Next rung', next);
  await press('My role', home);
  await press('About', 'About the Business Operations ladder');
  for (const [name, title] of [
    ['My check-in', 'Check-in'],
    ['About you', 'About you'],
    ['Search', 'Search the ladder'],
    ["I'm away until …", 'Away'],
    ['Who sees what', 'Who sees what'],
  ] as const) {
    await teo.click(await answerTo('help'), name);
    await ladder.slack.waitFor(() => teo.modal()?.title === title);
    await teo.close({ all: true });
  }
});

test('Each page that a word leads to exists, and no phrase stands on two of them', () => {
  const words = topics.flatMap(({ answeredBy }) =>
    typeof answeredBy === 'string' ? [answeredBy] : [],
  );
  expect(commandWords).toEqual(expect.arrayContaining(words));
  const phrases = topics.flatMap((topic) => topic.phrases.map((phrase) => phrase.toLowerCase()));
  expect(phrases.filter((phrase, nth) => phrases.indexOf(phrase) !== nth)).toEqual([]);
});
