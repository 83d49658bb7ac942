import type { Draft, DraftCompetency, DraftExpectation, DraftLevel } from './draft.js';
import { identity } from './identity.js';
import type { Ledger } from './ledger.js';
import { orderLevels } from './order-levels.js';

/** More levels are hardly one list. */
const mostShared = 9;
/** Levels are hardly counted further. */
const mostLevel = 10;

/**
 * Gives each competency the levels that roles ask of it, in their order, and moves a text that
 * stands with a level in each role to the level.
 */
export function buildLevels(
  draft: Draft,
  ledger: Ledger,
  chosen: readonly string[] | undefined,
): void {
  const asked = draft.competencies.map((competency) => {
    return { competency, found: askedOf(draft, competency) };
  });
  const names = unique(asked.flatMap(({ found }) => found.map(({ level }) => level ?? '')));
  if (names.length === 0) return;
  if (!chosen && refusePoints(asked, ledger)) return;
  const ordered = orderLevels(names, chosen);
  let open: { names: string[]; found: DraftExpectation[] } | undefined;
  for (const { competency, found } of asked) {
    const own = unique(found.map(({ level }) => level ?? ''));
    const inOrder = ordered?.filter((name) => own.some((one) => identity(one) === identity(name)));
    const sorted = inOrder ?? orderLevels(own, chosen);
    if (!sorted) open ??= { names: own, found };
    competency.levels = (sorted ?? own).map((name) => levelOf(name, found));
  }
  moveTexts(asked);
  if (ordered) shareLevels(draft, ordered);
  const [first] = open?.found ?? [];
  if (!open || !first) return;
  const listed = chosen ? names : open.names;
  const message = chosen
    ? `--levels doesn't name all levels. There are ${listed.join(', ')}.`
    : `The file doesn't say which level comes first. Name them from the lowest: --levels "${listed.join(',')}".`;
  ledger.refuse(first.cell, message);
}

/** Numbers above ten are hardly levels: they are what a level is worth, and a ladder has no points. */
function refusePoints(asked: readonly Asked[], ledger: Ledger): boolean {
  const high = asked.flatMap(({ found }) =>
    found.filter(({ level }) => Number(level) > mostLevel && /^\d+$/u.test(level ?? '')),
  );
  const [first] = high;
  if (!first) return false;
  ledger.refuse(
    first.cell,
    `"${first.level}" looks like points, which a ladder doesn't have: it says in words what each role asks. Leave this table out, or name the levels from the lowest if they are levels: --levels "1,2,3".`,
  );
  return true;
}

/** Levels without texts stand once, if several competencies have them. */
function shareLevels(draft: Draft, ordered: readonly string[]): void {
  const having = draft.competencies.filter(({ levels }) => levels.length > 0);
  const texts = having
    .flatMap(({ levels }) => levels)
    .filter(({ lead, items }) => lead || items.length);
  if (having.length < 2 || texts.length > 0 || ordered.length > mostShared) return;
  const all = having.flatMap(({ levels }) => levels);
  draft.levels = ordered.flatMap(
    (name) => all.find((level) => identity(level.name) === identity(name)) ?? [],
  );
}

function askedOf({ rungs }: Draft, competency: DraftCompetency): DraftExpectation[] {
  return rungs.flatMap(({ expectations }) => {
    const expectation = expectations.get(competency);
    return expectation?.level === undefined ? [] : [expectation];
  });
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const isNew = !seen.has(identity(name));
    seen.add(identity(name));
    return isNew;
  });
}

function levelOf(name: string, found: readonly DraftExpectation[]): DraftLevel {
  const cell = found.find(({ level }) => identity(level) === identity(name))?.cell;
  return { name, lead: '', items: [], cell: cell ?? { text: name, row: 1, column: 0 } };
}

interface Asked {
  competency: DraftCompetency;
  found: readonly DraftExpectation[];
}

/** Texts that are the same wherever a level is asked are the level's, if one is asked twice. */
function moveTexts(asked: readonly Asked[]): void {
  const byLevel = asked.flatMap(({ competency, found }) =>
    competency.levels.map((level) => {
      const asking = found.filter((one) => identity(one.level) === identity(level.name));
      return { level, asking, texts: new Set(asking.map(contentOf)) };
    }),
  );
  const areTheLevels = byLevel.every(({ texts }) => texts.size <= 1);
  if (!areTheLevels || !byLevel.some(({ asking }) => asking.length > 1)) return;
  for (const { level, asking } of byLevel) {
    const [first] = asking;
    if (!first) continue;
    level.lead = first.definition.join('\n\n');
    level.items = first.behaviours;
    for (const expectation of asking) {
      expectation.definition = [];
      expectation.behaviours = [];
    }
  }
}

function contentOf({ definition, behaviours }: DraftExpectation): string {
  return JSON.stringify([definition, behaviours]);
}
