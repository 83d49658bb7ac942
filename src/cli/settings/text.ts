import { count } from '../../domain/text/count.js';
import type { ReplannedCycle } from '../../services/cycle/index.js';
import type { SettingChange, TotalsChange } from '../../services/settings/index.js';
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

/** What a change does to the messages that cycles send from now on, a line each. */
export function totalsText(
  totals: readonly TotalsChange[],
  { colours }: { colours: boolean },
): string {
  const text = (one: TotalsChange['after']) =>
    one
      ? `${count(one.messages, 'message', 'messages')} to ${count(one.people, 'person', 'people')}`
      : 'none';
  return table(
    totals,
    [
      { title: 'Sends', text: ({ name }) => name },
      { title: 'Until now', text: ({ before }) => text(before) },
      { title: 'From now on', text: ({ after }) => text(after) },
    ],
    { colours },
  );
}

export function changeText({ key, from, to }: SettingChange): string {
  return from === to ? `${key} is ${to} already.` : `${key}: ${from} → ${to}`;
}
