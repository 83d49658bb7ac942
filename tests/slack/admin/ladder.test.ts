import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { projectPath } from '../../../src/project-path.js';
import { publishVersion } from '../../../src/services/framework/publishing.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { ladderWithout } from '../../support/renamed-ladder.js';
import { reads } from '../check-in/desk.js';
import { untilModal } from '../conversation/desk.js';

const builtIn = readFileSync(projectPath('ladders', 'business-operations.yaml'), 'utf8');

interface LadderFile {
  roles: { key: string; title: string; was?: string[] }[];
}

/** The built-in ladder after a change. */
function ladderAfter(change: (file: LadderFile) => void): string {
  const file = parse(builtIn) as LadderFile;
  change(file);
  return stringify(file);
}

const withoutAssociate = ladderAfter((file) => {
  file.roles = file.roles.filter(({ key }) => key !== 'associate');
});

let ladder: TestLadder;
const started = async (config: object = { frameworkFile: undefined }, slack = {}) => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z', config, ...slack });
};
beforeEach(() => started());
afterEach(() => ladder.stop());

const db = () => ladder.ladder.context.db;
const ada = () => ladder.as('Ada');
const versions = () => db().frameworkVersion.count();
const standsOn = (roleKey: string) => db().person.count({ where: { roleKey } });

async function openLadder(words: string): Promise<string> {
  await ada().command('/ladder', 'admin');
  await untilModal(ladder, 'Ada', 'This round');
  await ada().click('modal', 'Ladder');
  await untilModal(ladder, 'Ada', words);
  return reads(ada());
}

async function check(file: string | Uint8Array, words: string): Promise<string> {
  await openLadder('The next version is a YAML file');
  await ada().upload('File', file, 'ladder.yaml');
  await ada().submit();
  await untilModal(ladder, 'Ada', words);
  return reads(ada());
}

async function publish(words: string): Promise<string> {
  await ada().submit();
  await untilModal(ladder, 'Ada', words);
  return reads(ada());
}

describe('an admin', () => {
  it('sees which version is in use, since when, and how many stand on it', async () => {
    const text = await openLadder('version 1, in use since');
    expect(text).toContain('published by Ladder');
    expect(text).toMatch(/5 roles, 3 tracks, 5 competencies\. 6 people stand on its roles\./);
  });

  it('publishes a version from a file, once they have seen what it does to whom', async () => {
    const associates = await standsOn('associate');
    expect(associates).toBeGreaterThan(0);
    const shown = await check(withoutAssociate, 'It would be version 2.');
    expect(shown).toMatch(/Gone: .*\(associate\), 1 person stands on it\./);
    expect(shown).toContain('1 person would be without a role, as theirs is gone');
    expect(await versions()).toBe(1);
    expect(await publish('Version 2 is in use.')).toContain('1 person is without a role');
    expect(await versions()).toBe(2);
    const { message } = await ladder.as('Rosa').command('/ladder', 'associate');
    expect(message?.text).not.toContain('Associate');
    const person = await db().person.findFirstOrThrow({ where: { slackUserId: ada().id } });
    const entries = await db().auditLogEntry.findMany({ where: { action: 'ladder_published' } });
    expect(entries).toMatchObject([{ actorId: person.id, before: '1', after: '2' }]);
  });

  it('moves people along with a role that says which key it had', async () => {
    const renamed = ladderAfter(({ roles }) => {
      const role = roles.find(({ key }) => key === 'associate');
      if (role) Object.assign(role, { key: 'junior', was: ['associate'] });
    });
    const before = await standsOn('associate');
    expect(await check(renamed, 'It would be version 2.')).toContain('people move along');
    expect(await publish('Version 2 is in use.')).toContain('moved along to renamed roles');
    expect([await standsOn('associate'), await standsOn('junior')]).toEqual([0, before]);
  });

  it('reads every problem of a file with its line, and nothing is published', async () => {
    const broken = builtIn.replace('format: 1', 'format: 7').replace(/^name: .*$/m, 'nam: x');
    const text = await check(broken, 'so nothing was published');
    expect(text).toMatch(/Line \d+: /);
    await ada().click('modal', 'Check another file');
    await untilModal(ladder, 'Ada', 'The next version is a YAML file');
    expect(await versions()).toBe(1);
  });

  it('is told what a file is that is no ladder', async () => {
    await check(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'Excel workbook or another packed file');
    await check('slack_user_id,role\nU0TEO,senior\n', 'so nothing was published');
    expect(await versions()).toBe(1);
  });

  it('is told that it is the version in use, and has nothing to publish', async () => {
    await check(builtIn, 'This is version 1, which is in use.');
    expect(ada().modal()?.submit).toBeUndefined();
  });

  it('can’t publish a ladder on which nobody would stand', async () => {
    const others = ladderAfter(({ roles }) => {
      for (const role of roles)
        Object.assign(role, { key: `x-${role.key}`, title: `X ${role.title}` });
    });
    await check(others, 'No role that anybody stands on is in this ladder');
    expect(ada().modal()?.submit).toBeUndefined();
    expect(await versions()).toBe(1);
  });

  it('publishes nothing where somebody else has published since', async () => {
    await check(withoutAssociate, 'It would be version 2.');
    const { context, workspace } = ladder.ladder;
    await publishVersion(context, {
      workspaceId: workspace.id,
      framework: ladderWithout('senior'),
    });
    await publish('Somebody else has published version 2 meanwhile');
    expect(await versions()).toBe(2);
  });

  it('who is none any more publishes nothing', async () => {
    await check(withoutAssociate, 'It would be version 2.');
    await db().person.updateMany({ where: { slackUserId: ada().id }, data: { isAdmin: false } });
    await publish('Only admins can do that');
    expect(await versions()).toBe(1);
  });
});

describe('an admin reads what to do', () => {
  it('where the ladder comes from a file', async () => {
    await ladder.stop();
    await started({});
    expect(await openLadder('It comes from a file beside Ladder')).toContain(
      'people stand on its roles',
    );
    expect(ada().modal()?.submit).toBeUndefined();
  });

  it('where Slack lets Ladder read no files', async () => {
    await ladder.stop();
    await started({ frameworkFile: undefined }, { slack: { app: appWithoutFiles } });
    await openLadder('add the scope `files:read`');
    expect(ada().modal()?.submit).toBeUndefined();
  });
});

const appWithoutFiles = {
  commands: [{ command: '/ladder', description: 'Your role and what comes next' }],
  scopes: ['chat:write', 'commands', 'users:read'],
};
