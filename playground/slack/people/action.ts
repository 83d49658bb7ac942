import type {
  ActionResult,
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
import { dispatched, notDispatched } from './results.js';

const problems: Record<string, string> = {
  operation_timeout: 'The app did not respond in time. Try again?',
  dispatch_failed: 'The app could not be reached. Try again?',
};

/** Lets a person press, choose or type. */
export async function takeAction(core: Core, request: TakeAction): Promise<ActionResult> {
  const place = findPlace(core, request.as, request.container);
  const placed = elementAt(place, request);
  if (request.values) mergeValues(place.inputs, place.blocks, request.values);
  const value = request.value ?? null;
  const shaped = shape(place, placed, value);
  if (isStateful(placed.element)) {
    setValue(place.inputs.values, placed.blockId, placed.actionId, value);
    core.store.changed('seats', request.as);
  }
  if (!isDispatched(placed, request.trigger ?? 'typing')) return notDispatched();
  const action = {
    ...shaped,
    type: placed.element.type,
    block_id: placed.blockId,
    action_id: placed.actionId,
    // Real time, as in Slack: the time of the action, not of the message.
    action_ts: (Date.now() / 1000).toFixed(6),
  };
  const payload = {
    type: 'block_actions',
    ...placeFields(core, request.as, place),
    ...answerFields(core, request.as, place),
    actions: [action],
  };
  const what = placed.actionId;
  const ack = await core.deliver({ kind: 'block_actions', what, as: request.as, payload });
  const failure = failureOf(ack);
  return dispatched(ack, failure === undefined ? {} : { problem: problems[failure] ?? failure });
}

/** Requests the options of an external select from the app. */
export async function loadOptions(core: Core, request: LoadOptions): Promise<OptionsResult> {
  const place = findPlace(core, request.as, request.container);
  const { element, blockId, actionId } = elementAt(place, request);
  if (!String(element.type).includes('external_select')) {
    throw new CannotDo(`${actionId} is a ${element.type}: it has its options already.`);
  }
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
  if (request.query.length < least) return { ...notDispatched(), options: [] };
  const payload = {
    type: 'block_suggestion',
    ...placeFields(core, request.as, place),
    block_id: blockId,
    action_id: actionId,
    value: request.query,
  };
  const ack = await core.deliver({
    kind: 'block_suggestion',
    what: actionId,
    as: request.as,
    payload,
  });
  if (failureOf(ack) !== undefined)
    return { ...dispatched(ack, { problem: noResults }), options: [] };
  const reasons = checkPayload('options', ack.body);
  if (reasons.length > 0) {
    core.store.refuse('block_suggestion ack', 'invalid_options', reasons);
    return { ...dispatched(ack, { problem: noResults }), options: [] };
  }
  const { options, groups, all } = readSuggestion(ack.body);
  place.inputs.loaded[inputKey(blockId, actionId)] = all;
  return { ...dispatched(ack), options, ...(groups && { groups }) };
}

const noResults = 'Result not loaded.';

function elementAt(place: Place, at: { blockId: string; actionId: string }): PlacedElement {
  const placed = findElement(place.blocks, at.blockId, at.actionId);
  if (!placed) throw new CannotDo(`There is no ${at.actionId} in the block ${at.blockId}.`);
  return placed;
}

/**
 * Returns the value as the action contains it. Throws CannotDo for a value that isn't an option.
 */
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

/** Returns whether Slack sends the action to the app now, and not only at submit. */
function isDispatched(
  { element, block, isInput }: PlacedElement,
  trigger: 'typing' | 'enter',
): boolean {
  if (isInput && block.dispatch_action !== true) return false;
  const isText = String(element.type).endsWith('_input');
  if (!isText) return true;
  const config = isFields(element.dispatch_action_config) ? element.dispatch_action_config : {};
  const wanted = (config.trigger_actions_on ?? ['on_enter_pressed']) as string[];
  return wanted.includes(trigger === 'typing' ? 'on_character_entered' : 'on_enter_pressed');
}

function readSuggestion(body: unknown) {
  const answer = (isFields(body) ? body : {}) as {
    options?: SlackOption[];
    option_groups?: { label: { text: string }; options: SlackOption[] }[];
  };
  const groups = answer.option_groups?.map((group) => ({
    label: group.label.text,
    options: group.options.map(plainOption),
  }));
  const all = answer.options ?? (answer.option_groups ?? []).flatMap((group) => group.options);
  return { options: all.map(plainOption), groups, all };
}

function plainOption({ text, value, description }: SlackOption): SelectOption {
  return { text: text.text, value, ...(description && { description: description.text }) };
}
