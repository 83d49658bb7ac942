import type { Button } from '@slack/types';
import type { ActionItem } from '../../services/action-item/index.js';
import {
  actions as actionRow,
  button,
  context,
  count,
  escapeMrkdwn,
  type KnownBlock,
  section,
  sizeOf,
} from '../ui/blocks.js';
import { actionIds, rowId } from './ids.js';
import { ownerWords, whatWords, whenText } from './words.js';

export interface ActionItemBlocksOptions {
  /** The reader's Slack user id. */
  reader: string;
  /** Names of competencies by their keys. */
  competencies: readonly { key: string; name: string }[];
  /** Whether there are buttons below each open action. */
  buttons?: boolean;
}

/** One action with its day, whose it is and, while it is open, its buttons. Three blocks at most. */
export function actionItemBlocks(
  action: ActionItem,
  options: ActionItemBlocksOptions,
): KnownBlock[] {
  const { reader, competencies, buttons = true } = options;
  const competency = competencies.find(({ key }) => key === action.competencyKey)?.name;
  const facts = [
    whenText(action),
    ownerWords(action, reader),
    ...(competency ? [escapeMrkdwn(competency)] : []),
    ...(action.timesRescheduled > 0 ? [`moved ${count(action.timesRescheduled, 'time')}`] : []),
  ];
  const reason = action.reason ? [`Reason: ${escapeMrkdwn(action.reason)}`] : [];
  const blocks = [section(whatWords(action)), context(facts.join(' · '), ...reason)];
  if (!buttons || action.state !== 'open') return blocks;
  return [...blocks, actionRow(changeButtons(action), rowId(action.id))];
}

/**
 * Done, Move, Drop. Their labels for screen readers contain the day, since several such rows may be
 * in one message.
 */
export function changeButtons(action: ActionItem): Button[] {
  const { id } = action;
  const which = `the action ${whenText(action)}`;
  return [
    button({ text: 'Done', actionId: actionIds.done, value: id, label: `Done: ${which}` }),
    button({ text: 'Move', actionId: actionIds.move, value: id, label: `Move ${which}` }),
    button({ text: 'Drop', actionId: actionIds.drop, value: id, label: `Drop ${which}` }),
  ];
}

export interface FittingOptions extends ActionItemBlocksOptions {
  /** How many actions at most. */
  most: number;
  /** How many characters of JSON at most. */
  characters?: number;
}

/** As many whole actions as there is room for, the first ones first, and how many more there are. */
export function fittingActionItems(
  list: readonly ActionItem[],
  { most, characters = Number.POSITIVE_INFINITY, ...options }: FittingOptions,
): { blocks: KnownBlock[]; more: number } {
  const blocks: KnownBlock[] = [];
  let shown = 0;
  let size = 0;
  for (const action of list.slice(0, most)) {
    const next = actionItemBlocks(action, options);
    size += sizeOf(next);
    if (size > characters) break;
    blocks.push(...next);
    shown += 1;
  }
  return { blocks, more: list.length - shown };
}
