import type {
  ActionItemResult,
  InputValue,
  LoadOptions,
  OptionsResult,
  SelectOption,
  TakeAction,
} from '../../contract.js';
import type { Core } from '../core.js';
import { checkPayload } from '../payload/index.js';
import { CannotDo } from '../state/cannot-do.js';
import { elementValue, isStateful } from '../state/input-values.js';
import { findElement, mergeValues, type PlacedElement, setValue } from '../state/inputs.js';
import { type Fields, inputKey, isFields, type SlackOption } from '../state/types.js';
import { failureOf } from './failures.js';
import { answerFields, findPlace, type Place, placeFields } from './places.js';
import { hasUnsentChanges, told } from './results.js';

const troubles: Record<string, string> = {
  operation_timeout: 'The app did not respond in time. Try again?',
  dispatch_failed: 'The app could not be reached. Try again?',
};

/** A person presses, chooses or types. */
export async function takeAction(core: Core, given: TakeAction): Promise<ActionItemResult> {
  const place = findPlace(core, given.as, given.container);
  const placed = elementAt(place, given);
  if (given.values) mergeValues(place.inputs, place.blocks, given.values);
  const value = given.value ?? null;
  const shaped = shape(place, placed, value);
  if (isStateful(placed.element)) {
    setValue(place.inputs.values, placed.blockId, placed.actionId, value);
    core.store.changed('seats', given.as);
  }
  if (!isTold(placed, given.trigger ?? 'typing')) return hasUnsentChanges();
  const action = {
    ...shaped,
    type: placed.element.type,
    block_id: placed.blockId,
    action_id: placed.actionId,
    // Real time, as in Slack: it is when the person acted, not when their message was posted.
    action_ts: (Date.now() / 1000).toFixed(6),
  };
  const payload = {
    type: 'block_actions',
    ...placeFields(core, given.as, place),
    ...answerFields(core, given.as, place),
    actions: [action],
  };
  const what = placed.actionId;
  const ack = await core.deliver({ kind: 'block_actions', what, as: given.as, payload });
  const failure = failureOf(ack);
  return told(ack, failure === undefined ? {} : { problem: troubles[failure] ?? failure });
}

/** Asks the app for the options of an external select. */
export async function loadOptions(core: Core, given: LoadOptions): Promise<OptionsResult> {
  const place = findPlace(core, given.as, given.container);
  const { element, blockId, actionId } = elementAt(place, given);
  if (!String(element.type).includes('external_select')) {
    throw new CannotDo(`${actionId} is a ${element.type}: it has its options already.`);
  }
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
  if (given.query.length < least) return { ...hasUnsentChanges(), options: [] };
  const payload = {
    type: 'block_suggestion',
    ...placeFields(core, given.as, place),
    block_id: blockId,
    action_id: actionId,
    value: given.query,
  };
  const ack = await core.deliver({
    kind: 'block_suggestion',
    what: actionId,
    as: given.as,
    payload,
  });
  if (failureOf(ack) !== undefined) return { ...told(ack, { problem: noResults }), options: [] };
  const reasons = checkPayload('options', ack.body);
  if (reasons.length > 0) {
    core.store.refuse('block_suggestion ack', 'invalid_options', reasons);
    return { ...told(ack, { problem: noResults }), options: [] };
  }
  const { options, groups, all } = readSuggestion(ack.body);
  place.inputs.loaded[inputKey(blockId, actionId)] = all;
  return { ...told(ack), options, ...(groups && { groups }) };
}

const noResults = 'Result not loaded.';

function elementAt(place: Place, at: { blockId: string; actionId: string }): PlacedElement {
  const placed = findElement(place.blocks, at.blockId, at.actionId);
  if (!placed) throw new CannotDo(`There is no ${at.actionId} in the block ${at.blockId}.`);
  return placed;
}

/** The value as the action carries it. Throws CannotDo for a value that isn't on offer. */
function shape(place: Place, placed: PlacedElement, value: InputValue): Fields {
  const { element, blockId, actionId } = placed;
  if (element.type === 'button') {
    const { text, value: own, style } = element;
    return {
      text,
      ...(own !== undefined && { value: own }),
      ...(style !== undefined && { style }),
    };
  }
  if (element.type === 'overflow') {
    const { selected_option } = elementValue({ ...element, type: 'static_select' }, value, []);
    return { selected_option };
  }
  return elementValue(element, value, place.inputs.loaded[inputKey(blockId, actionId)] ?? []);
}

/** Whether Slack tells the app now, and not only at submit. */
function isTold({ element, block, isInput }: PlacedElement, trigger: 'typing' | 'enter'): boolean {
  if (isInput && block.dispatch_action !== true) return false;
  const isText = String(element.type).endsWith('_input');
  if (!isText) return true;
  const config = isFields(element.dispatch_action_config) ? element.dispatch_action_config : {};
  const wanted = (config.trigger_actions_on ?? ['on_enter_pressed']) as string[];
  return wanted.includes(trigger === 'typing' ? 'on_character_entered' : 'on_enter_pressed');
}

function readSuggestion(body: unknown) {
  const given = (isFields(body) ? body : {}) as {
    options?: SlackOption[];
    option_groups?: { label: { text: string }; options: SlackOption[] }[];
  };
  const groups = given.option_groups?.map((group) => ({
    label: group.label.text,
    options: group.options.map(plainOption),
  }));
  const all = given.options ?? (given.option_groups ?? []).flatMap((group) => group.options);
  return { options: all.map(plainOption), groups, all };
}

function plainOption({ text, value, description }: SlackOption): SelectOption {
  return { text: text.text, value, ...(description && { description: description.text }) };
}
