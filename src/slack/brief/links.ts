import type { Button } from '@slack/types';
import { type ButtonOptions, button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

export { briefRefusalBlocks } from './refusals.js';

/** Opens a brief in a window. `nth`: where several stand in one block, from 0. */
export function openBriefButton(
  checkInId: string,
  text: string,
  { nth, ...options }: ButtonOptions & { nth?: number } = {},
): Button {
  const actionId = nth === undefined ? actionIds.open : `${actionIds.open}:${nth}`;
  return button({ text, actionId, value: checkInId, ...options });
}
