import type { Block } from '../../contract.js';
import { placedElements } from '../state/inputs.js';

/** Why a payload is refused, and where. */
export interface Reason {
  /** A JSON path; empty for the payload as a whole. */
  path: string;
  why: string;
}

/** Returns reasons for duplicate ids, and for more than one focus. */
export function uniqueIds(blocks: Block[]): Reason[] {
  const reasons: Reason[] = [];
  const blockIds = new Set<string>();
  let focused = 0;
  for (const [index, block] of blocks.entries()) {
    const path = `blocks[${index}]`;
    const id = block.block_id;
    if (id !== undefined && blockIds.has(id)) {
      reasons.push({ path: `${path}.block_id`, why: `${id} is there twice` });
    }
    if (id !== undefined) blockIds.add(id);
    const actionIds = new Set<string>();
    for (const { element, actionId } of placedElements([block])) {
      if (element.focus_on_load === true) focused += 1;
      if (actionId === '') continue;
      if (actionIds.has(actionId)) {
        reasons.push({ path, why: `the action_id ${actionId} is there twice` });
      }
      actionIds.add(actionId);
    }
  }
  if (focused > 1) reasons.push({ path: 'blocks', why: `focus_on_load is set ${focused} times` });
  return reasons;
}

/** Returns a reason if a message has more blocks of a type than Slack allows. */
export function atMost(blocks: Block[], type: string, most: number): Reason[] {
  const count = blocks.filter((block) => block.type === type).length;
  if (count <= most) return [];
  return [{ path: 'blocks', why: `${count} ${type} blocks, at most ${most} a message` }];
}
