import type { PeopleProblem } from '../../domain/person/people-file.js';
import { visible } from '../../domain/text/text.js';
import type { ImportedPerson, PeopleImport, Place } from '../../services/person/index.js';
import { count } from '../table.js';

type Title = (roleKey: string | undefined) => string | undefined;

/** The most lines that are printed; a file can have a hundred thousand. */
const mostLines = 500;

/** Lists every problem with its place, and says that nothing was changed. */
export function problemsText(file: string, problems: readonly PeopleProblem[]): string {
  const lines = problems
    .slice(0, mostLines)
    .map(({ line, message }) => visible(`${file}:${line}: ${message}`));
  const what = count(problems.length, 'problem', 'problems');
  return [
    ...lines,
    ...moreText(problems.length),
    `${what}, so nothing was imported. Mend the file and run it again.`,
  ].join('\n');
}

/** Formats "7 people: 5 new, 2 changed.", and a line for each of these. */
export function importText(
  { people, managersAdded }: Exclude<PeopleImport, { problems: unknown }>,
  title: Title,
): string {
  const fresh = people.filter(({ before }) => before === undefined);
  const changed = people.filter((person) => person.before && changes(person, title).length > 0);
  const same = people.length - fresh.length - changed.length;
  const parts = [
    ...(fresh.length > 0 ? [`${fresh.length} new`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
    ...(same > 0 ? [`${same} as before`] : []),
  ];
  const added =
    managersAdded.length > 0
      ? [`Also added, as managers without a role: ${namesText(managersAdded)}`]
      : [];
  return [
    `${count(people.length, 'person', 'people')}: ${parts.join(', ')}`,
    ...[...fresh, ...changed].slice(0, mostLines).map((person) => personLine(person, title)),
    ...moreText(fresh.length + changed.length),
    ...added,
  ].join('\n');
}

function moreText(count: number): string[] {
  return count > mostLines ? [`… and ${count - mostLines} more`] : [];
}

function personLine(person: ImportedPerson, title: Title): string {
  const { slackUserId, name, before } = person;
  const who = name ? `${slackUserId} ${visible(name)}` : slackUserId;
  return `  ${before ? 'changed' : 'new    '}  ${who}: ${changes(person, title).join('; ') || 'no role'}`;
}

function namesText(ids: readonly string[]): string {
  return [...ids.slice(0, mostLines), ...moreText(ids.length)].join(', ');
}

const nothing: Place = {
  roleKey: undefined,
  managerSlackUserId: undefined,
  inRoleSince: undefined,
};

function changes({ before, after }: ImportedPerson, title: Title): string[] {
  const was = before ?? nothing;
  const change = (what: string, from: string | undefined, to: string | undefined) => {
    if (from === to) return [];
    return from === undefined ? [`${what} ${to}`] : [`${what} ${from} → ${to ?? 'none'}`];
  };
  return [
    ...change('role', title(was.roleKey), title(after.roleKey)),
    ...change('manager', was.managerSlackUserId, after.managerSlackUserId),
    ...change('since', was.inRoleSince, after.inRoleSince),
  ];
}
