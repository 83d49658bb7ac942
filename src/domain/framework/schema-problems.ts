import { z } from 'zod';
import { nearestWord } from '../text/typos.js';
import type { PathProblem } from './entries.js';
import { frameworkFileSchema, type ListLimits } from './file-schema.js';
import { keyFrom } from './keys.js';
import { KEY_PATTERN, OPTION_LIMIT } from './schema.js';

type Issue = z.core.$ZodIssue;

/** Translates the schema's issues into sentences: what is wrong, and what to do. */
export function schemaProblems(issues: readonly Issue[], file: unknown): PathProblem[] {
  return issues.flatMap((issue): PathProblem[] => {
    const { path } = issue;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        at: 'key',
        message: unknownKey(key, knownKeys(path)),
      }));
    }
    if (issue.code === 'invalid_union') return unionProblems(issue, file);
    if (issue.code === 'invalid_key') return [{ path, at: 'key', message: noKey(path.at(-1)) }];
    return [{ path, at: 'value', message: describe(issue, valueAt(file, path)) }];
  });
}

/**
 * Where something can be written in several ways, the one that was begun is followed: its problems
 * are reported, or the ways if it is none of them.
 */
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, file: unknown): PathProblem[] {
  const isOtherKind = (one: Issue) => one.path.length === 0 && one.code === 'invalid_type';
  const ways = issue.errors.filter((issues) => !issues.some(isOtherKind));
  const [begun] = ways;
  if (begun) {
    const issues = begun.map((one) => ({ ...one, path: [...issue.path, ...one.path] }) as Issue);
    return schemaProblems(issues, file);
  }
  const expected = issue.errors.flatMap((issues) =>
    issues.flatMap((one) => (one.code === 'invalid_type' ? one.expected : [])),
  );
  const value = valueAt(file, issue.path);
  const name = placeName(issue.path);
  const message =
    (typeof value === 'number' || typeof value === 'boolean') && expected.includes('string')
      ? wrongType(name, 'string', value)
      : wrongType(name, expected.map((one) => KINDS[one] ?? one).join(', or '), value);
  return [{ path: issue.path, at: 'value', message }];
}

function describe(issue: Issue, value: unknown): string {
  const name = placeName(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(name, issue.expected, value);
    case 'too_big':
      return tooBig(name, Number(issue.maximum), value);
    case 'too_small':
      return tooSmall(name, issue.origin, Number(issue.minimum));
    case 'custom':
      return wrongCount(name, issue.params as Partial<ListLimits> | undefined, value);
    case 'invalid_format':
      return wrongForm(name, issue, value);
    case 'invalid_value':
      if (issue.path[0] !== 'format')
        return `${name} can only be: ${issue.values.join(' or ')}. Change it, or take the line out.`;
      return `${name} must be ${issue.values.join(' or ')}: this program reads no other format. Change the line.`;
    default:
      return `${name} is not right here. Compare it with the example in docs/ladder-format.md.`;
  }
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list, one entry a line, each beginning with "- "',
  object: 'a group of "key: value" lines',
  record: 'a group of "key: value" lines',
};

function wrongType(name: string, expected: string, value: unknown): string {
  const kind = KINDS[expected] ?? expected;
  if (value === undefined) return `${name} is missing here. Add it; it is ${kind}.`;
  if (value === null) return `${name} is empty. Give it a value; it is ${kind}.`;
  if (expected === 'string' && typeof value !== 'object') {
    return `${name} must be a text, but YAML reads ${value} as ${found(value)}. Put it in quotes: "${value}".`;
  }
  return `${name} must be ${kind}, but here is ${found(value)}. docs/ladder-format.md shows its form.`;
}

function wrongForm(name: string, issue: z.core.$ZodIssueInvalidStringFormat, value: unknown) {
  if (issue.format === 'url') {
    return `${name} is no web address. Write it in full, beginning with https:// or http://.`;
  }
  if (issue.pattern === String(KEY_PATTERN)) return noKey(value);
  return String(value).trim().includes('\n')
    ? `${name} runs over several lines. Write it on one.`
    : `${name} holds a control character, which nothing can show. Remove it.`;
}

function found(value: unknown): string {
  if (typeof value === 'boolean') return '"yes or no"';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'string') return 'a text';
  return Array.isArray(value) ? 'a list' : 'a group of lines';
}

/** Formats "1 entry", "41 entries". */
function entryCount(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

function wrongCount(name: string, limits: Partial<ListLimits> = {}, value: unknown): string {
  const count = Array.isArray(value) ? value.length : 0;
  const { max = count, min = count } = limits;
  return count > max
    ? `${name} has ${entryCount(count)}; it can have ${max} at most. Remove ${count - max}.`
    : `${name} has ${entryCount(count)}; it needs ${min} at least. Add what is missing.`;
}

function tooBig(name: string, most: number, value: unknown): string {
  if (typeof value === 'string') {
    const why = most === OPTION_LIMIT ? ', because it stands on one line in lists' : '';
    return `${name} has ${value.trim().length} characters; it can have ${most} at most${why}. Shorten it.`;
  }
  return `${name} can be ${most} at most. Choose a smaller number.`;
}

function tooSmall(name: string, origin: string, least: number): string {
  if (origin === 'string') return `${name} is empty. Fill it in.`;
  return `${name} must be ${least} or more. Choose a larger number.`;
}

function noKey(value: unknown): string {
  const tidy = keyFrom(String(value), '');
  const proposal = tidy ? ` For example: ${tidy}.` : '';
  return `"${value}" cannot be a key. A key is up to 60 lower-case letters, digits and single hyphens, and begins with a letter.${proposal}`;
}

function unknownKey(key: string, known: string[]): string {
  const near = nearestWord(key, known);
  return near
    ? `"${key}" is not a key that belongs here. Did you mean "${near}"?`
    : `"${key}" is not a key that belongs here. Take it out, or use one of: ${known.join(', ')}.`;
}

/** Names a place in a sentence: its key in quotes, or its number in its list. */
function placeName(path: PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (typeof last !== 'number') return `"${String(last)}"`;
  return `Entry ${last + 1} of ${placeName(path.slice(0, -1))}`;
}

function valueAt(file: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    file,
  );
}

let shape: z.core.JSONSchema.BaseSchema | undefined;

/**
 * Returns the keys that the schema allows at a place, read from the schema itself so that none is
 * missing.
 */
function knownKeys(path: PropertyKey[]): string[] {
  shape ??= z.toJSONSchema(frameworkFileSchema, { io: 'input' });
  const here = path.reduce<z.core.JSONSchema.BaseSchema | undefined>((schema, step) => {
    const alternatives = schema?.anyOf ?? [schema];
    const found = alternatives
      .flatMap((one) => one?.anyOf ?? [one])
      .map((one) =>
        typeof step === 'number'
          ? one?.items
          : (one?.properties?.[String(step)] ?? one?.additionalProperties),
      );
    return found.find((one) => typeof one === 'object' && !Array.isArray(one)) as typeof schema;
  }, shape);
  const map = (here?.anyOf ?? [here])
    .flatMap((one) => one?.anyOf ?? [one])
    .find((one) => one?.properties);
  return Object.keys(map?.properties ?? {});
}
