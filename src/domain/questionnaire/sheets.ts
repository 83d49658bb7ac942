import { grouped } from '../framework/grouped.js';
import { type CheckInPage, mostAlone } from './pages.js';

/**
 * The pages of a questionnaire that one window shows: a single one, or several of a group where the
 * role asks many competencies. Those of several share one text, kept with the first.
 */
export interface Sheet {
  /** The competency's name, or the group's. */
  name: string;
  pages: readonly CheckInPage[];
  /** The number of the first page, from 0. */
  first: number;
}

/** So many menus and expectations are still one window to read. */
const mostTogether = 8;

/** Returns the sheets in the order of the pages: one a page, or one a group where there are many. */
export function sheetsOf(pages: readonly CheckInPage[]): Sheet[] {
  const parts = pages.length > mostAlone ? groupParts(pages) : pages.map(alone);
  let first = 0;
  return parts.map((part) => {
    const sheet = { ...part, first };
    first += part.pages.length;
    return sheet;
  });
}

/** Returns the sheet with this page; undefined for the last page. */
export function sheetAt(pages: readonly CheckInPage[], page: number): Sheet | undefined {
  return sheetsOf(pages).find(({ first, pages: { length } }) => page < first + length);
}

/** Returns the number of the page after a sheet, which may be the last page. */
function pageAfter({ first, pages }: Sheet): number {
  return first + pages.length;
}

/** Returns "2 of 5"; nothing on the last page, which isn't counted. */
export function progress(page: number, pages: readonly CheckInPage[]): string | undefined {
  const sheets = sheetsOf(pages);
  const nth = sheets.findIndex((sheet) => page < pageAfter(sheet));
  return nth < 0 ? undefined : `${nth + 1} of ${sheets.length}`;
}

/** How many minutes a questionnaire takes: one a choice and one a text, to the next five. */
export function minutesFor(pages: readonly CheckInPage[]): number {
  return Math.max(1, Math.ceil((pages.length + sheetsOf(pages).length) / 5)) * 5;
}

function alone(page: CheckInPage) {
  return { name: page.competency.name, pages: [page] };
}

/** Splits larger groups evenly. */
function groupParts(pages: readonly CheckInPage[]) {
  const groups = grouped(pages, ({ competency }) => competency.group);
  const groupless = groups.size > 1 ? 'Other competencies' : 'Competencies';
  return [...groups].flatMap(([group = groupless, asked]) => {
    const parts = Math.ceil(asked.length / mostTogether);
    const size = Math.ceil(asked.length / parts);
    return Array.from({ length: parts }, (_, nth) => {
      const [only, ...more] = asked.slice(nth * size, (nth + 1) * size) as [CheckInPage];
      if (more.length === 0) return alone(only);
      const name = parts > 1 ? `${group} · part ${nth + 1} of ${parts}` : group;
      return { name, pages: [only, ...more] };
    });
  });
}
