import type { BriefRow } from '../../domain/brief/brief.js';
import { promptsFor } from '../../domain/brief/prompts.js';
import { excerpt } from '../../domain/text/excerpt.js';
import type { Brief } from '../../services/brief/index.js';
import { escapeMrkdwn, type KnownBlock, said, section } from '../ui/blocks.js';
import { namesOfTwo } from '../ui/text.js';
import { plainNames, promptWords } from './words.js';

/** So much of a text stands beside a strength or a topic; all of it stands below. */
const quotedCharacters = 300;

/** The strength that both see, and what each of them has seen of it. */
export function strengthBlocks(brief: Brief): KnownBlock[] {
  const { strength: row } = brief;
  if (!row) return [];
  const { strength: prompt = '' } = promptsFor(brief, promptWords(brief));
  return [
    section(
      `*A strength that you both see*\n*${escapeMrkdwn(row.competency.name)}* · ${sides(brief, row)}`,
    ),
    ...quotes(brief, row),
    section(prompt),
  ];
}

/** What to talk about first, with both sides and a question each. */
export function topicBlocks(brief: Brief): KnownBlock[] {
  const { topics } = brief;
  if (topics.length === 0) return [];
  const { topics: prompts } = promptsFor(brief, promptWords(brief));
  const blocks = topics.flatMap((topic, nth) => {
    const { row } = topic;
    const name = `${nth + 1}. *${escapeMrkdwn(row.competency.name)}*`;
    return [
      section(`${name}\n${sides(brief, row)}\n${prompts[nth]}`),
      ...(topic.kind === 'no_opportunity' ? quotes(brief, row) : []),
    ];
  });
  return [section('*Talk first about*'), ...blocks];
}

/** "both: Exceeding", or each side's rating. Mrkdwn. */
export function sides(brief: Brief, row: BriefRow): string {
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
