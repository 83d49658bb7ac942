import { count } from '../../domain/text/count.js';
import {
  type CycleOutcome,
  listUnfinished,
  readCycleOutcome,
} from '../../services/completion/index.js';
import { findByName, readCycles } from '../../services/cycle/index.js';
import type { Session } from '../session.js';
import type { Shell } from '../shell.js';
import { peopleTable } from './states.js';

/** How far the people of a cycle came, in numbers, and who did not come to its end. */
export async function showCycle(
  shell: Shell,
  { context, workspace }: Session,
  { name, json }: { name: string; json: boolean },
): Promise<void> {
  const cycle = findByName(await readCycles(context, workspace.id), name);
  const [outcome, unfinished] = await Promise.all([
    readCycleOutcome(context.db, cycle),
    listUnfinished(context, cycle),
  ]);
  if (json) return shell.out(JSON.stringify({ ...outcome, unfinished }, null, 2));
  shell.out(outcomeText(cycle.name, outcome));
  if (unfinished.length > 0) shell.out(`\n${peopleTable(unfinished, shell)}`);
}

function outcomeText(name: string, outcome: CycleOutcome): string {
  const { asked, began, sent, gotView, talked } = outcome;
  if (asked === 0) return `${name}: nobody was asked for a check-in yet.`;
  const people = count(asked, 'person', 'people');
  return `${name}: ${people} asked, ${began} began, ${sent} sent, ${gotView} got a view, ${talked} talked.`;
}
