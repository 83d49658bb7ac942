import type { Button } from '@slack/types';
import { type BriefRow, growthSentence } from '../../domain/brief/brief.js';
import { promptFor } from '../../domain/brief/prompts.js';
import { grouped } from '../../domain/framework/grouped.js';
import { excerpt } from '../../domain/text/excerpt.js';
import type { Brief } from '../../services/brief/index.js';
import { addNoteButton } from '../check-in/links.js';
import { openRecordButton } from '../conversation/links.js';
import { nextRungButtons } from '../role/links.js';
import {
  actions,
  columns,
  context,
  dayText,
  escapeMrkdwn,
  type KnownBlock,
  said,
  section,
} from '../ui/blocks.js';
import { beginning, type Cursor, isBeginning, pageValue } from '../ui/cursor.js';
import { type Page, pageModal } from '../ui/page.js';
import type { Piece, Section } from '../ui/sections.js';
import { namesOfTwo } from '../ui/text.js';
import { agreementGroups } from './agreements.js';
import { nextRungBlocks, titleBlock } from './blocks.js';
import { actionIds, callbackIds } from './ids.js';
import { briefFact, gapWords, plainNames, promptWords, windowTitle } from './words.js';

/** So much of a text stands beside a strength or a topic; all of it stands below. */
const quotedCharacters = 300;
/** Each competency takes two of a section's ten fields. */
const competenciesInBlock = 5;

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
    foot: [context(growthSentence, 'The two of you read the same; nobody else does.')],
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

/** All that the first page says before the texts in full. */
function glance(brief: Brief): KnownBlock[] {
  return [
    ...strengthBlocks(brief),
    ...topicBlocks(brief),
    ...competencyBlocks(brief),
    ...agreementGroups(brief).flat(),
    ...addedBlocks(brief),
    ...lastPageBlocks(brief),
    ...nextRungBlocks(brief),
    ...buttonRows(brief),
  ];
}

/** The strength that both see, and what each of them has seen of it. */
function strengthBlocks(brief: Brief): KnownBlock[] {
  const { strength: row } = brief;
  if (!row) return [];
  const prompt = promptFor({ kind: 'alike_strong', row }, promptWords(brief));
  return [
    section(
      `*A strength that you both see*\n*${escapeMrkdwn(row.competency.name)}* · ${sides(brief, row)}`,
    ),
    ...quotes(brief, row),
    section(prompt),
  ];
}

/** What to talk about first, with both sides and a question each. */
function topicBlocks(brief: Brief): KnownBlock[] {
  const { topics } = brief;
  if (topics.length === 0) return [];
  const blocks = topics.flatMap((topic, nth) => {
    const { row } = topic;
    const name = `${nth + 1}. *${escapeMrkdwn(row.competency.name)}*`;
    const prompt = promptFor(topic, promptWords(brief));
    return [
      section(`${name}\n${sides(brief, row)}\n${prompt}`),
      ...(topic.kind === 'no_opportunity' ? quotes(brief, row) : []),
    ];
  });
  return [section('*Talk first about*'), ...blocks];
}

/** "both: Exceeding", or each side's rating. Mrkdwn. */
function sides(brief: Brief, row: BriefRow): string {
  const [own, other] = [escapeMrkdwn(row.self.label), escapeMrkdwn(row.manager.label)];
  if (row.gap === 0) return `both: ${own}`;
  const { report, manager } = namesOfTwo(brief);
  return `${report}: ${own} · ${manager}: ${other}`;
}

/** The beginning of what each of the two wrote about it. */
function quotes(brief: Brief, { self, manager, sheet }: BriefRow): KnownBlock[] {
  const names = plainNames(brief);
  const about = sheet === undefined ? '' : ` on ${sheet}`;
  const texts = [
    [names.report, self.text],
    [names.manager, manager.text],
  ] as const;
  return texts.flatMap(([name, text]) =>
    text ? [said(`${name}${about}:`, excerpt(text, quotedCharacters))] : [],
  );
}

/** A row for each competency: its name, and beside it both ratings and how far apart they are. */
function competencyBlocks(brief: Brief): KnownBlock[] {
  const fields = brief.rows.map((row) => {
    const gap = row.gap ? `\n${escapeMrkdwn(gapWords(row, plainNames(brief)))}` : '';
    return [`*${escapeMrkdwn(row.competency.name)}*`, `${sides(brief, row)}${gap}`];
  });
  const blocks: KnownBlock[] = [section('*All competencies*')];
  for (let from = 0; from < fields.length; from += competenciesInBlock) {
    blocks.push(columns(fields.slice(from, from + competenciesInBlock).flat()));
  }
  return blocks;
}

/** What the two said about all of it, in full. */
function lastPageBlocks(brief: Brief): KnownBlock[] {
  const { report, manager } = plainNames(brief);
  const texts = [
    [`What ${report} wants next`, brief.next],
    [`What ${report} needs from ${manager}`, brief.needs],
    [`What ${report} is proud of`, brief.proudOf],
    [`What ${manager} says about all of it`, brief.summary],
  ] as const;
  return texts.flatMap(([title, text]) => (text ? [said(title, text)] : []));
}

/** What the report has added since: the check-in itself stays as it was. */
function addedBlocks(brief: Brief): KnownBlock[] {
  const who = brief.reader === 'report' ? 'You' : plainNames(brief).report;
  return brief.added.map(({ note, addedOn }) => said(`${who} added on ${dayText(addedOn)}`, note));
}

function buttonRows({ reader, checkInId, recordable, heldOn, role, version }: Brief): KnownBlock[] {
  const record = heldOn
    ? openRecordButton(checkInId, 'Open the record')
    : openRecordButton(checkInId, 'Record our conversation', { style: 'primary' });
  const buttons: Button[] = [
    ...(heldOn || recordable ? [record] : []),
    ...(reader === 'report' ? [addNoteButton(checkInId)] : []),
    ...nextRungButtons(version, role, 'What the next rung asks'),
  ];
  return buttons.length > 0 ? [actions(buttons)] : [];
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
