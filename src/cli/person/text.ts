import type { PeopleProblem } from '../../domain/person/people-file.js';
import { count } from '../../domain/text/count.js';
import { visible } from '../../domain/text/text.js';
import {
  type ImportedPerson,
  type ImportOutcome,
  isChanged,
  isNew,
  type Place,
} from '../../services/person/index.js';

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
    ...(problems.some(({ hasLeft }) => hasLeft)
      ? ['Add --skip-leavers to go on without the people who have left.']
      : []),
    ...readmitText(problems),
    `${what}, so nothing was imported. Mend the file and run it again.`,
  ].join('\n');
}

/** How to let in those who were erased; the first of them as an example. */
function readmitText(problems: readonly PeopleProblem[]): string[] {
  const id = problems.find(({ erased }) => erased !== undefined)?.erased;
  return id === undefined ? [] : [`people readmit ${id} lets them in again who were erased.`];
}

/** "7 people: 5 new, 2 changed". */
export function factText({ people }: Pick<ImportOutcome, 'people'>): string {
  const fresh = people.filter(isNew).length;
  const changed = people.filter(isChanged).length;
  const same = people.length - fresh - changed;
  const parts = [
    ...(fresh > 0 ? [`${fresh} new`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(same > 0 ? [`${same} as before`] : []),
  ];
  return `${count(people.length, 'person', 'people')}: ${parts.join(', ') || 'nothing to do'}`;
}

/** The numbers, a line for each who is new or changed, and whom the file leaves as they are. */
export function importText(outcome: ImportOutcome, title: Title): string {
  const { people, managersAdded, notInFile, skipped } = outcome;
  const lines = [...people.filter(isNew), ...people.filter(isChanged)];
  const ids = notInFile.map(({ slackUserId, name }) =>
    name ? `${slackUserId} ${visible(name)}` : slackUserId,
  );
  return [
    factText(outcome),
    ...lines.slice(0, mostLines).map((person) => personLine(person, title)),
    ...moreText(lines.length),
    ...listed('Also added, as managers without a role', managersAdded),
    ...listed('Have left Slack, so they were skipped', skipped),
    ...listed('Not in the file, so they stay as they are', ids),
  ].join('\n');
}

function listed(what: string, ids: readonly string[]): string[] {
  return ids.length > 0 ? [`${what}: ${namesText(ids)}`] : [];
}

function moreText(count: number): string[] {
  return count > mostLines ? [`… and ${count - mostLines} more`] : [];
}

function personLine(person: ImportedPerson, title: Title): string {
  const { slackUserId, name, before } = person;
  const who = name ? `${slackUserId} ${visible(name)}` : slackUserId;
  return `  ${before ? 'changed' : 'new    '}  ${who}: ${placeChanges(person, title).join('; ') || 'no role'}`;
}

function namesText(ids: readonly string[]): string {
  return [...ids.slice(0, mostLines), ...moreText(ids.length)].join(', ');
}

const nothing: Place = {
  roleKey: undefined,
  managerSlackUserId: undefined,
  inRoleSince: undefined,
};

/** Formats what changed, each like "role Manager → Senior". */
export function placeChanges(
  { before, after }: Pick<ImportedPerson, 'before' | 'after'>,
  title: Title,
): string[] {
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
