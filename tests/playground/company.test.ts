import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyOf } from '../../playground/company.js';
import { startPlayground } from '../../playground/start.js';
import { managerCircles } from '../../src/domain/person/manager-circles.js';
import { problemKinds } from '../../src/domain/problem/kinds.js';
import { countProblems } from '../../src/services/problem/index.js';
import { builtInFramework } from '../support/built-in-framework.js';

describe('a made-up company', () => {
  it.each([0, 1, 60, 291])(
    'of %d has that many people in teams of seven, under one top',
    (size) => {
      const company = companyOf(size, builtInFramework(), 'U0ADA');
      expect(new Set(company.map(({ id }) => id)).size).toBe(size);
      expect(new Set(company.map(({ name }) => name)).size).toBe(size);
      const reports = new Map<string, number>();
      for (const { manager = '' } of company) reports.set(manager, (reports.get(manager) ?? 0) + 1);
      expect(Math.max(0, ...reports.values())).toBeLessThanOrEqual(7);
      const managers = new Map(company.map(({ id, manager = '' }) => [id, manager]));
      expect(managerCircles(managers, managers.keys())).toEqual([]);
      if (size > 0) expect(reports.get('U0ADA')).toBe(1);
    },
  );
});

describe('the playground with a company', () => {
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  beforeAll(async () => {
    playground = await startPlayground({ port: 0, size: 100 });
  }, 120_000);
  afterAll(() => playground?.stop());

  it('has so many people, and problems of each kind', async () => {
    const { context, workspace } = playground.ladder;
    const people = playground.slack.state().people.filter(({ isBot }) => !isBot);
    expect(people).toHaveLength(100);
    const counts = await countProblems(context, workspace.id);
    for (const kind of problemKinds) expect([kind, counts[kind] > 0]).toEqual([kind, true]);
  });
});
