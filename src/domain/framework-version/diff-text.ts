import type { Role } from '../framework/framework.js';
import type { ComparedCompetency } from '../role/comparison.js';
import { count } from '../text/count.js';
import type { FrameworkChanges, KeptRole, NamedChanges } from './changes.js';

/** How many people stand on a role of the earlier version; undefined where nobody knows. */
export type PeopleOn = ((roleKey: string) => number) | undefined;

/** What differs between two versions, a line each; empty where nothing does. */
export function diffText(changes: FrameworkChanges, peopleOn: PeopleOn): string {
  const { roles, added, gone, same, competencies, tracks, parts } = changes;
  const lines = [
    ...parts.flatMap((part) => partLines[part]),
    ...namedLines('Track', tracks),
    ...namedLines('Competency', competencies),
    ...tracks.rekeyed.map(
      ({ name, from, to }) => `Track ${name} has another key: ${from} → ${to}.`,
    ),
    ...competencies.rekeyed.map(rekeyedLine),
    ...roles.flatMap((role) => keptLines(role, peopleOn)),
    ...added.map((role) => `New role: ${nameOf(role)}.`),
    ...gone.map((role) => `Gone: ${nameOf(role)}${standing(role.key, peopleOn, 'on it')}.`),
  ];
  if (lines.length === 0) return '';
  const rest = same === 1 ? '1 role is as it was.' : `${same} roles are as they were.`;
  return [...lines, ...(same > 0 ? [rest] : [])].join('\n');
}

const partLines = {
  name: ['The ladder has another name.'],
  about: ['Its page about the group has changed.'],
  scale: ['Its scale has changed; ratings are drawn together with those on the same scale only.'],
  details: ['Aliases, summaries, opportunities, skills or links have changed.'],
} as const;

function nameOf({ title, key }: Role): string {
  return `${title} (${key})`;
}

function namedLines(what: string, { added, gone, renamed }: NamedChanges): string[] {
  return [
    ...added.map((name) => `New ${what.toLowerCase()}: ${name}.`),
    ...gone.map((name) => `${what} gone: ${name}.`),
    ...renamed.map(({ from, to }) => `${what} renamed: ${from} is called ${to}.`),
  ];
}

function rekeyedLine({ name, from, to, by }: NamedChanges['rekeyed'][number]): string {
  const along =
    by === 'was'
      ? 'ratings, notes and actions move along'
      : `ratings, notes and actions don't move along. If it is the same competency, write was: [${from}] below its key`;
  return `Competency ${name} has another key: ${from} → ${to}; ${along}.`;
}

function keptLines(role: KeptRole, peopleOn: PeopleOn): string[] {
  const { before, after, by, rung, facts, competencies } = role;
  const own = facts.map(({ fact, from, to }) => `  ${fact}: ${from || 'none'} → ${to || 'none'}`);
  const moved = rung ? [`  moves from rung ${rung.from} to rung ${rung.to} of its track`] : [];
  const isMoved = rung || facts.some(({ fact }) => fact === 'track');
  const did = by === 'key' ? (isMoved ? 'Moved' : 'Changed') : 'Renamed';
  const head = `${did}: ${nameOf(after)}${standing(before.key, peopleOn, 'on it')}.`;
  const key = by === 'key' ? [] : [`  key: ${before.key} → ${after.key}; ${along(role)}`];
  return [head, ...key, ...own, ...moved, ...competencies.map((one) => `  ${comparedText(one)}`)];
}

function along({ by, before }: KeptRole): string {
  if (by === 'was') return 'people move along';
  return `people don't move along. If it is the same role, write was: [${before.key}] below its key`;
}

function standing(roleKey: string, peopleOn: PeopleOn, where: string): string {
  if (!peopleOn) return '';
  const people = peopleOn(roleKey);
  if (people === 0) return `, nobody stands ${where}`;
  return `, ${count(people, 'person stands', 'people stand')} ${where}`;
}

/** "Execution: 2 new, 1 changed, 1 no longer asked; another definition". */
function comparedText({
  competency,
  definitions,
  added,
  changed,
  dropped,
}: ComparedCompetency): string {
  const counts = [
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
    ...(dropped.length > 0 ? [`${dropped.length} no longer asked`] : []),
  ];
  const reworded = definitions.from === definitions.to ? [] : ['another definition'];
  const parts = [...(counts.length > 0 ? [counts.join(', ')] : []), ...reworded];
  return `${competency.name}: ${parts.join('; ')}`;
}
