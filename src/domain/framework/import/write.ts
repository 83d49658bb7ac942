import { Document, isMap, isSeq, parse, type YAMLMap, type YAMLSeq } from 'yaml';

/**
 * Writes a ladder file as YAML that people read and go on with, `comment` above it. Reading it
 * gives the same data.
 */
export function writeYaml(data: Record<string, unknown>, comment: readonly string[]): string {
  const written = new Document(withoutUndefined(data));
  written.commentBefore = comment.map((line) => (line === '' ? '' : ` ${line}`)).join('\n');
  layOut(written);
  const text = written.toString({ lineWidth: 100, flowCollectionPadding: true });
  // Long texts are folded for people to read; where folding would change one, nothing is folded.
  if (JSON.stringify(parse(text)) === JSON.stringify(withoutUndefined(data))) return text;
  return written.toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' });
}

function withoutUndefined(data: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(data));
}

/** Puts an empty line before each role and list, and short levels on one line each. */
function layOut(document: Document): void {
  for (const name of ['tracks', 'levels', 'competencies', 'roles']) {
    const list = document.get(name);
    if (!isSeq(list)) continue;
    spaceBefore(document, name);
    if (name === 'levels') flowShort(list);
    list.items.forEach((item, place) => {
      if (!isMap(item)) return;
      if (name === 'roles' && place > 0) item.spaceBefore = true;
      if (name === 'tracks') item.flow = true;
      const levels = item.get('levels');
      if (isSeq(levels)) flowShort(levels);
    });
  }
}

function flowShort(levels: YAMLSeq): void {
  for (const level of levels.items) {
    if (isMap(level) && !level.has('text') && !level.has('behaviours')) level.flow = true;
  }
}

function spaceBefore(document: Document, name: string): void {
  const { contents } = document;
  if (!isMap(contents)) return;
  const pair = (contents as YAMLMap).items.find(({ key }) => String(key) === name);
  const key = pair?.key;
  if (typeof key === 'object' && key !== null && 'value' in key) {
    (key as { spaceBefore?: boolean }).spaceBefore = true;
  }
}
