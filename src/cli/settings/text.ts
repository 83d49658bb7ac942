import type { ReplannedCycle } from '../../services/cycle/index.js';
import type { SettingChange } from '../../services/settings/index.js';
import { table } from '../table.js';

/** What a change does to the planned cycles, a line each. */
export function replannedText(
  cycles: readonly ReplannedCycle[],
  { colours }: { colours: boolean },
): string {
  const dates = (one: ReplannedCycle['after']) =>
    one ? `opens ${one.opensOn}, due ${one.dueOn}, review ${one.reviewOn}` : 'none';
  return table(
    cycles,
    [
      { title: 'Cycle', text: ({ name }) => name },
      { title: 'Until now', text: ({ before }) => dates(before) },
      { title: 'From now on', text: ({ after }) => dates(after) },
    ],
    { colours },
  );
}

export function changeText({ key, from, to }: SettingChange): string {
  return from === to ? `${key} is ${to} already.` : `${key}: ${from} → ${to}`;
}
