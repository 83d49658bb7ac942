import { describe, expect, it } from 'vitest';
import { briefRows } from '../../../src/domain/brief/brief.js';
import type { Framework, Role } from '../../../src/domain/framework/framework.js';
import { openPages } from '../../../src/domain/questionnaire/answers.js';
import { checkInPages, nearestPage, nextSteps } from '../../../src/domain/questionnaire/pages.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { largeFramework } from '../../support/large-framework.js';

const framework = builtInFramework();

function role(key: string): Role {
  const found = framework.roles.find((one) => one.key === key);
  if (!found) throw new Error(`no role ${key}`);
  return found;
}

describe('the pages of a check-in', () => {
  const pages = checkInPages(framework, role('manager'));

  it('are the competencies in the order of the framework', () => {
    expect(pages.map(({ competency }) => competency.key)).toEqual(
      framework.competencies.map(({ key }) => key),
    );
  });

  it('leave out a competency in which the role asks nothing', () => {
    const manager = { ...role('manager') };
    manager.expectations = manager.expectations.filter(({ competency }) => competency !== 'impact');
    const fewer = checkInPages({ ...framework, roles: [manager] }, manager);
    expect(fewer.map(({ competency }) => competency.key)).not.toContain('impact');
  });

  it('are never left for a page that does not exist', () => {
    expect([-3, 0, 2.7, 5, 99].map((page) => nearestPage(page, pages))).toEqual([0, 0, 2, 5, 5]);
  });
});

describe('what a person can want next', () => {
  it('is to stay, to grow, or to move where the path leads', () => {
    expect(nextSteps(framework, role('manager')).map(({ key }) => key)).toEqual([
      'stay',
      'grow',
      'move:ic',
      'move:management',
    ]);
  });

  it('names the paths', () => {
    expect(nextSteps(framework, role('manager')).at(-1)?.label).toBe('Move to: Management path');
  });

  it('is no move where the path leads nowhere else', () => {
    expect(nextSteps(framework, role('team-leader'))).toHaveLength(2);
  });

  it('fits an option even if the path has the longest name', () => {
    const large = largeFramework();
    const labels = large.roles.flatMap((one) => nextSteps(large, one)).map(({ label }) => label);
    expect(Math.max(...labels.map((label) => label.length))).toBeLessThanOrEqual(75);
  });
});

describe('on a ladder that rates levels, the pages of a check-in', () => {
  const levels = ['tries', 'does', 'leads'].map((key) => ({ key, name: key.toUpperCase() }));
  const asked = { competency: 'plants', behaviours: [], opportunities: [], skills: [], links: [] };
  const gardener = {
    ...{ key: 'gardener', title: 'Gardener', track: 'growing', aliases: [] },
    expectations: [
      { ...asked, level: 'does' },
      { ...asked, competency: 'manners', definition: 'Says hello.' },
    ],
  };
  const garden: Framework = {
    ...{ key: 'garden', name: 'Garden', rate: 'levels', scale: framework.scale },
    tracks: [{ key: 'growing', leadsTo: [] }],
    competencies: [
      { key: 'plants', name: 'Plants', aliases: [], levels },
      { key: 'manners', name: 'Manners', aliases: [] },
    ],
    roles: [gardener],
  };
  const [plants, manners] = checkInPages(garden, gardener);
  const rated = (key: string) => ({
    ...{ choice: { kind: 'rating' as const, key }, text: '', editedAt: undefined },
  });

  it('choose among the levels and mark the asked one, else on the scale', () => {
    expect(plants?.scale).toEqual([
      { key: 'tries', label: 'TRIES', meaning: '' },
      { key: 'does', label: 'DOES', meaning: 'What the role asks' },
      { key: 'leads', label: 'LEADS', meaning: '' },
    ]);
    expect(manners?.scale).toBeUndefined();
  });

  it('say what each level means, or how its text begins where a choice has no room for it', () => {
    const long = `Waters the plants, ${'and the neighbours’ plants, '.repeat(5)}by herself.`;
    const texts = ['Waters\nthe plants.', 'Waters them daily.', long];
    const [page] = checkInPages(
      {
        ...garden,
        competencies: garden.competencies.map((one) => ({
          ...one,
          ...(one.key === 'plants' && {
            levels: levels.map((level, nth) => ({ ...level, text: texts[nth] })),
          }),
        })),
      },
      gardener,
    );
    expect(page?.scale).toEqual([
      { key: 'tries', label: 'TRIES', meaning: 'Waters the plants.' },
      { key: 'does', label: 'DOES', meaning: 'What the role asks' },
      {
        ...{ key: 'leads', label: 'LEADS' },
        meaning: 'Waters the plants, and the neighbours’ plants, and the neighbours’ plants,…',
      },
    ]);
  });

  it('are complete with a level, and compared by it in the brief', () => {
    const pages = checkInPages(garden, gardener);
    const self = new Map([
      ['plants', rated('leads')],
      ['manners', rated('meeting')],
    ]);
    const manager = new Map([...self, ['plants', rated('tries')]]);
    expect(openPages(pages, self, garden.scale)).toEqual([]);
    expect(openPages(pages, new Map([['plants', rated('meeting')]]), garden.scale)).toEqual([0, 1]);
    const rows = briefRows({ framework: garden, pages, self, manager });
    expect(rows.map(({ competency, gap, points }) => [competency.key, gap, points])).toEqual([
      ['plants', 2, 3],
      ['manners', 0, undefined],
    ]);
    expect(rows[0]?.self).toMatchObject({ kind: 'rating', label: 'LEADS' });
  });
});
