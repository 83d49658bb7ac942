import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BriefInput, briefRows } from '../../../src/domain/brief/brief.js';
import { promptsFor } from '../../../src/domain/brief/prompts.js';
import { strengthOf, topicsOf } from '../../../src/domain/brief/topics.js';
import type { Answer, Choice } from '../../../src/domain/questionnaire/answers.js';
import { checkInPages } from '../../../src/domain/questionnaire/pages.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const framework = builtInFramework();
const role = framework.roles[0];
if (!role) throw new Error('the built-in ladder has no role');
const pages = checkInPages(framework, role);
const keys = framework.competencies.map(({ key }) => key);
const [low = '', below = '', middle = '', high = '', highest = ''] = framework.scale.map(
  ({ key }) => key,
);

/** Both sides of the five competencies in the framework's order; "none" is no opportunity yet. */
function sides(...pairs: [string, string][]): BriefInput {
  const answers = (nth: 0 | 1) =>
    new Map(pairs.map((pair, at) => [keys[at] ?? '', answerOf(pair[nth])]));
  return { framework, pages, self: answers(0), manager: answers(1) };
}

function answerOf(key: string): Answer {
  const choice: Choice = key === 'none' ? { kind: 'no_opportunity' } : { kind: 'rating', key };
  return { choice, text: '', editedAt: undefined };
}

const orderOf = (input: BriefInput) =>
  briefRows(input).map(({ competency }) => keys.indexOf(competency.key));

describe('the order in which a brief has its competencies', () => {
  it('has a missing opportunity first, then the biggest gap, then what both see alike', () => {
    const input = sides(
      [middle, middle],
      [middle, below],
      [low, high],
      ['none', middle],
      [high, high],
    );
    expect(orderOf(input)).toEqual([3, 2, 1, 0, 4]);
  });

  it('keeps the framework’s order among equals', () => {
    expect(
      orderOf(sides([low, high], [high, low], [low, low], ['none', low], [low, 'none'])),
    ).toEqual([3, 4, 0, 1, 2]);
  });
});

describe('a gap', () => {
  it('is counted in points of the scale, from the manager’s side', () => {
    const [row] = briefRows(sides([low, highest]));
    expect(row).toMatchObject({ standing: 'manager_higher', gap: -4 });
  });

  it('is none where either had no opportunity', () => {
    for (const pair of [
      ['none', high],
      [high, 'none'],
      ['none', 'none'],
    ] as [string, string][]) {
      expect(briefRows(sides(pair))[0]).toMatchObject({
        standing: 'no_opportunity',
        gap: undefined,
      });
    }
  });

  it('is none where only one was asked', () => {
    const input = sides([high, high]);
    const [row] = briefRows({ ...input, manager: new Map() });
    expect(row).toMatchObject({ standing: 'one_sided', gap: undefined });
  });
});

describe('what to talk about first', () => {
  const kinds = (input: BriefInput) =>
    topicsOf(briefRows(input), framework.scale).map(({ kind }) => kind);

  it('is the three most open points', () => {
    const input = sides([high, low], [low, middle], ['none', low], [low, below], [high, high]);
    expect(kinds(input)).toEqual(['no_opportunity', 'self_higher', 'manager_higher']);
  });

  it('is a weakness and one more where the two see all alike', () => {
    const input = sides(
      [middle, middle],
      [low, low],
      [highest, highest],
      [below, below],
      [middle, middle],
    );
    expect(kinds(input)).toEqual(['alike_low', 'alike_middle']);
  });

  it('leaves out what both see as a strength, even where they differ in it', () => {
    const input = sides([highest, high], [low, below], [low, low], [low, low], [low, low]);
    expect(kinds(input)).toEqual(['manager_higher']);
  });

  it('is everything where there are fewer than three competencies', () => {
    expect(kinds({ ...sides([middle, middle]), pages: pages.slice(0, 1) })).toEqual([
      'alike_middle',
    ]);
  });
});

describe('the strength that both see', () => {
  const strength = (...pairs: [string, string][]) => {
    const row = strengthOf(briefRows(sides(...pairs)), framework.scale);
    return row && keys.indexOf(row.competency.key);
  };

  it('is the highest of what both rate alike', () => {
    expect(strength([high, high], [highest, highest], [low, highest], [middle, middle])).toBe(1);
  });

  it('is one in which they differ where nothing high is rated alike', () => {
    expect(strength([middle, middle], [highest, high], [low, highest])).toBe(1);
  });

  it('is none where one of the two sees none', () => {
    expect(strength([highest, middle], [middle, middle], ['none', highest], [low, low])).toBe(
      undefined,
    );
  });
});

describe('a prompt', () => {
  const words = { report: 'Teo', manager: 'Mika', by: 'June' };
  const prompt = (pair: [string, string]) =>
    promptsFor(
      { strength: undefined, topics: topicsOf(briefRows(sides(pair)), framework.scale) },
      words,
    ).topics[0];

  it('asks the manager what could change a missing opportunity, and by when', () => {
    expect(prompt(['none', high])).toBe(
      'Teo had no opportunity yet. Mika, what could change that by June?',
    );
    expect(prompt([high, 'none'])).toBe(
      'Mika saw no opportunity for Teo yet. Mika, what could change that by June?',
    );
    expect(prompt(['none', 'none'])).toBe(
      'Neither of you saw an opportunity yet. Mika, what could change that by June?',
    );
  });

  it('asks what lies behind a gap, whoever sees more', () => {
    expect(prompt([high, low])).toBe(
      'Teo sees more here than Mika does. What did each of you look at?',
    );
    expect(prompt([low, high])).toBe(
      'Mika sees more here than Teo does. What has Mika noticed that Teo may take for granted?',
    );
  });

  it('is a question, however the two see it', () => {
    for (const pair of [
      [low, low],
      [middle, middle],
    ] as [string, string][]) {
      expect(prompt(pair)).toMatch(/\?$/);
    }
    const [row] = briefRows(sides([high, high]));
    expect(promptsFor({ strength: row, topics: [] }, words).strength).toMatch(/\?$/);
  });
});

describe('whatever the two say', () => {
  const choice = fc.constantFrom(...framework.scale.map(({ key }) => key), 'none');
  const pairs = fc.array(fc.tuple(choice, choice), { minLength: 5, maxLength: 5 });
  const rank = { no_opportunity: 0, self_higher: 1, manager_higher: 1, one_sided: 2, alike: 3 };

  it('no rating is lost', () => {
    fc.assert(
      fc.property(pairs, (said) => {
        const input = sides(...said);
        const rows = briefRows({ ...input, pages: [] });
        const labels = new Map([
          ...framework.scale.map(({ key, label }) => [key, label] as const),
          ['none', 'No opportunity yet'] as const,
        ]);
        const shown = rows.map(({ competency, self, manager }) => [
          competency.key,
          self.label,
          manager.label,
        ]);
        const given = said.map(([self, manager], nth) => [
          keys[nth],
          labels.get(self),
          labels.get(manager),
        ]);
        expect(shown.sort()).toEqual(given.sort());
      }),
    );
  });

  it('missing opportunities come first, then gaps, the biggest before the smaller', () => {
    fc.assert(
      fc.property(pairs, (said) => {
        const rows = briefRows(sides(...said));
        for (const [nth, row] of rows.entries()) {
          const before = rows[nth - 1];
          if (!before) continue;
          expect(rank[before.standing]).toBeLessThanOrEqual(rank[row.standing]);
          if (rank[before.standing] === 1 && rank[row.standing] === 1) {
            expect(Math.abs(before.gap ?? 0)).toBeGreaterThanOrEqual(Math.abs(row.gap ?? 0));
          }
        }
      }),
    );
  });

  it('the same is said the other way round if the two change places', () => {
    const mirrored = {
      self_higher: 'manager_higher',
      manager_higher: 'self_higher',
      no_opportunity: 'no_opportunity',
      one_sided: 'one_sided',
      alike: 'alike',
    };
    fc.assert(
      fc.property(pairs, (said) => {
        const rows = briefRows(sides(...said));
        const turned = briefRows(sides(...said.map(([a, b]): [string, string] => [b, a])));
        expect(turned.map(({ competency }) => competency.key)).toEqual(
          rows.map(({ competency }) => competency.key),
        );
        expect(turned.map(({ standing }) => standing)).toEqual(
          rows.map(({ standing }) => mirrored[standing]),
        );
        expect(turned.map(({ gap }) => gap)).toEqual(
          rows.map(({ gap }) => (gap === undefined ? undefined : 0 - gap)),
        );
      }),
    );
  });

  it('no two topics have the same prompt, nor one that the strength has', () => {
    const words = { report: 'Teo', manager: 'Mika', by: 'June' };
    fc.assert(
      fc.property(pairs, (said) => {
        const rows = briefRows(sides(...said));
        const topics = topicsOf(rows, framework.scale);
        const strength = strengthOf(rows, framework.scale);
        const asked = promptsFor({ strength, topics }, words);
        const prompts = [...(strength ? [asked.strength] : []), ...asked.topics];
        expect(new Set(prompts).size).toBe(prompts.length);
        for (const prompt of prompts) expect(prompt).toMatch(/\?$/);
      }),
    );
  });

  it('one to three different competencies are picked, none of them the strength', () => {
    fc.assert(
      fc.property(pairs, (said) => {
        const rows = briefRows(sides(...said));
        const topics = topicsOf(rows, framework.scale).map(({ row }) => row);
        expect(topics.length).toBeGreaterThan(0);
        expect(topics.length).toBeLessThanOrEqual(3);
        expect(new Set(topics).size).toBe(topics.length);
        expect(topics).not.toContain(strengthOf(rows, framework.scale));
      }),
    );
  });
});
