import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { PathProblem } from './entries.js';

/** A problem in a file; line and column count from 1. */
export interface FileProblem {
  line: number;
  column: number;
  message: string;
}

/** A YAML text as data, with a way from a path in the data to a place in the text. */
export interface YamlText {
  data: unknown;
  /** Problems of the YAML itself. */
  problems: FileProblem[];
  /**
   * Whether `data` is what the writer meant except for duplicate keys, so that checking it makes
   * sense.
   */
  readable: boolean;
  place(problem: PathProblem): FileProblem;
}

/** Parses a YAML text; never throws. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    ...{ lineCounter: lines, prettyErrors: false },
    // The library compares each key with each other one, which takes too long for many.
    uniqueKeys: false,
  });
  const at = (offset: number, message: string): FileProblem => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const { broken, twice } = oddNodes(document);
  const problems = [
    ...[...document.errors, ...document.warnings].map(({ code, message, pos }) =>
      at(pos[0], wordsFor(code, message)),
    ),
    ...[...broken, ...twice].map(({ offset, message }) => at(offset, message)),
  ];
  const isBroken = document.errors.length > 0 || broken.length > 0;
  const data = isBroken ? undefined : toData(document, problems, at);
  return {
    data,
    problems,
    readable: !isBroken && data !== undefined,
    place: ({ path, at: end, message }) => at(offsetOf(document, path, end), message),
  };
}

const WORDS: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'A text that begins with "*" or "&" needs quotes around it.',
  BAD_COLLECTION_TYPE: 'A list and "key: value" lines are mixed here. Make it one or the other.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes means something special. Use single quotes here.',
  BAD_INDENT: 'The indentation does not fit the lines above. Line it up with its neighbours.',
  BAD_SCALAR_START: 'A text cannot begin with this character. Put quotes around the whole text.',
  BLOCK_AS_IMPLICIT_KEY:
    'YAML takes the colon in this text for a key. Put quotes around the whole text.',
  BLOCK_IN_FLOW:
    'A [ ] or { } is not closed before the next line begins, or a text within it has a colon. Close it, or put quotes around the text.',
  MISSING_CHAR:
    'A closing quote or bracket, a colon or a comma is missing here or further up. Add it.',
  MULTIPLE_DOCS: 'One file holds one framework. Remove the "---" and what follows it.',
  MULTILINE_IMPLICIT_KEY:
    'A text goes on here without being marked as one. Indent it more, or put quotes around it.',
  TAB_AS_INDENT: 'This line is indented with a tab. Use spaces.',
  TAG_RESOLVE_FAILED: 'A text that begins with "!" needs quotes around it.',
  UNEXPECTED_TOKEN:
    'YAML does not expect this here. Check the indentation, and put quotes around texts with special characters.',
};

function wordsFor(code: ErrorCode, message: string): string {
  // The library's parser calls itself for each level, and would exhaust the stack.
  if (message.includes('call stack')) return tooDeep;
  return WORDS[code] ?? `YAML cannot be read here: ${message}. Check the lines around it.`;
}

type At = (offset: number, message: string) => FileProblem;

/** A ladder needs no aliases, and resolving many takes too long. */
const mostAliases = 100;
const tooManyAliases = 'The file repeats parts of itself too often with "*". Write them out.';

function toData(document: Document, problems: FileProblem[], at: At): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    // The library throws this where aliases refer to other aliases in turn.
    if (!(error instanceof ReferenceError)) throw error;
    problems.push(at(0, tooManyAliases));
    return undefined;
  }
}

/** The most levels; a ladder needs a dozen. */
const deepest = 100;
const tooDeep =
  'The file is nested too deep. Compare it with the example in docs/ladder-format.md.';

interface OddNode {
  offset: number;
  message: string;
}

/** Returns the nodes that YAML allows although they have no JSON value, and duplicate keys. */
function oddNodes(document: Document): { broken: OddNode[]; twice: OddNode[] } {
  const broken: OddNode[] = [];
  const twice: OddNode[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  visit(document, {
    Node(_, node, path) {
      if (path.length > deepest) {
        broken.push({ offset: startOf(node) ?? 0, message: tooDeep });
        return visit.BREAK;
      }
      if (isAlias(node)) {
        aliases += 1;
        if (aliases === mostAliases + 1) {
          broken.push({ offset: startOf(node) ?? 0, message: tooManyAliases });
          return visit.BREAK;
        }
        if (anchors.has(node.source)) return undefined;
        const message = `A text that begins with "*" needs quotes around it: "*${node.source}…".`;
        broken.push({ offset: startOf(node) ?? 0, message });
      } else if (node.anchor !== undefined) {
        anchors.add(node.anchor);
      }
      if (isMap(node)) twice.push(...doubledKeys(node));
      if (isMap(node) && node.flow) broken.push(...cutTexts(node));
      return undefined;
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.value !== '__proto__') return;
      const message = 'This cannot be a key. Use a plain word, or put the text in quotes.';
      broken.push({ offset: startOf(key) ?? 0, message });
    },
  });
  return { broken, twice };
}

/** Within { } a comma ends a text, and what follows it is taken for a key without a value. */
function cutTexts(map: YAMLMap): OddNode[] {
  return map.items.flatMap(({ key, value }) => {
    const isText = isScalar(key) && typeof key.value === 'string' && /\s/u.test(key.value);
    const isEmpty = value === null || (isScalar(value) && value.value === null);
    if (!isText || !isEmpty) return [];
    const message = `Within { } a comma ends a text, and "${key.value}" stands alone after one. Put quotes around the whole text.`;
    return [{ offset: startOf(key) ?? 0, message }];
  });
}

function doubledKeys(map: YAMLMap): OddNode[] {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const known = seen.has(key.value);
    seen.add(key.value);
    const message = 'This key stands twice in the same group. Rename one of them, or remove it.';
    return known ? [{ offset: startOf(key) ?? 0, message }] : [];
  });
}

/** Returns the offset of a path in the text, or of the part of it that exists. */
function offsetOf(document: Document, path: PropertyKey[], end: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      if (!node.items[Number(step)]) return offset;
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
    const wanted = depth === path.length - 1 && end === 'value';
    if (wanted && isScalar(node) && node.value !== null) return startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}
