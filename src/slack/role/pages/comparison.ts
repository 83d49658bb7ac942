import { type AskedBehaviour, gistOf } from '../../../domain/framework/expectations.js';
import type { Competency, FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import { type ComparedCompetency, compareRoles } from '../../../domain/role/comparison.js';
import { shortTitle } from '../../../domain/role/names.js';
import { indexOf } from '../../../domain/role/position.js';
import { withoutMarks } from '../../../domain/text/markup.js';
import { count, type Surface, sizeOf } from '../../ui/blocks.js';
import type { Piece, Section } from '../../ui/sections.js';
import { totalsText } from './comparison-totals.js';

/** A role, and the one or several that it is compared with. */
export interface Compared {
  from: Role;
  to: Role[];
}

/** One competency of a role against several: each of them, or none where neither asks anything. */
interface Row {
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

/** One competency in full, for each of the roles: what is new, what changes, what carries on. */
export function inFullSections(
  version: FrameworkVersion,
  { from, to }: Compared,
  competency: string,
): Section[] {
  return to.flatMap((role) => {
    const one = comparedIn(version, from, role).find((each) => each.competency.key === competency);
    const sections = one ? inFull(version, one, from, role) : [];
    if (to.length === 1) return sections;
    const short = shortOf(version, role);
    return sections.map(({ name, pieces }) => ({ name: `${short} · ${name}`, pieces }));
  });
}

function inFull(
  version: FrameworkVersion,
  { definitions, carried, changed, added, dropped }: ComparedCompetency,
  from: Role,
  to: Role,
): Section[] {
  const definition = ((): Section => {
    const name = 'By definition';
    if (definitions.from + definitions.to === '') return { name, pieces: [] };
    if (definitions.from === definitions.to) {
      return { name: `${name}, the same`, pieces: [{ kind: 'lead', text: definitions.to }] };
    }
    if (definitions.from && definitions.to) {
      return {
        name,
        pieces: [{ kind: 'change', before: definitions.from, text: definitions.to }],
      };
    }
    const role = definitions.to ? to : from;
    const label = `Only ${shortOf(version, role)}`;
    return { name, pieces: [{ kind: 'note', label, text: definitions.to || definitions.from }] };
  })();
  const point = ({ text }: { text: string }): Piece => ({ kind: 'point', text });
  const lists: Section[] = [
    { name: 'New', pieces: added.map(point) },
    {
      name: 'Changed',
      pieces: changed.map(({ from, to }): Piece => {
        return { kind: 'change', before: from.text, text: to.text };
      }),
    },
    { name: 'Carries on', pieces: carriedPieces(carried) },
    { name: `Only at ${shortOf(version, from)}`, pieces: dropped.map(point) },
  ];
  return [definition, ...lists].filter(({ pieces }) => pieces.length > 0);
}

/** What is written for the role again; what adds up by itself is only counted. */
function carriedPieces(carried: AskedBehaviour[]): Piece[] {
  const own = carried.filter(({ from }) => from === 'role');
  const added = carried.length - own.length;
  const more = own.length > 0 ? 'more behaviour' : 'behaviour';
  return [
    ...own.map(({ text }): Piece => ({ kind: 'point', text })),
    ...(added > 0 ? [{ kind: 'point', text: `${count(added, more)}, as before` } as const] : []),
  ];
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
    const compared = all.map((some) => some.find((one) => one.competency === competency));
    if (compared.every((one) => one === undefined)) return [];
    const gist = ({ key }: Role) => {
      const expectation = index.expectation(key, competency.key);
      return expectation ? gistOf(expectation) : '';
    };
    const gists = to.map((role, nth) => newText(compared[nth]) ?? gist(role));
    return [{ competency, compared, gists: [gist(from), ...gists] }];
  });
}

/** What is new where the definition stays or there is none; undefined where nothing is. */
function newText(compared: ComparedCompetency | undefined): string | undefined {
  const [first, ...more] = compared?.added ?? [];
  if (!compared || !first || compared.definitions.from !== compared.definitions.to)
    return undefined;
  return `New: ${first.text}${more.length > 0 ? ` · and ${more.length} more` : ''}`;
}

function comparedIn({ framework }: FrameworkVersion, from: Role, to: Role): ComparedCompetency[] {
  return compareRoles(indexOf(framework), from, to);
}

function shortOf({ framework }: FrameworkVersion, role: Role): string {
  return shortTitle(indexOf(framework), role);
}
