import { nearestWord } from '../../text/typos.js';
import type { DraftRung, DraftTrack } from './draft.js';
import {
  type Code,
  codeOf,
  craftOf,
  proficiencyOf,
  seniorityOf,
  usualSeniority,
} from './evidence.js';
import { identity } from './identity.js';

/**
 * The order of rungs that a person gives: their names from the lowest, the file's own order, or that
 * none is above another.
 */
export type ChosenOrder = 'as-written' | 'reversed' | 'none' | readonly string[];

/** Rungs in their order, lowest first, and how it was found; or a sentence that asks for it. */
export type Ordered = { rungs: DraftRung[]; how: string } | { problem: string };

/** A comparison of two rungs: below 0 where the first is lower, undefined where nothing says so. */
type Comparison = (one: DraftRung, other: DraftRung) => number | undefined;

/** Puts the rungs of one track in order. `usual` is what the other tracks of the file do. */
export function orderRungs(
  rungs: readonly DraftRung[],
  chosen: ChosenOrder | undefined,
  usual?: 'as written' | 'reversed',
): Ordered {
  if (chosen === 'as-written' || chosen === 'none')
    return { rungs: [...rungs], how: 'as you said' };
  if (chosen === 'reversed') return { rungs: rungs.toReversed(), how: 'as you said' };
  if (chosen) return byNames(rungs, chosen);
  if (rungs.length < 2) return { rungs: [...rungs], how: 'the only one' };
  const strong = pairsOf(rungs, byNumbers);
  const known = strong.known > 0 ? strong : pairsOf(rungs, bySeniority);
  if (known.known > 0 && known.falling === 0) return { rungs: [...rungs], how: 'as written' };
  if (known.known > 0 && known.rising === 0) return { rungs: rungs.toReversed(), how: 'reversed' };
  if (strong.known > 0 && strong.known === strong.all) {
    const sorted = [...rungs].sort((one, other) => byNumbers(one, other) ?? 0);
    return { rungs: sorted, how: 'by their numbers' };
  }
  if (known.known === 0 && usual) {
    return { rungs: usual === 'reversed' ? rungs.toReversed() : [...rungs], how: usual };
  }
  return { problem: question(rungs) };
}

/** Counts the pairs of rungs that stand lowest first, or the other way round. */
function pairsOf(rungs: readonly DraftRung[], compare: Comparison) {
  let [rising, falling, all] = [0, 0, 0];
  rungs.forEach((one, place) => {
    for (const other of rungs.slice(place + 1)) {
      const difference = compare(one, other);
      all += 1;
      if (difference !== undefined && difference < 0) rising += 1;
      if (difference !== undefined && difference > 0) falling += 1;
    }
  });
  return { rising, falling, all, known: rising + falling };
}

function byNumbers(one: DraftRung, other: DraftRung): number | undefined {
  if (one.order !== undefined && other.order !== undefined) return one.order - other.order;
  const levels = compareCodes(codeOf(one.level ?? ''), codeOf(other.level ?? ''));
  if (levels !== undefined) return levels;
  if (one.years && other.years && one.years.from !== other.years.from) {
    return one.years.from - other.years.from;
  }
  return compareCodes(codeOf(one.title), codeOf(other.title));
}

function compareCodes(one: Code | undefined, other: Code | undefined): number | undefined {
  if (!one || !other || one.prefix !== other.prefix || one.number === other.number)
    return undefined;
  return one.number - other.number;
}

function bySeniority(one: DraftRung, other: DraftRung): number | undefined {
  const [first, second] = [heightOf(one, other), heightOf(other, one)];
  return first === undefined || second === undefined ? undefined : first - second;
}

/** A title without a word for its height ("Gardener") is the usual one beside "Senior Gardener". */
function heightOf(rung: DraftRung, beside: DraftRung): number | undefined {
  const own = seniorityOf(rung.title) ?? seniorityOf(rung.level ?? '');
  if (own !== undefined) return own;
  return craftOf(rung.title) === craftOf(beside.title) ? usualSeniority : undefined;
}

function byNames(rungs: readonly DraftRung[], names: readonly string[]): Ordered {
  const places = new Map(names.map((name, place) => [identity(name), place]));
  const placeOf = ({ title, level }: DraftRung) =>
    places.get(identity(title)) ?? places.get(identity(level));
  const missing = rungs.filter((rung) => placeOf(rung) === undefined);
  if (missing.length > 0 && rungs.length > 1) {
    const list = missing.slice(0, 8).map(({ title }) => `"${title}"`);
    return { problem: `--order doesn't name ${list.join(', ')}. Name all rungs, from the lowest.` };
  }
  const sorted = [...rungs].sort((one, other) => (placeOf(one) ?? 0) - (placeOf(other) ?? 0));
  return { rungs: sorted, how: 'as you said' };
}

/** Returns a sentence for each name of --order that is no rung. */
export function unknownNames(rungs: readonly DraftRung[], names: readonly string[]): string[] {
  const known = rungs.flatMap(({ title, level }) => (level ? [title, level] : [title]));
  const ids = new Set(known.map(identity));
  return names.flatMap((name) => {
    if (ids.has(identity(name))) return [];
    const near = nearestWord(name, known);
    const hint = near ? ` Did you mean "${near}"?` : '';
    return [`--order names "${name}", but the file has no such role or level.${hint}`];
  });
}

function question(rungs: readonly DraftRung[]): string {
  const track: DraftTrack | undefined = rungs[0]?.track;
  const names = rungs.map(({ title, level }) => (level && sameTitle(rungs) ? level : title));
  const typed = names.map((name) =>
    /[,;"]/u.test(name) ? `"${name.replaceAll('"', '""')}"` : name,
  );
  const few = typed.length <= 12 ? typed.join(',') : `${typed.slice(0, 3).join(',')},…`;
  const option = /["$`\\]/u.test(few)
    ? `--order '${few.replaceAll("'", "'\\''")}'`
    : `--order "${few}"`;
  const where = track ? ` of ${track.name}` : '';
  if (rungs.every(({ title }) => proficiencyOf(title) !== undefined)) {
    const named = rungs.map(({ title }) => `"${title}"`).join(', ');
    return `${named} are mostly levels of a skill, and no role stands in the file that asks one of them. Add a column for each role that says which level it asks. If they are the rungs themselves, say so: ${option}.`;
  }
  return `The file doesn't say which rung${where} comes first. Name them from the lowest: ${option}. Or say --order as-written where the file begins with the lowest, --order reversed where it ends with it, --order none where none is above another and each is a track of its own.`;
}

function sameTitle(rungs: readonly DraftRung[]): boolean {
  return new Set(rungs.map(({ title }) => identity(title))).size < rungs.length;
}
