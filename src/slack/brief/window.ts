import { type BriefRow, growthSentence } from '../../domain/brief/brief.js';
import { grouped } from '../../domain/framework/grouped.js';
import type { Brief } from '../../services/brief/index.js';
import { context, section } from '../ui/blocks.js';
import { beginning, type Cursor, isBeginning, pageValue } from '../ui/cursor.js';
import { type Page, pageModal } from '../ui/page.js';
import type { Piece, Section } from '../ui/sections.js';
import { titleBlock } from './blocks.js';
import { glance } from './glance.js';
import { actionIds, callbackIds } from './ids.js';
import { briefFact, plainNames, windowTitle } from './words.js';

/**
 * The brief as a window: on its first page what both see as a strength, what to talk about, all
 * competencies and what was agreed on; then, in pages that begin at `at`, what each of them wrote.
 */
export function briefModal(brief: Brief, at: Cursor = beginning): ReturnType<typeof pageModal> {
  const written = grouped(brief.rows, ({ sheet, competency }) => sheet ?? competency.key);
  const sections = [...written.values()].flatMap(([row]) =>
    row ? writtenSection(brief, row) : [],
  );
  const page: Page = {
    title: windowTitle(brief),
    text: briefFact(brief),
    head: [
      titleBlock(brief),
      ...(isBeginning(at) ? glance(brief) : []),
      ...(sections.length > 0 ? [section('*What each of you wrote*')] : []),
    ],
    sections,
    noun: brief.rows.some(({ sheet }) => sheet)
      ? ['part', 'parts']
      : ['competency', 'competencies'],
    foot: [context(growthSentence, whoReads(brief))],
    paging: {
      at,
      button: (to) => ({
        actionId: `${actionIds.page}:${to === beginning ? 'begin' : 'more'}`,
        value: pageValue.write(brief.checkInId, to),
      }),
    },
  };
  return pageModal(page, callbackIds.brief);
}

function whoReads({ reader, openAbove }: Brief): string {
  if (reader === 'above') {
    return 'You read it as a manager further up. It is written for the two of them, and they see that you have read it.';
  }
  return openAbove
    ? 'The two of you read the same, and managers further up may read it too.'
    : 'The two of you read the same; nobody else does.';
}

/** What the two wrote about a competency, or about those of a sheet; nothing where neither did. */
function writtenSection(brief: Brief, { competency, sheet, self, manager }: BriefRow): Section[] {
  const names = plainNames(brief);
  const notes: [string, string][] = [
    [names.report, self.text],
    [names.manager, manager.text],
  ];
  const pieces = notes.flatMap(([label, text]): Piece[] =>
    text ? [{ kind: 'said', label, text }] : [],
  );
  return pieces.length > 0 ? [{ name: sheet ?? competency.name, pieces }] : [];
}
