import { cellText, listOf, oneLine } from './cell-text.js';
import type { DraftExpectation } from './draft.js';
import { contentFields } from './fields.js';
import { identity } from './identity.js';
import type { Ledger } from './ledger.js';
import type { Cell } from './sheet.js';
import type { Statement } from './statements.js';

/** Returns an expectation in which nothing stands yet. */
export function emptyExpectation(cell: Cell): DraftExpectation {
  return {
    ...{ level: undefined, definition: [], behaviours: [], opportunities: [], skills: [] },
    ...{ links: [], seen: new Set(), cell },
  };
}

/**
 * Adds what a statement says to an expectation. With `asList` a text of one line is a behaviour,
 * because the table has a row for each.
 */
export function addContent(
  expectation: DraftExpectation,
  content: Statement['content'],
  ledger: Ledger,
  { asList }: { asList: boolean },
): void {
  const sorted = contentFields.flatMap((field) => content.filter((part) => part.field === field));
  // "Behaviour 1", "Example 1", "Behaviour 2": each example belongs to what stands before it.
  const isPaired = content.filter(({ field }) => field === content[0]?.field).length > 1;
  const parts = isPaired && content[0]?.field !== 'examples' ? content : sorted;
  for (const { field, cell } of parts) {
    ledger.use(cell);
    const isNew = (text: string) => isFirst(expectation, `${field}: ${text}`);
    const { lead, items } = cellText(cell.text);
    const entries = lead === '' ? items : [lead, ...items];
    switch (field) {
      case 'definition':
        addTo(expectation.definition, [cell.text], isNew);
        break;
      case 'text':
        if (items.length === 0 && asList) addBehaviours(expectation, [lead]);
        else if (lead !== '') addTo(expectation.definition, [lead], isNew);
        addBehaviours(expectation, items);
        break;
      case 'behaviours':
        addBehaviours(expectation, entries);
        break;
      case 'examples':
        addExamples(expectation, entries);
        break;
      case 'asked-level':
        askLevel(expectation, cell, ledger);
        break;
      case 'links':
        addLinks(expectation, cell, ledger);
        break;
      default:
        addTo(expectation[field], listOf(cell.text), isNew);
    }
  }
}

/** Returns whether something wasn't seen in an expectation before. */
function isFirst({ seen }: DraftExpectation, what: string): boolean {
  const id = identity(what);
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}

function addTo(list: string[], texts: readonly string[], isNew: (text: string) => boolean): void {
  for (const text of texts) if (isNew(text)) list.push(text);
}

function addBehaviours(expectation: DraftExpectation, texts: readonly string[]): void {
  for (const text of texts) {
    if (!isFirst(expectation, `behaviour: ${text}`)) continue;
    expectation.behaviours.push({ text, examples: [] });
  }
}

/** Examples belong to the last behaviour; a definition that they follow is one. */
function addExamples(expectation: DraftExpectation, texts: readonly string[]): void {
  const definition = expectation.behaviours.length === 0 ? expectation.definition.splice(0) : [];
  addBehaviours(expectation, definition);
  const last = expectation.behaviours.at(-1);
  const isNew = (text: string) => !last?.examples.includes(text);
  if (last) addTo(last.examples, texts, isNew);
  else addBehaviours(expectation, texts);
}

function askLevel(expectation: DraftExpectation, cell: Cell, ledger: Ledger): void {
  const level = oneLine(cell.text);
  if (expectation.level !== undefined && identity(expectation.level) !== identity(level)) {
    ledger.refuse(
      cell,
      `Here "${level}" is asked, and "${expectation.level}" further up, by the same role in the same competency. Leave one of them.`,
    );
  }
  expectation.level ??= level;
}

function addLinks({ links }: DraftExpectation, cell: Cell, ledger: Ledger): void {
  for (const line of cell.text.split('\n')) {
    const urls = line.match(/https?:\/\/[^\s,;)\]"<>]+/giu) ?? [];
    const words = urls.reduce<string>((rest, url) => rest.replace(url, ' '), line);
    const title = words.replace(/^\W+|[\s()[\]<>:,;–-]+$/gu, '').replace(/\s+/gu, ' ');
    if (urls.length === 0 && line.trim() !== '') {
      ledger.refuse(
        cell,
        `"${line.trim()}" is no web address. Write it with https://, or leave it out.`,
      );
    }
    for (const url of urls) {
      if (links.some((link) => link.url === url)) continue;
      links.push({ title: urls.length === 1 && title !== '' ? title : hostOf(url), url });
    }
  }
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/iu.exec(url)?.[1] ?? url;
}
