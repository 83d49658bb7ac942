import { gistOf } from '../../../domain/framework/expectations.js';
import type { Competency, FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import { type ComparedCompetency, compareRoles } from '../../../domain/role/comparison.js';
import { indexOf } from '../../../domain/role/position.js';
import { shortTitle } from '../../../domain/role/short-title.js';
import { withoutMarks } from '../../../domain/text/markup.js';
import { type Surface, sizeOf } from '../../ui/blocks.js';
import type { Piece, Section } from '../../ui/sections.js';
import { totalsText } from './comparison-totals.js';

/** A role, and the one or several that it is compared with. */
export interface Compared {
  from: Role;
  to: Role[];
}

/** One competency of a role against several: each of them, or none where neither asks anything. */
interface Row {
  /** With its group in its name where others have the same name. */
  competency: Competency;
  compared: (ComparedCompetency | undefined)[];
  /** A sentence on what each role asks, `from` first; empty where it asks nothing. */
  gists: string[];
}

/** The columns of the table of `comparisonSections`. */
export function comparisonHead(version: FrameworkVersion, { from, to }: Compared): string[] {
  return ['Competency', ...[from, ...to].map((role) => `${shortOf(version, role)} asks`)];
}

/**
 * The two or more roles at a glance: what each asks by definition or, where that stays, what is new;
 * a row for each competency in a message and a section in a window. Then a line each for what is
 * defined alike, and one for all in which nothing differs.
 */
export function comparisonSections(
  version: FrameworkVersion,
  compared: Compared,
  surface: Surface,
): Section[] {
  const rows = rowsOf(version, compared);
  const differing = rows.filter(({ gists }) => new Set(gists).size > 1);
  const alike = rows.filter(({ gists }) => new Set(gists).size === 1);
  const [, ...head] = comparisonHead(version, compared);
  const sections = differing.map(({ competency: { name }, gists }): Section => {
    if (surface === 'message') {
      return { name, pieces: [], row: [name, ...gists.map(withoutMarks)] };
    }
    const asked = head.map((label, nth) => ({ label, text: gists[nth] || '–' }));
    return { name, pieces: asked.map((one): Piece => ({ kind: 'note', ...one })) };
  });
  const same = alike.filter(isSame);
  const line = (row: Row): Piece => ({ kind: 'point', text: alikeText(version, row, compared) });
  const names = same.map(({ competency: { name } }) => name).join(', ');
  const lists: Section[] = [
    { name: 'Defined alike', pieces: alike.filter((row) => !isSame(row)).map(line) },
    { name: 'The same', pieces: names ? [{ kind: 'point', text: names }] : [] },
  ];
  return [...sections, ...lists.filter(({ pieces }) => pieces.length > 0)];
}

function isSame({ compared }: Row): boolean {
  return compared.every(
    (one) => one && one.added.length + one.changed.length + one.dropped.length === 0,
  );
}

/** So much of a message's characters one row of the table may take. */
const MOST_IN_A_ROW = 8000;

/** Returns the roles with which a table has room for whole sentences, at least the first. */
export function rolesThatFit(version: FrameworkVersion, from: Role, to: Role[]): Role[] {
  const fits = (some: Role[]) =>
    rowsOf(version, { from, to: some }).every(({ gists }) => sizeOf(gists) <= MOST_IN_A_ROW);
  let most = Math.min(to.length, 3);
  while (most > 1 && !fits(to.slice(0, most))) most--;
  return to.slice(0, most);
}

function alikeText(version: FrameworkVersion, row: Row, { to }: Compared): string {
  const texts = row.compared.map((one) => (one ? totalsText([one]) : 'nothing asked'));
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return `${row.competency.name}: ${only}`;
  const each = to.map((role, nth) => `${shortOf(version, role)} ${texts[nth] ?? ''}`);
  return `${row.competency.name}: ${each.join('; ')}`;
}

function rowsOf(version: FrameworkVersion, { from, to }: Compared): Row[] {
  const index = indexOf(version.framework);
  const all = to.map((role) => comparedIn(version, from, role));
  return version.framework.competencies.flatMap((competency): Row[] => {
    const compared = all.map((some) => some.find((one) => one.competency.key === competency.key));
    const [called] = compared.flatMap((one) => one?.competency ?? []);
    if (!called) return [];
    const gist = ({ key }: Role) => {
      const expectation = index.expectation(key, competency.key);
      return expectation ? gistOf(expectation) : '';
    };
    const gists = to.map((role, nth) => newText(compared[nth]) ?? gist(role));
    return [{ competency: called, compared, gists: [gist(from), ...gists] }];
  });
}

/** What is new where the definition stays or there is none; undefined where nothing is. */
function newText(compared: ComparedCompetency | undefined): string | undefined {
  const [first, ...more] = compared?.added ?? [];
  if (!compared || !first || compared.definitions.from !== compared.definitions.to)
    return undefined;
  return `New: ${first.text}${more.length > 0 ? ` · and ${more.length} more` : ''}`;
}

export function comparedIn(
  { framework }: FrameworkVersion,
  from: Role,
  to: Role,
): ComparedCompetency[] {
  return compareRoles(indexOf(framework), from, to);
}

export function shortOf({ framework }: FrameworkVersion, role: Role): string {
  return shortTitle(indexOf(framework), role);
}
