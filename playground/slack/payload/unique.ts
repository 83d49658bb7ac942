import type { Block } from '../../contract.js';
import { placedElements } from '../state/inputs.js';

/** Reasons for ids that are there twice, and for more than one focus. `path` is where the blocks are. */
export function uniqueIds(blocks: Block[], path: string): string[] {
  const reasons: string[] = [];
  const blockIds = new Set<string>();
  let focused = 0;
  for (const [index, block] of blocks.entries()) {
    const id = block.block_id;
    if (id !== undefined && blockIds.has(id)) {
      reasons.push(`${path}[${index}].block_id: ${id} is there twice`);
    }
    if (id !== undefined) blockIds.add(id);
    const actionIds = new Set<string>();
    for (const { element, actionId } of placedElements([block])) {
      if (element.focus_on_load === true) focused += 1;
      if (actionId === '') continue;
      if (actionIds.has(actionId)) {
        reasons.push(`${path}[${index}]: the action_id ${actionId} is there twice`);
      }
      actionIds.add(actionId);
    }
  }
  if (focused > 1) reasons.push(`${path}: focus_on_load is set ${focused} times`);
  return reasons;
}

/** A reason if a message has more of a kind of block than Slack takes. */
export function atMost(blocks: Block[], type: string, most: number): string[] {
  const count = blocks.filter((block) => block.type === type).length;
  return count > most ? [`blocks: ${count} ${type} blocks, at most ${most} a message`] : [];
}
