import { LIMITS } from '../schema.js';
import { findAskedLevels } from './asked-levels.js';
import { cellText } from './cell-text.js';
import { Competencies } from './competencies.js';
import type { Draft, DraftCompetency } from './draft.js';
import { addContent, emptyExpectation } from './expectations.js';
import { identity } from './identity.js';
import type { Ledger } from './ledger.js';
import { buildLevels } from './levels.js';
import { withoutMarks } from './marks.js';
import type { Choices } from './options.js';
import { orderDraft } from './order-draft.js';
import { Rungs } from './rungs.js';
import { dateProblem } from './spreadsheet-dates.js';
import type { Statement } from './statements.js';

/** Makes a ladder of what a spreadsheet says. Problems and hints are in the ledger. */
export function collect(statements: readonly Statement[], ledger: Ledger, choices: Choices): Draft {
  withTracks(statements, ledger);
  tidyNames(statements);
  refuseDates(statements, ledger);
  findAskedLevels(statements, ledger);
  const asList = hasRowForEachBehaviour(statements);
  const rungs = new Rungs(statements, ledger);
  const competencies = new Competencies(statements, ledger);
  const byContent = [
    ...statements.filter(({ content }) => content.length > 0),
    ...statements.filter(({ content }) => content.length === 0),
  ];
  for (const { rung: rungCells, competency: competencyCells, content } of byContent) {
    const create = content.length > 0;
    if (create && !isNamed(rungCells, competencyCells, content, ledger)) continue;
    const rung = rungs.find(rungCells, { create });
    const competency = competencies.find(competencyCells, { create });
    const [first] = content;
    if (!rung || !competency || !first) continue;
    const expectation = rung.expectations.get(competency) ?? emptyExpectation(first.cell);
    rung.expectations.set(competency, expectation);
    addContent(expectation, content, ledger, { asList });
  }
  const draft = {
    ...{ tracks: rungs.tracks, competencies: byGroup(competencies.all) },
    ...{ levels: [], rungs: rungs.rungs },
  };
  if (isTooLarge(draft, ledger)) return draft;
  refuseMissingTracks(draft, ledger);
  buildLevels(draft, ledger, choices.levels);
  return orderDraft(draft, ledger, choices.order);
}

/** Names are shown as they are, so bold and italics leave them; texts keep theirs. */
function tidyNames(statements: readonly Statement[]): void {
  for (const { rung, competency } of statements) {
    const { role, level, track, family } = rung;
    for (const cell of [role, level, track, family, competency.competency, competency.group]) {
      if (cell) cell.text = withoutMarks(cell.text);
    }
  }
}

/** Refuses what a spreadsheet has made a date of, each cell once. */
function refuseDates(statements: readonly Statement[], ledger: Ledger): void {
  const cells = statements.flatMap(({ rung, competency, content }) => [
    ...[...Object.values(rung), ...Object.values(competency)],
    ...content.map(({ cell }) => cell),
  ]);
  for (const cell of new Set(cells)) {
    const problem = dateProblem(cell);
    if (problem) ledger.refuse(cell, problem);
  }
}

/** Whether what is asked has a role and a competency; refuses it otherwise. */
function isNamed(
  rung: Statement['rung'],
  { competency }: Statement['competency'],
  [first]: Statement['content'],
  ledger: Ledger,
): boolean {
  const missing = !(rung.role ?? rung.level) ? 'role' : competency ? undefined : 'competency';
  if (!missing || !first) return true;
  ledger.refuse(
    first.cell,
    `Something is asked here, but no ${missing} stands with it. Fill in the ${missing}, or take this out.`,
  );
  return false;
}

/** Families without tracks are the tracks: a family has tracks of its own. */
function withTracks(statements: readonly Statement[], ledger: Ledger): void {
  if (statements.some(({ rung }) => rung.track) || !statements.some(({ rung }) => rung.family))
    return;
  for (const { rung } of statements) {
    if (rung.family) rung.track = rung.family;
    delete rung.family;
  }
  ledger.hints.push('The families became tracks, because the file has no tracks within them.');
}

/** Whether a table has several rows of one line for the same role and competency. */
function hasRowForEachBehaviour(statements: readonly Statement[]): boolean {
  const seen = new Set<string>();
  return statements.some(({ rung, competency, content }) => {
    const texts = content.filter(({ field }) => field === 'text');
    const lines = texts.filter(({ cell }) => cellText(cell.text).items.length === 0);
    if (lines.length === 0) return false;
    if (lines.length > 1) return true;
    const names = [rung.track, rung.role, rung.level, competency.group, competency.competency];
    const id = names.map((cell) => identity(cell?.text)).join('\n');
    const isThere = seen.has(id);
    seen.add(id);
    return isThere;
  });
}

/** Refuses what no ladder file may hold before the rest is worked out, which would take long. */
function isTooLarge({ rungs, competencies }: Draft, ledger: Ledger): boolean {
  const found = [
    { list: rungs, most: LIMITS.roles.max, what: 'roles' },
    { list: competencies, most: LIMITS.competencies.max, what: 'competencies' },
  ].filter(({ list, most }) => list.length > most);
  for (const { list, most, what } of found) {
    const [first] = list.slice(most);
    if (!first) continue;
    const message = `This is number ${most + 1} of ${list.length} ${what}; a ladder has ${most} at most. If they are something else, say what with --map or --shape.`;
    ledger.refuse(first.cell, message);
  }
  return found.length > 0;
}

/** Puts competencies of the same group together, in the order in which each first appears. */
function byGroup(competencies: readonly DraftCompetency[]): DraftCompetency[] {
  const groups = [...new Set(competencies.map(({ group }) => group))];
  return groups.flatMap((group) => competencies.filter((one) => one.group === group));
}

function refuseMissingTracks({ tracks, rungs }: Draft, ledger: Ledger): void {
  if (tracks.length === 0) return;
  for (const { track, title, cell } of rungs) {
    if (track) continue;
    ledger.refuse(cell, `"${title}" has no track, and other roles have one. Fill in its track.`);
  }
}
