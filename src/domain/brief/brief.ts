import type { Competency, Framework } from '../framework/framework.js';
import { type Answer, textOf } from '../questionnaire/answers.js';
import type { CheckInPage } from '../questionnaire/pages.js';
import { type Sheet, sheetsOf } from '../questionnaire/sheets.js';
import { isBlank } from '../text/text.js';
import { type BriefSide, compare, type Standing, sideOf } from './sides.js';

/** One competency in a brief. */
export interface BriefRow {
  competency: Pick<Competency, 'key' | 'name'>;
  self: BriefSide;
  manager: BriefSide;
  standing: Standing;
  /**
   * How many points of the scale the report's rating is above the manager's, negative if below;
   * undefined if they can't be compared.
   */
  gap: number | undefined;
  /** The name of the sheet whose competencies share the texts; undefined where the texts are its own. */
  sheet?: string | undefined;
  /** How many points its own scale has; undefined where it is rated on the framework's. */
  points?: number | undefined;
}

export interface BriefInput {
  framework: Pick<Framework, 'competencies' | 'scale'>;
  /** The competency pages that both answered. */
  pages: readonly CheckInPage[];
  /** By competency key. */
  self: ReadonlyMap<string, Answer>;
  manager: ReadonlyMap<string, Answer>;
}

export const growthSentence = 'This is about growth. It is no pay or promotion decision.';

/**
 * Returns one row for each competency, in the order in which to talk about them: "No opportunity
 * yet" first, then the biggest gaps, then what both rate alike; otherwise in the framework's order.
 * A competency with an answer from either of the two is never left out.
 */
export function briefRows({ framework, pages, self, manager }: BriefInput): BriefRow[] {
  const asked = new Set(pages.map(({ competency }) => competency.key));
  const own = new Map(pages.map(({ competency, scale }) => [competency.key, scale]));
  const shared = new Map(
    sheetsOf(pages)
      .filter((sheet) => sheet.pages.length > 1 && sharesText(sheet, [self, manager]))
      .flatMap((sheet) => sheet.pages.map(({ competency }) => [competency.key, sheet] as const)),
  );
  return framework.competencies
    .filter(({ key }) => asked.has(key) || self.has(key) || manager.has(key))
    .map(({ key, name }) => {
      const scale = own.get(key);
      const sheet = shared.get(key);
      const side = (answers: ReadonlyMap<string, Answer>) => {
        const { text, ...rated } = sideOf(answers.get(key), scale ?? framework.scale);
        return { ...rated, text: sheet ? textOf(sheet, answers) : text };
      };
      const sides = { self: side(self), manager: side(manager) };
      const compared = compare(sides.self, sides.manager);
      return {
        competency: { key, name },
        ...sides,
        ...compared,
        ...(sheet && { sheet: sheet.name }),
        ...(scale && { points: scale.length }),
      };
    })
    .sort((one, other) => rank(one) - rank(other) || size(other) - size(one));
}

/** Whether nobody wrote about a single competency of the sheet, but for the first, which has the text of all. */
function sharesText({ pages }: Sheet, sides: ReadonlyMap<string, Answer>[]): boolean {
  const others = pages.slice(1).map(({ competency }) => competency.key);
  return sides.every((answers) => others.every((key) => isBlank(answers.get(key)?.text ?? '')));
}

function rank({ standing }: BriefRow): number {
  return { no_opportunity: 0, self_higher: 1, manager_higher: 1, one_sided: 2, alike: 3 }[standing];
}

export function size({ gap = 0 }: BriefRow): number {
  return Math.abs(gap);
}
