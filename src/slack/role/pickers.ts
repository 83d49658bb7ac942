import type { ActionsBlock, ExternalSelect, PlainTextOption, StaticSelect } from '@slack/types';
import type { Framework } from '../../domain/framework/framework.js';
import { plain } from '../../domain/text/words.js';
import {
  actions,
  button,
  limits,
  option,
  plainText,
  type Surface,
  select,
  sizeOf,
} from '../ui/blocks.js';

/** The value of the option for all competencies; no key has a star. */
export const ALL_COMPETENCIES = '*';

/** The value of the option for the reader's own role; no key has a star. */
export const MY_ROLE = '*';

/** A picker with more JSON than this would crowd a message out: its options are loaded on demand. */
const MOST_CHARACTERS_IN_A_MESSAGE = 1500;

interface PickerInput {
  actionId: string;
  placeholder: string;
  options: PlainTextOption[];
  chosen?: string | undefined;
  surface: Surface;
}

/**
 * A picker of at most 100 options. In a message, long lists are loaded when it is opened: the
 * loader listens for action ids that end in `_load`, see `loadedOptions`.
 */
export function picker(input: PickerInput): StaticSelect | ExternalSelect {
  const { surface, options, actionId, placeholder, chosen } = input;
  if (surface !== 'message' || sizeOf(options) <= MOST_CHARACTERS_IN_A_MESSAGE) {
    return select({ actionId, placeholder, options, chosen });
  }
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'external_select',
    action_id: `${actionId}_load`,
    placeholder: plainText(placeholder),
    min_query_length: 0,
    ...(initial && { initial_option: initial }),
  };
}

/** The block in which somebody picks their own role. */
export function ownRoleRow(framework: Framework, surface: Surface): ActionsBlock {
  const options = roleOptions(framework);
  const placeholder = 'Your role';
  return actions([picker({ actionId: 'me.pick_role', placeholder, options, surface })], 'own_role');
}

/** The way to everything on the ladder. */
export function browseRow(framework: Framework, surface: Surface): ActionsBlock {
  const options = roleOptions(framework);
  return actions(
    [
      picker({ actionId: 'role.pick', placeholder: 'Look at a role', options, surface }),
      button({ text: 'Search', actionId: 'role.search_open' }),
      button({ text: 'About the ladder', actionId: 'role.show:about', value: 'about' }),
      button({ text: 'Help', actionId: 'role.help' }),
    ],
    'overview_more',
  );
}

/** Every role of the ladder, but for one if that is no choice. */
export function roleOptions({ roles }: Framework, except?: string): PlainTextOption[] {
  return roles
    .filter(({ key }) => key !== except)
    .slice(0, limits.selectOptions)
    .map(({ key, title }) => option(title, key));
}

/** What a role can be compared with: the reader's own, then every other. */
export function comparedOptions(framework: Framework, except?: string): PlainTextOption[] {
  const others = roleOptions(framework, except).slice(0, limits.selectOptions - 1);
  return [option('My role', MY_ROLE), ...others];
}

/** "All competencies", then each. */
export function competencyOptions({ competencies }: Framework): PlainTextOption[] {
  return [
    option('All competencies', ALL_COMPETENCIES),
    ...competencies.map(({ key, name }) => option(name, key)),
  ];
}

/** The options that a loading picker shows for what was typed into it; small, so all that contain it. */
export function matchingOptions(options: PlainTextOption[], typed: string): PlainTextOption[] {
  const wanted = plain(typed);
  return options.filter(({ text }) => plain(text.text).includes(wanted));
}
