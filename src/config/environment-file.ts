import { existsSync } from 'node:fs';
import { fold } from '../domain/text/fold.js';
import { withoutInvisible } from '../domain/text/text.js';
import { readTextFile } from '../system/text-file.js';

/**
 * Parses an environment file as any editor writes it. Returns its settings and its problems, in
 * sentences that never quote a value, which may be a password. No settings where there is no file.
 */
export function readEnvironmentFile(path: string): {
  settings: Record<string, string>;
  problems: string[];
} {
  if (!existsSync(path)) return { settings: {}, problems: [] };
  const read = readTextFile(path, { wanted: 'a file of settings', mostMegabytes: 1 });
  if ('problem' in read) {
    const { line, message } = read.problem;
    return {
      settings: {},
      problems: [line === undefined ? message : `${path}:${line}: ${message}`],
    };
  }
  const { settings, problems } = readLines(read.text.split('\n'));
  return {
    settings,
    problems: problems.map(({ line, message }) => `${path}:${line}: ${message}`),
  };
}

/** `NAME=` or `export NAME=`, and the rest of the line. */
export const setting = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=\s*(.*)$/u;

/** Needed because Node's own parser skips invalid lines silently, and keeps tabs. */
function readLines(lines: readonly string[]) {
  const settings: Record<string, string> = {};
  const problems: { line: number; message: string }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const written = lines[at] ?? '';
    if (/^\s*(#|$)/u.test(written)) continue;
    const [, name, begun = ''] = setting.exec(written) ?? [];
    const message = name === undefined ? lineAdvice(written) : valueAdvice(name, begun);
    if (name === undefined || message !== undefined) {
      problems.push({ line: at + 1, message: message ?? '' });
      continue;
    }
    const { value, rest, last } = readValue(lines, at, begun);
    const lost = lossAdvice(name, value, rest);
    if (lost === undefined) settings[name] = value ?? '';
    else problems.push({ line: at + 1, message: lost });
    at = last;
  }
  return { settings, problems };
}

/**
 * Returns the value that begins at this line, the line at which it ends, and the rest of that line.
 * A quoted value may span lines; it is undefined where its closing quotation mark is missing.
 */
export function readValue(lines: readonly string[], at: number, begun: string) {
  const [quote] = /^["'`]/u.exec(begun) ?? [];
  if (quote === undefined) {
    return { value: begun.replace(/(^|\s)#.*$/u, '').trim(), rest: '', last: at };
  }
  const before: string[] = [];
  for (let last = at; last < lines.length; last += 1) {
    const line = last === at ? begun.slice(1) : (lines[last] ?? '');
    const end = line.indexOf(quote);
    if (end >= 0) {
      const value = [...before, line.slice(0, end)].join('\n');
      const rest = line.slice(end + 1);
      return { value: quote === '"' ? value.replaceAll('\\n', '\n') : value, rest, last };
    }
    before.push(line);
  }
  return { value: undefined, rest: '', last: at };
}

/** Returns what a value would lose, or contain invisibly, without quoting it. */
function lossAdvice(name: string, value: string | undefined, rest: string): string | undefined {
  if (value === undefined) {
    return `A quotation mark opens at ${name} and never closes. Close it, or remove it.`;
  }
  if (!/^\s*(#|$)/u.test(rest)) {
    return `The quotation mark at ${name} closes before its value ends, and the rest is lost. Put the whole value in another kind of quotation marks: ", ' or \`.`;
  }
  if (withoutInvisible(value) !== value) {
    return `There is an invisible sign in the value of ${name}, as copying it from a page may bring along. Type it again by hand.`;
  }
  return undefined;
}

/** Returns what is suspicious about a value, without quoting it. */
function valueAdvice(name: string, value: string): string | undefined {
  if (/^[“”„‘’«]/u.test(value)) {
    return `${name} begins with a curly quotation mark, which would become part of it. Use straight ones, or none.`;
  }
  if (/^[^"'`\s#][^\s#]*#/u.test(value)) {
    return `A # in the value of ${name} begins a remark, and the rest is lost. Put the value in quotation marks.`;
  }
  return undefined;
}

function lineAdvice(written: string): string {
  const form = 'Write it as NAME=value, or put # before it if it is a remark.';
  const isSettingWhenFolded = setting.test(fold(written));
  return isSettingWhenFolded
    ? 'There is an invisible or unusual sign before the "=". Type the line again by hand.'
    : `This line sets nothing. ${form}`;
}
