import type { Block, Message, View } from '../../contract.js';
import { offeredOptions } from '../state/input-values.js';
import { type PlacedElement, placedElements } from '../state/inputs.js';
import { type Fields, isFields, type SlackOption } from '../state/types.js';

/** Selects one of several equal names. */
export interface Which {
  blockId?: string;
  /** 0 for the first. */
  nth?: number;
}

/**
 * Finds an element by its action_id, its button text or accessibility label, the label of its input
 * block, its block_id or its placeholder, in this order. Throws an Error that lists all elements.
 */
export function findByName(blocks: Block[], name: string, which: Which = {}): PlacedElement {
  const all = placedElements(blocks).filter(
    (one) => which.blockId === undefined || one.blockId === which.blockId,
  );
  for (const nameOf of ways) {
    const found = all.filter((one) => nameOf(one) === name);
    const wanted = found[which.nth ?? 0];
    if (wanted) return wanted;
  }
  const there = all.map((one) => textOf(one.element.text) ?? one.actionId).join(' · ');
  throw new Error(
    `There is no "${name}"${which.nth ? ` number ${which.nth}` : ''}. There is: ${there}`,
  );
}

const ways: ((one: PlacedElement) => string | undefined)[] = [
  (one) => one.actionId,
  (one) => textOf(one.element.text),
  (one) => one.element.accessibility_label as string | undefined,
  (one) => textOf(one.block.label),
  (one) => one.blockId,
  (one) => textOf(one.element.placeholder),
];

/** Returns the value of an option, found by value or visible text. Throws if there is none. */
export function optionValue(element: Fields, loaded: SlackOption[], given: string): string {
  const offered = offeredOptions(element, loaded);
  const byValue = offered.find((one) => one.value === given);
  const found = byValue ?? offered.find((one) => one.text.text === given);
  if (found) return found.value;
  const there = offered.map((one) => one.text.text).join(' · ');
  throw new Error(`There is no option "${given}". There is: ${there}`);
}

/** Returns the visible text of a message or view, one line for each text. */
export function visibleText(what: Message | View): string {
  const title = 'title' in what && what.title !== undefined ? [what.title] : [];
  const inBlocks = what.blocks.flatMap((block) => textsIn(block));
  const text = 'text' in what && what.blocks.length === 0 ? [what.text] : [];
  const errors = 'errors' in what ? Object.values(what.errors) : [];
  const failure = 'failure' in what && what.failure !== undefined ? [what.failure] : [];
  return [...title, ...failure, ...text, ...inBlocks, ...errors].join('\n');
}

/** The fields of blocks with visible text; a confirm dialog is shown when pressed. */
const shown = new Set(
  ['text', 'fields', 'accessory', 'elements', 'element', 'label', 'hint', 'placeholder'].concat(
    ['options', 'option_groups', 'description', 'rows', 'title', 'subtitle', 'body', 'actions'],
    ['alt_text', 'chart', 'segments', 'series', 'data', 'name'],
  ),
);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isFields(value)) return [];
  if (value.type === 'rich_text_section') return [richLine(value)];
  return Object.entries(value)
    .filter(([key]) => shown.has(key))
    .flatMap(([, inner]) => textsIn(inner))
    .filter((text) => text !== '');
}

function richLine(section: Fields): string {
  const elements = (section.elements ?? []) as Fields[];
  const read = (one: Fields) => one.text ?? one.url ?? one.name ?? one.fallback ?? one.user_id;
  return elements.map((one) => String(read(one) ?? '')).join('');
}

function textOf(value: unknown): string | undefined {
  return isFields(value) && typeof value.text === 'string' ? value.text : undefined;
}
