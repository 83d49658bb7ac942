import type { ModalView } from '@slack/types';
import type { FrameworkVersion } from '../../../domain/framework/framework.js';
import {
  actions,
  button,
  type KnownBlock,
  type Message,
  plainText,
  section,
} from '../../ui/blocks.js';
import type { Cursor } from '../../ui/cursor.js';
import { modal } from '../../ui/modal.js';
import { pageModal } from '../../ui/page.js';
import { searchPage } from './search.js';

export const searchWindow = 'role.search';

/** Where the words are in the state of the search window. */
export const searchField = { block: 'role.search_words', action: 'role.search_words' } as const;

/** So many characters are looked for at most. */
export const mostSearched = 200;

/** The search window: a field, and below it what was found, if something was asked. */
export function searchView(
  version: FrameworkVersion,
  asked: { words: string; at: Cursor } | undefined,
): ModalView {
  const found = asked ? pageModal(searchPage(version, asked, 'modal'), searchWindow).blocks : [];
  return modal({
    callbackId: searchWindow,
    title: 'Search the ladder',
    submit: 'Search',
    blocks: [field(asked?.words ?? ''), ...found],
  });
}

function field(words: string): KnownBlock {
  return {
    type: 'input',
    block_id: searchField.block,
    label: plainText('A word or two that you look for'),
    hint: plainText('For example stakeholders, roadmap, feedback.'),
    element: {
      type: 'plain_text_input',
      action_id: searchField.action,
      max_length: mostSearched,
      placeholder: plainText('feedback'),
      ...(words && { initial_value: words }),
    },
  };
}

/** Asked to search without a word. */
export function searchHint(command: string): Message {
  const fact = `Search for what? Write it behind the command, as in \`${command} search stakeholders\`, or press Search.`;
  const open = button({ text: 'Search', actionId: 'role.search_open', style: 'primary' });
  return { text: fact, blocks: [section(fact), actions([open])] };
}
