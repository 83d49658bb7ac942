import { reasonText } from '../../domain/delivery/reasons.js';
import { count } from '../../domain/text/count.js';
import type { ListedDelivery } from '../../services/delivery/index.js';
import { messageText, personText } from '../reminder/text.js';
import { table } from '../table.js';
import { instantText } from '../time.js';
import { refusalText, stateWords } from './words.js';

interface TextOptions {
  /** The zone of this machine. */
  timeZone: string;
  colours: boolean;
}

/** Messages, a line each, and how many there are in all. */
export function listText(
  { deliveries, total }: { deliveries: readonly ListedDelivery[]; total: number },
  { ids, timeZone, colours }: TextOptions & { ids: ReadonlyMap<string, string> },
): string {
  if (total === 0) return 'There are no such messages.';
  const list = table(
    deliveries,
    [
      { title: 'Id', text: ({ id }) => ids.get(id) ?? id },
      { title: 'Due', text: ({ dueAt }) => instantText(dueAt, timeZone) },
      { title: 'To', text: ({ recipient }) => personText(recipient) },
      { title: 'Message', text: messageText },
      { title: 'Cycle', text: ({ cycleName }) => cycleName ?? '' },
      { title: 'State', text: ({ state }) => state },
      { title: 'Why', text: whyText },
    ],
    { colours },
  );
  const all = count(total, 'message', 'messages');
  const shown =
    deliveries.length < total
      ? `The newest ${deliveries.length} of ${all}; --limit shows more.`
      : `${all}.`;
  return `${list}\n\n${shown} Times are those of ${timeZone}. More about one: ladder deliveries why ID`;
}

/** "invitation for Sora Senior (U0SORA), Q1 2027". */
export function titleText(delivery: ListedDelivery): string {
  const { recipient, cycleName } = delivery;
  const cycle = cycleName === null ? '' : `, ${cycleName}`;
  return `${messageText(delivery)} for ${personText(recipient)}${cycle}`;
}

/** "It was dropped, because their check-in is in." */
export function stateText({ state, reason }: ListedDelivery): string {
  if (state === 'due' && reason !== null) return `It waits: ${refusalText(reason)}.`;
  const because = reason === null ? '' : `, because ${reasonText(reason)}`;
  return `It ${stateWords[state]}${because}.`;
}

function whyText({ state, reason }: ListedDelivery): string {
  if (state === 'due' && reason !== null) return `waits: ${refusalText(reason)}`;
  return reason === null ? '' : reasonText(reason);
}
