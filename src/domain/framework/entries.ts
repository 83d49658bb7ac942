import { nearestWord } from '../text/typos.js';

/** A problem at one place of a ladder file; `path` leads there from the top of the file. */
export interface PathProblem {
  path: PropertyKey[];
  /** Whether the key itself is wrong or its value. */
  at: 'key' | 'value';
  message: string;
}

export type Fields = Record<string, unknown>;
/** A group of lines in one of the file's lists, with the way to it. */
export type Entry = { map: Fields; path: PropertyKey[] };

export function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * More entries than any list may have: the schema refuses longer lists, and comparing them takes
 * long.
 */
const mostEntries = 1000;

/** Returns the groups of a list; whatever has another shape is left to the schema. */
export function entries(map: Fields, list: string, path: PropertyKey[] = []): Entry[] {
  const items = map[list];
  if (!Array.isArray(items)) return [];
  return items
    .slice(0, mostEntries)
    .flatMap((map, index) => (isMap(map) ? [{ map, path: [...path, list, index] }] : []));
}

/** Returns the keys of entries, as far as they are texts. */
export function keysOf(list: readonly Entry[]): string[] {
  return list.flatMap(({ map }) => (typeof map.key === 'string' ? [map.key] : []));
}

/** The first of these fields that is a text, for a sentence about the entry; the schema refuses others. */
export function textIn({ map }: Entry, ...fields: string[]): string {
  const isText = (value: unknown): value is string => typeof value === 'string';
  return fields.map((field) => map[field]).find(isText) ?? 'another one';
}

/** The texts of a list at their places; undefined where something else stands, which the schema refuses. */
export function strings(value: unknown): (string | undefined)[] {
  if (!Array.isArray(value)) return [];
  return value.map((one) => (typeof one === 'string' ? one : undefined));
}

/** Returns a problem for each entry whose field another one further up has already. */
export function doubles(list: readonly Entry[], field: 'key' | 'label'): PathProblem[] {
  const seen = new Set<string>();
  return list.flatMap(({ map, path }) => {
    const value = map[field];
    if (typeof value !== 'string') return [];
    const known = seen.has(value);
    seen.add(value);
    const message = `The ${field} "${value}" is already taken further up in this list. Each needs its own.`;
    return known ? [{ path: [...path, field], at: 'value' as const, message }] : [];
  });
}

/** The sentence for a key that refers to nothing. */
export function unknown(kind: string, word: string, known: readonly string[]): string {
  const near = nearestWord(word, known);
  const list = known.length <= 8 ? `: ${known.join(', ')}` : '';
  return near
    ? `There is no ${kind} "${word}" in this file. Did you mean "${near}"?`
    : `There is no ${kind} "${word}" in this file. Use one that it lists${list}.`;
}
