import type { FrameworkVersion } from '../../../domain/framework/framework.js';
import { competencyLabel, roleLabel } from '../../../domain/role/labels.js';
import { type FrameworkIndex, indexOf } from '../../../domain/role/position.js';
import {
  type SearchGroup,
  type SearchResult,
  searchFramework,
} from '../../../domain/role/search.js';
import {
  actions,
  button,
  context,
  count,
  escapeMrkdwn,
  literalSection,
  type Surface,
} from '../../ui/blocks.js';
import { type Cursor, writeCursor } from '../../ui/cursor.js';
import type { Page } from '../../ui/page.js';
import type { Piece, Section } from '../../ui/sections.js';
import { picker, roleOptions } from '../pickers.js';
import { versionText } from '../words.js';

/** Everything on the ladder that mentions the words, with its role and competency. */
export function searchPage(
  version: FrameworkVersion,
  { words, at }: { words: string; at: Cursor },
  surface: Surface,
): Page {
  const index = indexOf(version.framework);
  const result = searchFramework(index, words);
  const fact = factOf(result, words);
  const pickRole = picker({
    actionId: 'role.pick',
    placeholder: 'Look at a role',
    options: roleOptions(version.framework),
    surface,
  });
  const help = button({ text: 'Help', actionId: 'role.help' });
  const again = button({ text: 'Search again', actionId: 'role.search_open' });
  return {
    title: 'Search the ladder',
    text: escapeMrkdwn(fact),
    head: [literalSection(fact)],
    sections: result.groups.map((group) => sectionOf(index, group)),
    noun: ['place', 'places'],
    pointNoun: ['text', 'texts'],
    foot: [
      actions(surface === 'message' ? [pickRole, again, help] : [pickRole], 'search'),
      context(escapeMrkdwn(versionText(version))),
    ],
    ...(surface === 'modal' && { paging: { at, button: more } }),
    hint: 'Add a word to narrow it down, or press Search again to read all of it in a window.',
  };
}

function more(at: Cursor) {
  return { actionId: `role.search_more:${writeCursor(at)}`, value: writeCursor(at) };
}

/** Plain text: it quotes what a person typed. */
function factOf({ found, groups, nearWords }: SearchResult, words: string): string {
  const quoted = quote(words);
  if (found > 0) {
    const mention = found === 1 ? 'mentions' : 'mention';
    return `${count(found, 'text')} ${mention} ${quoted}, in ${count(groups.length, 'place')}.`;
  }
  const near = nearWords.map((word) => `“${word}”`).join(' or ');
  const hint = near
    ? `Did you mean ${near}?`
    : 'Try fewer words, or another one for the same thing.';
  return `Nothing on the ladder mentions ${quoted}. ${hint}`;
}

/** Quotes a person's own question as plain text, visible to them only; a long text is not repeated. */
export function quote(words: string): string {
  const tidy = words.replace(/\s+/gu, ' ').trim();
  return tidy.length > 0 && tidy.length <= 100 ? `“${tidy}”` : 'that';
}

function sectionOf(index: FrameworkIndex, group: SearchGroup): Section {
  const { role, competency, level, definition, behaviours, opportunities, skills } = group;
  const note = (label: string, texts: string[]): Piece[] =>
    texts.length > 0 ? [{ kind: 'note', label, text: texts.join(', ') }] : [];
  return {
    name: [
      ...(role ? [roleLabel(index, role)] : []),
      ...(competency ? [competencyLabel(index, competency)] : []),
      ...(level === undefined ? [] : [`${level}, which no role asks yet`]),
    ].join(' · '),
    pieces: [
      ...(definition === undefined ? [] : [{ kind: 'lead' as const, text: definition }]),
      ...behaviours.map((text): Piece => ({ kind: 'point', text })),
      ...note('Shows in', opportunities),
      ...note('Skills', skills),
    ],
  };
}
