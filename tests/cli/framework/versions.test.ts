import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { projectPath } from '../../../src/project-path.js';
import { everyone, type Operator, startOperator } from '../operator.js';

const builtIn = projectPath('ladders', 'business-operations.yaml');

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(async () => {
  await operator.forget();
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
});
afterAll(() => operator.stop());

const run = (...words: string[]) => operator.run('framework', ...words);
const publish = (path: string, ...more: string[]) => run('publish', path, '--yes', ...more);

const competencies = [
  { key: 'plants', name: 'Plants' },
  { key: 'tools', name: 'Tools' },
];
const roles = {
  manager: { key: 'manager', title: 'Gardener', expectations: { plants: ['Waters', 'Weeds'] } },
  senior: { key: 'senior', title: 'Head Gardener', expectations: { tools: ['Sharpens'] } },
  associate: { key: 'associate', title: 'Helper', expectations: { plants: ['Waters'] } },
};

/** Writes a small ladder on which some of the made-up people stand. */
function garden(name: string, all: object[] = Object.values(roles)): string {
  const file = { format: 1, key: 'garden', name: 'Garden Care', competencies, roles: all };
  return operator.write(name, stringify(file));
}

describe('an operator who publishes a ladder', () => {
  it('reads first what differs and how many stand on it, and what came of it after', async () => {
    await publish(garden('one.yaml'));
    const changed = { ...roles.manager, key: 'gardener', was: ['manager'] };
    const moreAsked = { ...roles.senior, expectations: { tools: ['Sharpens', 'Lends'] } };
    const path = garden('two.yaml', [changed, moreAsked]);
    const { code, out } = await publish(path, '--note', 'For the spring', '--by', 'Wren');
    expect({ code, lines: out.split('\n') }).toEqual({
      code: 0,
      lines: [
        'Renamed: Gardener (gardener), 1 person stands on it.',
        '  key: manager → gardener; people move along',
        'Changed: Head Gardener (senior), 1 person stands on it.',
        '  Tools: 1 new',
        'Gone: Helper (associate), 1 person stands on it.',
        'It is version 3 now. Running servers use it within a minute; check-ins that have begun keep theirs.',
        '1 person has moved along to renamed roles.',
        '1 person is told what has changed in their role.',
        '1 person stands on a role that is gone. They are asked to pick one; or set their roles with people import.',
      ],
    });
    const { out: versions } = await run('versions');
    expect(versions.split('\n')).toEqual([
      expect.stringMatching(/^VERSION +PUBLISHED +BY +NOTE$/),
      expect.stringMatching(/^3 +Tue 2 Mar 2027, 10:00 +Wren +For the spring$/),
      expect.stringMatching(/^2 +Tue 2 Mar 2027, 10:00 /),
      expect.stringMatching(/^1 +Tue 2 Mar 2027, 10:00 +Ladder +the built-in ladder$/),
    ]);
    const rosa = await operator.db.person.findFirst({ where: { slackUserId: 'U0ROSA' } });
    expect(rosa?.roleKey).toBe('gardener');
  });

  it('hears that nothing is changed where it is the version in use', async () => {
    expect(await publish(builtIn)).toEqual({
      code: 0,
      out: 'This is version 1, which is in use. Nothing is changed.',
      error: '',
    });
    expect((await run('versions')).out.split('\n')).toHaveLength(2);
  });

  it('is asked for --yes where nobody can be asked, and publishes nothing', async () => {
    const { code, out } = await run('publish', garden('one.yaml'));
    expect(code).toBe(1);
    expect(out).toContain('Nothing is published yet. Add --yes to make it version 2.');
    expect((await run('versions')).out.split('\n')).toHaveLength(2);
  });

  it('is refused where a file is the source, with that reason', async () => {
    operator.environment.FRAMEWORK_FILE = builtIn;
    const { code, error } = await publish(garden('one.yaml'));
    expect(code).toBe(1);
    expect(error).toBe(
      `FRAMEWORK_FILE is set, so the ladder comes from ${builtIn}. Change that file and restart Ladder, or unset FRAMEWORK_FILE to publish by hand. Nothing is changed.`,
    );
  });

  it('is refused a ladder on which nobody would stand, unless that is meant', async () => {
    const path = garden('one.yaml', [{ ...roles.manager, key: 'gardener' }]);
    const { code, error } = await publish(path);
    expect(code).toBe(1);
    expect(error).toMatch(/^No role that anybody stands on is in this ladder: all 6 would be/);
    expect((await publish(path, '--even-if-nobody-stays')).code).toBe(0);
  });

  it('reads the problems of a file with any, and nothing is published', async () => {
    const path = garden('one.yaml', [{ ...roles.manager, was: ['senior'] }, roles.senior]);
    const { code, error } = await publish(path);
    expect(code).toBe(1);
    expect(error).toContain('"senior" is still the key of a role in this file');
    expect((await run('versions')).out.split('\n')).toHaveLength(2);
  });

  it('is refused a note of several lines', async () => {
    const { code, error } = await publish(garden('one.yaml'), '--note', 'one\ntwo');
    expect(code).toBe(2);
    expect(error).toContain('Write it on one line.');
  });
});

describe('an operator who compares ladders', () => {
  it('reads of a role with the same title that people would not move along', async () => {
    const renamed = garden('two.yaml', [{ ...roles.manager, key: 'gardener' }, roles.senior]);
    const { out } = await run('diff', garden('one.yaml'), renamed);
    expect(out.split('\n')).toEqual([
      'Renamed: Gardener (gardener).',
      "  key: manager → gardener; people don't move along. If it is the same role, write was: [manager] below its key",
      'Gone: Helper (associate).',
      '1 role is as it was.',
    ]);
  });

  it('reads of roles that change places', async () => {
    const turned = garden('two.yaml', [roles.senior, roles.manager, roles.associate]);
    const { out } = await run('diff', garden('one.yaml'), turned);
    expect(out).toContain('Moved: Head Gardener (senior).');
    expect(out).toContain('  moves from rung 2 to rung 1 of its track');
  });

  it('reads that two are the same, and that a file is the version in use', async () => {
    expect((await run('diff', builtIn, builtIn)).out).toBe('The two are the same.');
    expect((await run('diff', builtIn)).out).toBe('It is the same as version 1, which is in use.');
  });
});

describe('an operator who looks at a ladder', () => {
  it('reads its tracks and rungs in order, and what is new at each', async () => {
    const { out } = await run('show', garden('one.yaml', [roles.associate, roles.manager]));
    expect(out).toContain('  1. Helper · associate\n     Plants: 1 behaviour');
    expect(out).toContain('  2. Gardener · manager\n     Plants\n       + Weeds');
    expect((await run('show')).out).toContain(
      'Business Operations (business-operations): 3 tracks',
    );
  });

  it('reads the levels of competencies, and that they are what is rated', async () => {
    const { out } = await run('show', projectPath('tests/support/ladders/tea-house-points.yaml'));
    expect(out).toContain('Rated by their levels; competencies without any by the scale: Not yet');
    expect(out).toContain(
      'Guests (guests)\n  0\n  1\n    + Greets within a minute\n    + Remembers tables\n  2\n',
    );
    expect((await run('show', garden('one.yaml'))).out).not.toMatch(/levels/i);
  });

  it('gets hints after a sound file', async () => {
    const path = garden('one.yaml', [
      { ...roles.manager, level: 'G1' },
      { ...roles.senior, level: 'G1' },
    ]);
    const { out } = await run('check', path);
    expect(out.split('\n')).toEqual([
      expect.stringContaining('is a sound framework: Garden Care, with 2 roles'),
      'On 1 of 1 rung everything is new against the rung below: Head Gardener (senior). Where a behaviour carries on, give it the same key or the same words.',
      'Several roles share a level: G1 (2 roles). Whoever types it chooses from a list.',
      'The longest check-in is that of Gardener: 1 page, about 5 minutes.',
    ]);
  });
});
