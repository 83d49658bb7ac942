import type { Block, InputValue, Values } from '../../contract.js';
import { elementValue, initialValue, isStateful } from './input-values.js';
import {
  emptyInputs,
  type Fields,
  type Inputs,
  inputKey,
  isFields,
  type SlackOption,
} from './types.js';

/** One interactive element with its place. */
export interface PlacedElement {
  block: Block;
  blockId: string;
  actionId: string;
  element: Fields;
  /** In an `input` block: the app gets it only at submit, or if dispatch_action is set. */
  isInput: boolean;
}

/** Returns all interactive elements of some blocks, in order. */
export function placedElements(blocks: Block[]): PlacedElement[] {
  return blocks.flatMap((block) =>
    elementsOf(block).map((element) => ({
      block,
      blockId: String(block.block_id ?? ''),
      actionId: String(element.action_id ?? ''),
      element,
      isInput: block.type === 'input',
    })),
  );
}

function elementsOf(block: Block): Fields[] {
  const lists = {
    actions: block.elements,
    context_actions: block.elements,
    section: [block.accessory],
    input: [block.element],
    card: block.actions,
  } as Record<string, unknown>;
  const found = lists[block.type];
  if (!Array.isArray(found)) return [];
  return found.filter(isFields).filter((element) => element.type !== 'image');
}

export function findElement(
  blocks: Block[],
  blockId: string,
  actionId: string,
): PlacedElement | undefined {
  return placedElements(blocks).find((one) => one.blockId === blockId && one.actionId === actionId);
}

/** Fills in missing block_ids and action_ids, as Slack does. */
export function withIds(blocks: Block[], newId: () => string): Block[] {
  const copy = structuredClone(blocks);
  for (const block of copy) {
    block.block_id ??= newId();
    for (const element of elementsOf(block)) element.action_id ??= newId();
  }
  return copy;
}

/** Returns the inputs before anybody types: the initial values. */
export function seedInputs(blocks: Block[]): Inputs {
  const inputs = emptyInputs();
  for (const { blockId, actionId, element } of placedElements(blocks)) {
    if (isStateful(element)) setValue(inputs.values, blockId, actionId, initialValue(element));
  }
  return inputs;
}

/** Returns the inputs after an update: typing survives where block_id, action_id and type stay. */
export function carryInputs(old: Block[], inputs: Inputs, next: Block[]): Inputs {
  const seeded = seedInputs(next);
  for (const { blockId, actionId, element } of placedElements(next)) {
    const before = findElement(old, blockId, actionId);
    const typed = inputs.values[blockId]?.[actionId];
    const key = inputKey(blockId, actionId);
    const loaded = inputs.loaded[key] ?? [];
    if (before?.element.type !== element.type || typed === undefined) continue;
    if (!canHold(element, typed, loaded)) continue;
    setValue(seeded.values, blockId, actionId, typed);
    seeded.loaded[key] = loaded;
  }
  return seeded;
}

export function setValue(
  values: Values,
  blockId: string,
  actionId: string,
  value: InputValue,
): void {
  values[blockId] ??= {};
  values[blockId][actionId] = value;
}

/** Returns whether an element can have this value: an option must still exist. */
function canHold(element: Fields, value: InputValue, loaded: SlackOption[]): boolean {
  try {
    elementValue(element, value, loaded);
    return true;
  } catch {
    return false;
  }
}

/** Stores what a page has typed since its last call. Throws for options that don't exist. */
export function mergeValues(inputs: Inputs, blocks: Block[], values: Values): void {
  for (const [blockId, actions] of Object.entries(values)) {
    for (const [actionId, value] of Object.entries(actions)) {
      const placed = findElement(blocks, blockId, actionId);
      if (!placed || !isStateful(placed.element)) continue;
      elementValue(placed.element, value, inputs.loaded[inputKey(blockId, actionId)] ?? []);
      setValue(inputs.values, blockId, actionId, value);
    }
  }
}

/** Returns `state.values` of a payload: every stateful element, in Slack's own form. */
export function slackState(blocks: Block[], inputs: Inputs): { values: Fields } {
  const values: Record<string, Fields> = {};
  for (const { blockId, actionId, element } of placedElements(blocks)) {
    if (!isStateful(element)) continue;
    const given = inputs.values[blockId]?.[actionId] ?? null;
    const loaded = inputs.loaded[inputKey(blockId, actionId)] ?? [];
    values[blockId] ??= {};
    values[blockId][actionId] = elementValue(element, given, loaded);
  }
  return { values };
}
