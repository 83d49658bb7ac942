import type { InputValue } from '../../contract.js';
import { CannotDo } from './cannot-do.js';
import { type Fields, isFields, type SlackOption } from './types.js';

/** The fields of each element type's initial and selected value. */
const kept: Record<string, { initial: string; selected: string; form: Form }> = {
  plain_text_input: { initial: 'initial_value', selected: 'value', form: 'plain' },
  email_text_input: { initial: 'initial_value', selected: 'value', form: 'plain' },
  url_text_input: { initial: 'initial_value', selected: 'value', form: 'plain' },
  number_input: { initial: 'initial_value', selected: 'value', form: 'plain' },
  rich_text_input: { initial: 'initial_value', selected: 'rich_text_value', form: 'richText' },
  datepicker: { initial: 'initial_date', selected: 'selected_date', form: 'plain' },
  timepicker: { initial: 'initial_time', selected: 'selected_time', form: 'plain' },
  datetimepicker: {
    initial: 'initial_date_time',
    selected: 'selected_date_time',
    form: 'number',
  },
  static_select: { initial: 'initial_option', selected: 'selected_option', form: 'option' },
  external_select: { initial: 'initial_option', selected: 'selected_option', form: 'option' },
  radio_buttons: { initial: 'initial_option', selected: 'selected_option', form: 'option' },
  checkboxes: { initial: 'initial_options', selected: 'selected_options', form: 'options' },
  multi_static_select: {
    initial: 'initial_options',
    selected: 'selected_options',
    form: 'options',
  },
  multi_external_select: {
    initial: 'initial_options',
    selected: 'selected_options',
    form: 'options',
  },
  users_select: { initial: 'initial_user', selected: 'selected_user', form: 'plain' },
  channels_select: { initial: 'initial_channel', selected: 'selected_channel', form: 'plain' },
  conversations_select: {
    initial: 'initial_conversation',
    selected: 'selected_conversation',
    form: 'plain',
  },
  multi_users_select: { initial: 'initial_users', selected: 'selected_users', form: 'list' },
  multi_channels_select: {
    initial: 'initial_channels',
    selected: 'selected_channels',
    form: 'list',
  },
  multi_conversations_select: {
    initial: 'initial_conversations',
    selected: 'selected_conversations',
    form: 'list',
  },
  file_input: { initial: 'initial_files', selected: 'files', form: 'files' },
};

type Form = 'plain' | 'number' | 'list' | 'option' | 'options' | 'richText' | 'files';

/** Returns whether an element holds a value: all but buttons and overflow menus. */
export function isStateful(element: Fields): boolean {
  return String(element.type) in kept;
}

/** Returns an element's options without groups. External selects have the loaded ones. */
export function offeredOptions(element: Fields, loaded: SlackOption[] = []): SlackOption[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const grouped = groups.filter(isFields).flatMap((group) => group.options as SlackOption[]);
  const options = Array.isArray(element.options) ? (element.options as SlackOption[]) : [];
  return [...options, ...grouped, ...loaded, ...initialOptions(element)];
}

function initialOptions(element: Fields): SlackOption[] {
  const one = isFields(element.initial_option) ? [element.initial_option as SlackOption] : [];
  const many = Array.isArray(element.initial_options) ? element.initial_options : [];
  return [...one, ...(many as SlackOption[])];
}

/** Returns an element's initial value in the playground's plain form. */
export function initialValue(element: Fields): InputValue {
  const how = kept[String(element.type)];
  const initial = how ? element[how.initial] : undefined;
  if (!how || initial === undefined || initial === null) return null;
  if (how.form === 'option') return (initial as SlackOption).value;
  if (how.form === 'options') return (initial as SlackOption[]).map((one) => one.value);
  if (how.form === 'list') return initial as string[];
  if (how.form === 'richText') return richTextToPlain(initial);
  return String(initial);
}

/**
 * Returns a value in Slack's own form, as in `state.values` and `actions`. Throws if an option
 * doesn't exist or the value has the wrong form.
 */
export function elementValue(element: Fields, given: InputValue, loaded: SlackOption[]): Fields {
  const type = String(element.type);
  const how = kept[type];
  if (!how) return { type };
  return { type, [how.selected]: shaped(how.form, element, given, loaded) };
}

function shaped(form: Form, element: Fields, given: InputValue, loaded: SlackOption[]): unknown {
  const offered = offeredOptions(element, loaded);
  const find = (value: string) => {
    const option = offered.find((one) => one.value === value);
    if (!option) throw new CannotDo(`${element.type} offers no option with the value ${value}`);
    return option;
  };
  if (form === 'options' || form === 'list' || form === 'files') {
    const values = typeof given === 'string' ? [given] : (given ?? []);
    if (form === 'files') return values.map((id) => ({ id }));
    return form === 'list' ? values : values.map(find);
  }
  if (Array.isArray(given)) throw new CannotDo(`${element.type} takes one value, not a list`);
  if (given === null || given === '') return null;
  if (form === 'option') return find(given);
  if (form === 'number') return Number(given);
  if (form === 'richText') return plainToRichText(given);
  return given;
}

function plainToRichText(text: string): Fields {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [section] };
}

function richTextToPlain(value: unknown): string {
  if (Array.isArray(value)) return value.map(richTextToPlain).join('');
  if (!isFields(value)) return '';
  if (typeof value.text === 'string') return value.text;
  return richTextToPlain(value.elements ?? []);
}
