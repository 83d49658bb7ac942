import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../src/database/index.js';
import { readPeopleFile } from '../../../src/domain/person/people-file.js';
import type { Context } from '../../../src/services/context.js';
import { Frameworks } from '../../../src/services/framework/frameworks.js';
import type { Directory } from '../../../src/services/members.js';
import { messages } from '../../../src/services/messages/index.js';
import { importPeople } from '../../../src/services/person/import/import.js';
import { findInSlack } from '../../../src/services/person/import/profiles.js';
import { listPeople } from '../../../src/services/person/list.js';
import { rememberWorkspace } from '../../../src/services/workspace/workspaces.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { openTestDatabase } from '../../support/database.js';
import { directoryOf } from '../../support/directory.js';
import { recordingLog } from '../../support/recording-log.js';
import { TestClock } from '../../support/test-clock.js';

const header = 'slack_user_id,role,manager_slack_user_id,started_on';

describe('importing people', () => {
  let database: OpenDatabase;
  let context: Context;
  let workspaceId: string;
  let teams = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const { db } = database;
    const clock = new TestClock('2027-03-02T15:00:00Z');
    const frameworks = new Frameworks(db);
    context = { db, clock, log: recordingLog().log, frameworks, messages };
    teams += 1;
    const team = { slackTeamId: `T0IMPORT${teams}`, name: 'Moss & Fern' };
    workspaceId = (await rememberWorkspace({ db }, team)).id;
    await frameworks.use(workspaceId, builtInFramework());
  });

  const importText = async (lines: string[], directory?: Directory, how = {}) => {
    const file = readPeopleFile([header, ...lines].join('\n'));
    const found = directory && (await findInSlack(directory, file.rows));
    const by = { operator: 'ops' };
    return importPeople(context, { workspaceId, by, ...file, ...found, ...how });
  };
  const everyone = () => listPeople(context, workspaceId);
  const problemsOf = async (lines: string[], directory?: Directory) => {
    const imported = await importText(lines, directory);
    return 'problems' in imported ? imported.problems.map(({ message }) => message) : [];
  };

  it('gives Teo his role, his manager and the day he began', async () => {
    await importText(['U0TEO,associate,U0MIKA,2026-03-02', 'U0MIKA,team-leader,,']);
    expect((await everyone()).find(({ slackUserId }) => slackUserId === 'U0TEO')).toMatchObject({
      roleKey: 'associate',
      managerSlackUserId: 'U0MIKA',
      inRoleSince: '2026-03-02',
    });
  });

  it('says what Teo was before', async () => {
    await importText(['U0TEO,associate,,']);
    const imported = await importText(['U0TEO,manager,,']);
    expect(imported).toMatchObject({
      people: [{ before: { roleKey: 'associate' }, after: { roleKey: 'manager' } }],
    });
  });

  it('takes away what an empty cell no longer gives', async () => {
    await importText(['U0TEO,associate,U0MIKA,2026-03-02', 'U0MIKA,,,']);
    await importText(['U0TEO,,,']);
    expect((await everyone()).find(({ slackUserId }) => slackUserId === 'U0TEO')).toMatchObject({
      roleKey: undefined,
      managerSlackUserId: undefined,
      inRoleSince: undefined,
    });
  });

  it('leaves people alone who are not in the file', async () => {
    await importText(['U0TEO,associate,,']);
    await importText(['U0ROSA,manager,,']);
    expect((await everyone()).find(({ slackUserId }) => slackUserId === 'U0TEO')?.roleKey).toBe(
      'associate',
    );
  });

  it('imports nobody when one of them has a problem', async () => {
    await importText(['U0TEO,associate,,', 'U0ROSA,wizard,,']);
    expect(await everyone()).toEqual([]);
  });

  it('knows a manager from an earlier import', async () => {
    await importText(['U0MIKA,team-leader,,']);
    expect(await problemsOf(['U0TEO,associate,U0MIKA,'])).toEqual([]);
  });

  it('finds a circle that closes over a person from an earlier import', async () => {
    await importText(['U0TEO,associate,U0MIKA,', 'U0MIKA,team-leader,,']);
    expect(await problemsOf(['U0MIKA,team-leader,U0TEO,'])).toEqual([
      'These managers go round in a circle: U0MIKA → U0TEO → U0MIKA. Change one of them, or leave it empty.',
    ]);
  });

  it('lets only one of two imports at once close a circle', async () => {
    await importText(['U0TEO,associate,,', 'U0MIKA,team-leader,,']);
    const both = await Promise.all([
      problemsOf(['U0TEO,associate,U0MIKA,']),
      problemsOf(['U0MIKA,team-leader,U0TEO,']),
    ]);
    expect(both.flat()).toHaveLength(1);
  });

  it('places a thousand people at once', async () => {
    const lines = Array.from({ length: 1000 }, (_, place) => `U0P${place},associate,U0MIKA,`);
    await importText([...lines, 'U0MIKA,team-leader,,']);
    const placed = (await everyone()).filter((one) => one.managerSlackUserId === 'U0MIKA');
    expect(placed).toHaveLength(1000);
  });

  describe('with Slack to ask', () => {
    const profile = (slackUserId: string, name: string) => ({
      slackUserId,
      name,
      timeZone: 'Europe/Madrid',
      locale: 'en-GB',
      isAdmin: false,
      isBot: false,
      deactivated: false,
    });
    it('keeps names and time zones', async () => {
      await importText(['U0TEO,associate,,'], directoryOf(profile('U0TEO', 'Teo Associate')));
      expect(await everyone()).toMatchObject([
        { name: 'Teo Associate', timeZone: 'Europe/Madrid' },
      ]);
    });

    it('adds a manager whom Slack knows and the file does not list', async () => {
      const directory = directoryOf(profile('U0TEO', 'Teo'), profile('U0MIKA', 'Mika'));
      const imported = await importText(['U0TEO,associate,U0MIKA,'], directory);
      expect(imported).toMatchObject({ managersAdded: ['U0MIKA'] });
    });

    it('refuses an id that Slack does not know', async () => {
      expect(await problemsOf(['U0TEO,associate,,'], directoryOf())).toEqual([
        'Slack knows nobody with the id U0TEO. Check it, or take the line out.',
      ]);
    });

    it('reads the whole list where the file has many people, and asks about who is not in it', async () => {
      const asked: string[] = [];
      const lines = Array.from({ length: 60 }, (_, number) => `U0P${number},associate,,`);
      const listed = lines.slice(1).map((line) => profile(line.split(',')[0] ?? '', 'Somebody'));
      const directory = {
        ...directoryOf(...listed),
        find: async (id: string) => {
          asked.push(id);
          return profile(id, 'A guest');
        },
      };
      await importText(lines, directory);
      expect(asked).toEqual(['U0P0']);
      expect(await everyone()).toHaveLength(60);
    });

    it('finds many addresses in the list, and asks about none of them alone', async () => {
      const people = Array.from({ length: 60 }, (_, number) => ({
        ...profile(`U0P${number}`, 'Somebody'),
        email: `p${number}@moss.test`,
      }));
      const directory = { ...directoryOf(...people), findByEmail: () => Promise.reject('asked') };
      const lines = people.map(({ email }) => `${email.toUpperCase()},associate,,`);
      expect(await problemsOf([...lines, 'nobody@moss.test,,,'], directory)).toEqual([
        'Slack knows nobody here with the address nobody@moss.test. Check it, give the Slack id, or take it out.',
      ]);
      await importText(lines, directory);
      expect((await everyone()).map(({ slackUserId }) => slackUserId)).toContain('U0P59');
    });

    it('refuses a person who has left', async () => {
      const gone = { ...profile('U0TEO', 'Teo'), deactivated: true };
      expect(await problemsOf(['U0TEO,associate,,'], directoryOf(gone))).toEqual([
        'U0TEO has left the Slack workspace. Take the line out.',
      ]);
    });

    it.each([
      ['guest', 'is a guest in Slack, and Ladder is for full members', 'is a guest in Slack'],
      ['visitor', 'belongs to another Slack workspace', 'belongs to another Slack workspace'],
    ] as const)('refuses a %s, as a person and as a manager', async (outside, person, manager) => {
      const someone = { ...profile('U0SOME', 'Some One'), outside };
      const directory = directoryOf(profile('U0TEO', 'Teo'), someone);
      const problems = await problemsOf(['U0SOME,associate,,'], directory);
      expect(problems).toEqual([expect.stringContaining(`U0SOME ${person}`)]);
      expect(await problemsOf(['U0TEO,associate,U0SOME,'], directory)).toEqual([
        expect.stringContaining(`The manager U0SOME ${manager}`),
      ]);
    });

    it('refuses an app as a manager', async () => {
      const bot = { ...profile('U0BOT', 'Bot'), isBot: true };
      const directory = directoryOf(profile('U0TEO', 'Teo'), bot);
      expect(await problemsOf(['U0TEO,associate,U0BOT,'], directory)).toEqual([
        'The manager U0BOT is an app. Give a person.',
      ]);
    });

    it('changes nothing where Slack cannot be asked', async () => {
      const away = { ...directoryOf(), find: () => Promise.reject(new Error('Slack is away')) };
      await expect(importText(['U0TEO,associate,,'], away)).rejects.toThrow('Slack is away');
      expect(await everyone()).toEqual([]);
    });
  });
});
