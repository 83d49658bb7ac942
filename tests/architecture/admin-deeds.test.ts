import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callableCommands } from '../../src/cli/run.js';
import { problemKinds, problemWords } from '../../src/domain/problem/kinds.js';
import { projectPath } from '../../src/project-path.js';
import { registeredNames } from '../../src/slack/registered.js';
import { TestClock } from '../support/test-clock.js';

/**
 * What an admin can do, in Slack (actions and windows of `/ladder admin`) and on the command line. A deed
 * with one side alone says why.
 */
interface Deed {
  slack?: string[];
  commands?: string[];
  oneSide?: string;
}

const deeds: Record<string, Deed> = {
  'see how the review goes': { slack: ['admin.open'], commands: ['cycle status'] },
  'see who is not through': { slack: ['admin.unfinished'], commands: ['cycle show'] },
  'ask people for their check-in': { slack: ['admin.nudge'], commands: ['cycle nudge'] },
  'see the reviews': { slack: ['admin.reviews'], commands: ['cycle list'] },
  'add a review': {
    slack: ['admin.review_add', 'admin.review'],
    commands: ['cycle add', 'cycle open'],
  },
  'move a review': { slack: ['admin.review_move'], commands: ['cycle move'] },
  'close a review': { slack: ['admin.review_close'], commands: ['cycle close'] },
  'cancel a review': { slack: ['admin.review_cancel'], commands: ['cycle cancel'] },
  'leave people out, and ask them again': {
    slack: ['admin.review_exclude', 'admin.exclusion', 'admin.leave_out'],
    commands: ['cycle exclude', 'cycle include'],
  },
  'see the settings': { slack: ['admin.settings'], commands: ['settings show'] },
  'change a setting': { slack: ['admin.setting', 'admin.set'], commands: ['settings set'] },
  'see the problems': {
    slack: ['admin.problems', '/^admin.problem:/'],
    commands: ['problems'],
  },
  'send failed messages again': {
    slack: ['admin.send_again', 'admin.send_all_again'],
    commands: ['deliveries retry'],
  },
  'let failed messages go': { slack: ['admin.let_go'], commands: ['deliveries drop'] },
  'find somebody, and see their role and manager': {
    slack: ['admin.people', 'admin.person_find'],
    commands: ['people show'],
  },
  'set the role and the manager of somebody': {
    slack: ['admin.person'],
    commands: ['people set'],
  },
  'make somebody an admin, or take it away': {
    slack: ['admin.person_admin_add', 'admin.person_admin_remove'],
    commands: ['people admin add', 'people admin remove'],
  },
  'import people': {
    slack: ['admin.import', 'admin.import_file', 'admin.import_from_slack'],
    commands: ['people import'],
  },
  'see which version of the ladder is in use': {
    slack: ['admin.ladder'],
    commands: ['framework versions'],
  },
  'publish a version of the ladder': {
    slack: ['admin.ladder_file'],
    commands: ['framework publish'],
  },
  'read the audit log': { commands: ['settings log'], oneSide: 'it is for looking things up' },
  'list people': { commands: ['people list'], oneSide: 'Slack shows people where they are found' },
  'take people off the ladder': {
    commands: ['people remove'],
    oneSide: 'in Slack a person without a role is asked for nothing',
  },
  'write what is kept about somebody into a file': {
    commands: ['people export'],
    oneSide: 'an admin reads nobody’s words, so it is the operator who hands them to the person',
  },
  'see who has left, and erase them': {
    slack: ['admin.leavers', '/^admin.leavers_page:/', 'admin.person_erase', 'admin.erase'],
    commands: ['people erase'],
  },
  'let somebody in again who was erased': {
    commands: ['people readmit'],
    oneSide: 'they are on no list with a name that an admin could pick',
  },
  'see what the next night erases': {
    commands: ['retention preview'],
    oneSide: 'the settings, which an admin changes, say for how long things are kept',
  },
  'see what would be sent, and send it': {
    commands: ['reminders preview', 'reminders send'],
    oneSide: 'a running server sends by itself, and each change shows what it sends',
  },
  'see messages': {
    commands: ['deliveries list', 'deliveries why'],
    oneSide: 'an admin sees those that failed, among the problems',
  },
};

/** What is the operator's alone: it is about the machine, the database or files on it. */
const operators =
  /^(framework (?!publish$|versions$)|(backup|restore|after-restore|doctor|setup|workspaces)\b)/;

const shell = {
  clock: new TestClock('2027-03-02T15:00:00Z'),
  timeZone: 'UTC',
  out: () => {},
  error: () => {},
  colours: false,
};

const all = Object.values(deeds);
const sorted = (names: (string[] | undefined)[]) => names.flatMap((some) => some ?? []).sort();

describe('what an admin can do', () => {
  it('in Slack stands in the one list', () => {
    const { actions, views, options } = registeredNames('/ladder');
    const ofAdmins = [...actions, ...views, ...options].filter((name) =>
      /^\/?\^?admin\b/.test(name),
    );
    expect(sorted(all.map(({ slack }) => slack))).toEqual([...new Set(ofAdmins)].sort());
  });

  it('on the command line stands in the one list', async () => {
    const commands = (await callableCommands(shell)).filter((name) => !operators.test(name));
    expect(sorted(all.map((deed) => deed.commands))).toEqual(commands);
  });

  it('can be done on both sides, or says why not', () => {
    for (const [what, { slack, commands, oneSide }] of Object.entries(deeds)) {
      const isBoth = slack !== undefined && commands !== undefined;
      expect(isBoth, what).toBe(oneSide === undefined);
    }
  });
});

const commands = await callableCommands(shell);

/** One word is a command where it is said to be one; most are plain words as well. */
const asCommand = (word: string) => new RegExp(`\\\\?\`${word}\\\\?\`|\\b[Rr]un ${word}\\b`);

/** What a person in Slack can't type, and what an operator has no button for. */
const ofOneSide = [
  ...commands.map((name) => (name.includes(' ') ? new RegExp(`\\b${name}\\b`) : asCommand(name))),
  /\b(doctor|npm run)\b/,
  /["'`( ]--[a-z]{2,}/,
];

function sentencesNamingOneSide(source: string): string[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^(\*|\/\/|\/\*|import\b|export\b)/.test(line) && /["'`]/.test(line))
    .filter((line) => ofOneSide.some((one) => one.test(line)));
}

/** What operators alone call or read; the words for problems have a part for each side. */
const ofOperators = [
  /^services\/delivery\/operator\//,
  /^services\/reminder\/early-/,
  /^domain\/framework\/import\//,
  /^domain\/problem\/kinds\.ts$/,
];

describe('the sentences that people read in Slack', () => {
  it.each(['domain', 'services', 'slack'])('name no command and no option in %s', (layer) => {
    const path = projectPath('src', layer);
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' });
    const found = files
      .map((file) => `${layer}/${file}`)
      .filter((file) => file.endsWith('.ts') && !ofOperators.some((one) => one.test(file)))
      .flatMap((file) =>
        sentencesNamingOneSide(readFileSync(projectPath('src', file), 'utf8')).map(
          (line) => `${file}: ${line}`,
        ),
      );
    expect(found).toEqual([]);
  });

  it.each(problemKinds)('name none in what to do about the problem %s', (kind) => {
    const { advice, command } = problemWords[kind];
    expect(sentencesNamingOneSide(`'${advice}'`)).toEqual([]);
    expect(sentencesNamingOneSide(`'${command}'`)).toHaveLength(1);
  });

  it.each([
    '`Call it off: cycle cancel.`',
    "'without --until it is all of it'",
    "'Ask whoever runs Ladder; doctor says more.'",
    ...commands
      .filter((name) => name.includes(' '))
      .map((name) => `'For a copy, ask whoever runs Ladder (${name}).'`),
    ...commands.map((name) => `'Have whoever runs Ladder run ${name} first.'`),
  ])('are found where they do: %s', (line) => expect(sentencesNamingOneSide(line)).toEqual([line]));
});
