import type { CompetencyLevel, Expectation } from '../framework/expectations.js';
import type { Competency, Framework, RatingPoint, Role } from '../framework/framework.js';
import { grouped } from '../framework/grouped.js';
import { OPTION_LIMIT } from '../framework/schema.js';
import { labelled } from '../role/labels.js';
import { indexOf, trackName } from '../role/position.js';
import { excerpt } from '../text/excerpt.js';

/** One page of a check-in: a competency in which the role asks for something. */
export interface CheckInPage {
  /** With its group in its name where others have the same name. */
  competency: Competency;
  expectation: Expectation;
  /** The competency's own choices where its levels are rated; else the framework's scale counts. */
  scale?: RatingPoint[] | undefined;
}

/** The most pages that a questionnaire shows one by one; of more, those of a group stand together. */
export const mostAlone = 10;

/**
 * Returns the competency pages of a role, in the framework's order; where they are many, those of a
 * group follow each other. The last page follows them; since pages count from 0, its number is the
 * number of competency pages.
 */
export function checkInPages(framework: Framework, role: Role): CheckInPage[] {
  const index = indexOf(framework);
  const pages = index.expectations(role.key).flatMap((expectation): CheckInPage[] => {
    const found = index.competency(expectation.competency);
    if (!found) return [];
    const competency = labelled(index, found);
    const levels = framework.rate === 'levels' ? index.levels(competency.key) : [];
    const scale = levels.map((level) => levelPoint(level, expectation));
    return [{ competency, expectation, ...(scale.length > 0 && { scale }) }];
  });
  if (pages.length <= mostAlone) return pages;
  return [...grouped(pages, ({ competency }) => competency.group).values()].flat();
}

/** A level as a choice: a name like "3" says little without its text, of which a choice has room for a part. */
function levelPoint({ key, name, text }: CompetencyLevel, { level }: Expectation): RatingPoint {
  const meaning = excerpt(text.replace(/\s+/g, ' '), OPTION_LIMIT);
  return { key, label: name, meaning: level?.key === key ? 'What the role asks' : meaning };
}

/** A page number that means the last page of any check-in. */
export const LAST_PAGE = Number.POSITIVE_INFINITY;

/** Returns the nearest existing page, including the last page. */
export function nearestPage(page: number, pages: readonly CheckInPage[]): number {
  return Math.min(Math.max(Math.trunc(page), 0), pages.length);
}

/**
 * A possible answer to what a person wants next: its stored key and its label (at most 75
 * characters).
 */
export interface NextStep {
  key: string;
  label: string;
}

/** Returns the choices: stay, grow, or move to one of the tracks that the role's track leads to. */
export function nextSteps(framework: Framework, role: Role): NextStep[] {
  const track = framework.tracks.find(({ key }) => key === role.track);
  const ahead = framework.tracks.filter(({ key }) => track?.leadsTo.includes(key));
  return [
    { key: 'stay', label: 'Stay in my role for now' },
    { key: 'grow', label: 'Grow along my path' },
    ...ahead.map((track) => ({ key: `move:${track.key}`, label: trackLabel(trackName(track)) })),
  ];
}

/** Track names may be as long as an option, which leaves no room for more words. */
function trackLabel(track: string): string {
  const label = `Move to: ${track}`;
  return label.length <= 75 ? label : track;
}
