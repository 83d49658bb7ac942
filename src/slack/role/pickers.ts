import type { ActionsBlock, ExternalSelect, PlainTextOption, StaticSelect } from '@slack/types';
import type { Framework, Role } from '../../domain/framework/framework.js';
import { competencyLabel, roleLabel } from '../../domain/role/labels.js';
import type { Match } from '../../domain/role/match-words.js';
import { matchText } from '../../domain/role/matching.js';
import { indexOf } from '../../domain/role/position.js';
import { cut } from '../../domain/text/text.js';
import { plain } from '../../domain/text/words.js';
import {
  actions,
  button,
  limits,
  option,
  plainText,
  type SelectInput,
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

interface PickerInput extends SelectInput {
  surface: Surface;
}

/**
 * A picker of any number of options. In a message long lists, and anywhere those of more than 100, are
 * loaded when it is opened: the loader listens for action ids that end in `_load`, see `loadedOptions`.
 */
export function picker(input: PickerInput): StaticSelect | ExternalSelect {
  const { surface, options, actionId } = input;
  const isSmall = () => surface !== 'message' || sizeOf(options) <= MOST_CHARACTERS_IN_A_MESSAGE;
  if (options.length <= limits.selectOptions && isSmall()) return select(input);
  return loadingSelect({ ...input, actionId: `${actionId}_load` });
}

/** A picker of any number of options as the field of a form, which keeps its action id. */
export function fieldPicker(input: SelectInput): StaticSelect | ExternalSelect {
  return input.options.length <= limits.selectOptions ? select(input) : loadingSelect(input);
}

function loadingSelect({ actionId, placeholder, options, chosen }: SelectInput): ExternalSelect {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'external_select',
    action_id: actionId,
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

/** The same for a message, whose options are loaded when it is opened: the ladder may be another one then. */
export function ownRoleMenu(): ExternalSelect {
  return loadingSelect({ actionId: 'me.pick_role_load', placeholder: 'Your role', options: [] });
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
export function roleOptions(framework: Framework, except?: string): PlainTextOption[] {
  const index = indexOf(framework);
  return framework.roles
    .filter(({ key }) => key !== except)
    .map((role) => option(cut(roleLabel(index, role), limits.optionText), role.key));
}

/** What a role can be compared with: the reader's own, then every other. */
export function comparedOptions(framework: Framework, except?: string): PlainTextOption[] {
  return [option('My role', MY_ROLE), ...roleOptions(framework, except)];
}

/** "All competencies", then each. */
export function competencyOptions(framework: Framework): PlainTextOption[] {
  const index = indexOf(framework);
  return [
    option('All competencies', ALL_COMPETENCIES),
    ...framework.competencies.map((one) => option(competencyLabel(index, one), one.key)),
  ];
}

/**
 * The options that a loading picker shows for what was typed into it, 100 at most: what a look-up of
 * the same text finds goes first, then what contains it.
 */
export function matchingOptions(
  framework: Framework,
  options: PlainTextOption[],
  typed: string,
): PlainTextOption[] {
  const wanted = plain(typed);
  const found = wanted === '' ? [] : keysFound(matchText(indexOf(framework), typed));
  const first = found.flatMap((key) => options.find(({ value }) => value === key) ?? []);
  const rest = options.filter(
    (one) => !first.includes(one) && plain(one.text.text).includes(wanted),
  );
  return [...first, ...rest].slice(0, limits.selectOptions);
}

function keysFound(match: Match): string[] {
  const keyOf = (role: Role | 'mine') => (role === 'mine' ? MY_ROLE : role.key);
  if (match.kind === 'competency') return [match.competency.key];
  if (match.kind !== 'nearest') return [keyOf(match.role)];
  const { roles, competencies, pairs } = match;
  return [
    ...[...roles, ...competencies].map(({ key }) => key),
    ...new Set(pairs.map(({ role }) => keyOf(role))),
  ];
}
