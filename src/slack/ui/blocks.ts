import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  SectionBlock,
  StaticSelect,
  TableBlock,
} from '@slack/types';
import { type Day, dateFromDay } from '../../domain/time/day.js';
import { readersLocale } from './reader.js';

export type { KnownBlock } from '@slack/types';
export { count } from '../../domain/text/count.js';

/** Where blocks are shown; it decides which blocks and how many are allowed. */
export type Surface = 'message' | 'modal' | 'home';

/** A message as a listener hands it to ack, respond or chat.postMessage: the text says the fact. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/** Slack's limits that builders count against; characters unless the name says otherwise. */
export const limits = {
  messageBlocks: 50,
  /** All blocks of a message as JSON. Slack refuses somewhere above 13,200; this keeps a margin. */
  messageCharacters: 12_500,
  viewBlocks: 100,
  viewBytes: 240_000,
  sectionText: 3000,
  headerText: 150,
  buttonText: 75,
  optionText: 75,
  selectOptions: 100,
  modalTitle: 24,
} as const;

/** Text of a person or a framework, made safe inside mrkdwn: it can't mention, link or break out. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The English that the days are written in: the texts around them are English too. */
const dayFormats = {
  american: dayFormatsIn('en-US'),
  british: dayFormatsIn('en-GB'),
};

function dayFormatsIn(locale: string) {
  const common = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return {
    inYear: new Intl.DateTimeFormat(locale, { ...common, weekday: 'long' }),
    withYear: new Intl.DateTimeFormat(locale, { ...common, year: 'numeric' }),
  };
}

/**
 * Formats "Wednesday 24 March"; for Americans "Wednesday, March 24". A civil day is the same in
 * every zone, so it doesn't need Slack's date tokens, which plain text doesn't know either.
 */
export function dayText(day: Day): string {
  return formatsOfReader().inYear.format(dateFromDay(day));
}

/** Formats "2 June 2025"; for Americans "June 2, 2025". */
export function dateText(day: Day): string {
  return formatsOfReader().withYear.format(dateFromDay(day));
}

function formatsOfReader() {
  return readersLocale() === 'en-US' ? dayFormats.american : dayFormats.british;
}

/** A person's name as Slack shows it to the reader; without an id, of a manager who was erased. */
export function mention(slackUserId: string | undefined): string {
  return slackUserId ? `<@${slackUserId}>` : 'a former manager';
}

export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: true };
}

/** Returns mrkdwn unchanged: texts of people and frameworks must have been escaped. */
function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text };
}

/** A header; at most 150 characters, plain text. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text) };
}

/** A section of mrkdwn, at most 3,000 characters, with at most one element beside it. */
export function section(
  text: string,
  options: { accessory?: SectionBlock['accessory']; blockId?: string } = {},
): SectionBlock {
  const { accessory, blockId } = options;
  return {
    type: 'section',
    text: mrkdwn(text),
    ...(accessory && { accessory }),
    ...(blockId && { block_id: blockId }),
  };
}

/** Mrkdwn texts in two columns, row by row: at most ten, of at most 2,000 characters each. */
export function columns(texts: string[]): SectionBlock {
  return { type: 'section', fields: texts.map(mrkdwn) };
}

/** A section of plain text: for sentences that may quote what isn't ours, such as a failure's. */
export function plainSection(text: string): SectionBlock {
  return { type: 'section', text: plainText(text) };
}

/** A section of plain text with words of people: not even `:names:` of emoji become anything. */
export function literalSection(text: string): SectionBlock {
  return { type: 'section', text: { ...plainText(text), emoji: false } };
}

/** Small grey mrkdwn texts below the rest; at most ten. */
export function context(...texts: string[]): ContextBlock {
  return { type: 'context', elements: texts.map(mrkdwn) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

/** A row of buttons and pickers; at most 25, with distinct action ids. */
export function actions(elements: ActionsBlockElement[], blockId?: string): ActionsBlock {
  return { type: 'actions', elements, ...(blockId && { block_id: blockId }) };
}

export interface ButtonInput {
  /** At most 75 characters. */
  text: string;
  actionId: string;
  /** Ids only, never a person's words. */
  value?: string | undefined;
  style?: 'primary' | 'danger';
  /** What a screen reader says instead of the text: needed where several buttons share one. */
  label?: string;
  url?: string;
}

/** What a caller may choose about a button of another feature. */
export type ButtonOptions = Pick<ButtonInput, 'style' | 'label'>;

export function button({ text, actionId, value, style, label, url }: ButtonInput): Button {
  return {
    type: 'button',
    text: plainText(text),
    action_id: actionId,
    ...(value !== undefined && { value }),
    ...(style && { style }),
    ...(label && { accessibility_label: label }),
    ...(url && { url }),
  };
}

/** An option of a picker or of radio buttons: text, value and description at most 75 characters. */
export function option(text: string, value: string, description?: string): PlainTextOption {
  return {
    text: plainText(text),
    value,
    ...(description && { description: plainText(description) }),
  };
}

export interface SelectInput {
  actionId: string;
  placeholder: string;
  /** One to a hundred. */
  options: PlainTextOption[];
  /** The value of the option that is chosen already; ignored if it is not among the options. */
  chosen?: string | undefined;
}

export function select({ actionId, placeholder, options, chosen }: SelectInput): StaticSelect {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: actionId,
    placeholder: plainText(placeholder),
    options,
    ...(initial && { initial_option: initial }),
  };
}

/** Rich text takes any characters as they are and has room for 3,000 of them. */
export function paragraph(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}

/** Returns a person's text as a quotation, complete and unformatted. */
export function quotation(text: string): RichTextBlock {
  const elements = [{ type: 'text' as const, text }];
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] };
}

/** A person's text, complete and unformatted, as a quotation under a line that says what it is. */
export function said(label: string, text: string): RichTextBlock {
  const line = { type: 'text' as const, text: label, style: { bold: true } };
  const quote = { type: 'text' as const, text };
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [line] },
      { type: 'rich_text_quote', elements: [quote] },
    ],
  };
}

/** A table of plain texts; messages only, one a message, 100 rows of 20 cells. The first row heads it. */
export function table(rows: string[][]): TableBlock {
  return {
    type: 'table',
    // Slack refuses an empty cell.
    rows: rows.map((cells) => cells.map((text) => ({ type: 'raw_text', text: text || '–' }))),
    column_settings: (rows[0] ?? []).map(() => ({ is_wrapped: true })),
  };
}

/** How much of a message's or a view's allowance these blocks use: characters of their JSON. */
export function sizeOf(blocks: readonly unknown[]): number {
  return JSON.stringify(blocks).length;
}

/** An instant in the reader's own zone and language, with a UTC fallback: "12 Feb 2027, 10:00". */
export function dateTime(instant: Date): string {
  const fallback = `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(instant.getTime() / 1000)}^{date_short_pretty} at {time}|${fallback}>`;
}
