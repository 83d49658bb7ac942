import { csvText } from '../../domain/text/csv-writing.js';
import { type CycleStatus, readStatus, type StatusState } from '../../services/completion/index.js';
import type { Session } from '../session.js';
import type { Shell } from '../shell.js';
import { userName } from '../user-name.js';
import { peopleTable, stateText } from './states.js';

export interface StatusOptions {
  csv?: boolean;
  json?: boolean;
}

/** Prints the people of a cycle who have something left to do or to get. */
export async function showStatus(
  shell: Shell,
  { context, workspace }: Session,
  { name, csv, json }: StatusOptions & { name: string | undefined },
): Promise<void> {
  const by = { operator: userName() };
  const status = await readStatus(context, { workspaceId: workspace.id, by, cycleName: name });
  if (json) return shell.out(JSON.stringify(status, null, 2));
  if (csv) return shell.out(csvText(csvRows(status)).trimEnd());
  shell.out(factText(status));
  const open = status.people.filter(({ state }) => isOpen(state));
  if (open.length > 0) shell.out(`\n${peopleTable(open, shell)}`);
}

function isOpen(state: StatusState): boolean {
  return state === 'not_begun' || state === 'not_sent' || state === 'waits_for_view';
}

function factText({ cycle, counts }: CycleStatus): string {
  const states = Object.keys(stateText) as StatusState[];
  const parts = states.map((state) => `${counts[state]} ${stateText[state]}`);
  return `${cycle.name}, review on ${cycle.reviewOn}: ${parts.join(', ')}.`;
}

function csvRows({ people }: CycleStatus): string[][] {
  const rows = people.map(({ name, slackUserId, manager = '', state }) => [
    ...[name, slackUserId, manager],
    stateText[state],
  ]);
  return [['name', 'slack_user_id', 'manager', 'state'], ...rows];
}
