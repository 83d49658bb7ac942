import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  formatProblem,
  parseFrameworkFiles,
  type SourceFile,
  type SourceProblem,
} from './domain/framework/file.js';
import type { Framework } from './domain/framework/framework.js';
import { visible } from './domain/text/text.js';
import { systemErrorText } from './system/system-error.js';
import { readTextFile } from './system/text-file.js';

/** Any valid framework is smaller; parsing a larger file would take minutes. */
const limits = { wanted: 'a framework file', mostMegabytes: 20 };

/** A ladder has a file for each of its families, and some more. */
const mostFiles = 500;

type Checked = { framework: Framework } | { problems: string[] };

/**
 * Reads a framework from a file, or from a folder whose YAML files are one framework. Returns the
 * framework, or all problems, one line each with its place.
 */
export function checkFrameworkFile(path: string): Checked {
  const found = filesAt(path);
  if ('problem' in found) return { problems: [found.problem] };
  const sources: SourceFile[] = [];
  const problems: string[] = [];
  let characters = 0;
  for (const { name, path } of found.files) {
    const read = readTextFile(path, limits);
    if ('problem' in read) {
      const { line, message } = read.problem;
      const at = { line: line ?? 1, column: 1, message };
      problems.push(line === undefined ? message : formatProblem(name, at));
    } else {
      characters += read.text.length;
      sources.push({ name, text: read.text });
    }
    if (characters > limits.mostMegabytes * 1024 * 1024) {
      const message = `${visible(path)} has more than ${limits.mostMegabytes} MB in its files, so it is hardly a framework. Give another folder.`;
      return { problems: [message] };
    }
  }
  if (problems.length > 0) return { problems };
  const parsed = parseFrameworkFiles(sources);
  if ('framework' in parsed) return parsed;
  const text = (problem: SourceProblem) => formatProblem(problem.file, problem);
  return { problems: parsed.problems.map(text) };
}

/** Reads a framework file or folder. Throws an Error that lists every problem with its line. */
export function readFrameworkFile(path: string): Framework {
  const read = checkFrameworkFile(path);
  if ('framework' in read) return read.framework;
  const problems = read.problems.map((problem) => `  ${problem}`);
  throw new Error(`The framework file has problems:\n${problems.join('\n')}`);
}

interface FoundFile {
  name: string;
  path: string;
}

/** Returns the file itself, or the YAML files of a folder by name, without hidden ones. */
function filesAt(path: string): { files: FoundFile[] } | { problem: string } {
  const inFolder = namesIn(path);
  if (!inFolder) return { files: [{ name: basename(path), path }] };
  if ('problem' in inFolder) return inFolder;
  const files = inFolder.names
    .filter((name) => /^[^.].*\.ya?ml$/i.test(name))
    .sort()
    .map((name) => ({ name, path: join(path, name) }));
  const folder = visible(path);
  if (files.length === 0) {
    return {
      problem: `${folder} has no YAML file. Give the path of a framework file, or of a folder of such files.`,
    };
  }
  if (files.length > mostFiles) {
    return {
      problem: `${folder} has ${files.length} YAML files; a framework can have ${mostFiles} at most. Give another folder.`,
    };
  }
  return { files };
}

/** Returns the names in a folder; undefined where the path is none, or can't be looked at. */
function namesIn(path: string): { names: string[] } | { problem: string } | undefined {
  try {
    return { names: readdirSync(path) };
  } catch (error) {
    const why = systemErrorText(error, { path: visible(path) });
    if (why === undefined) throw error;
    return isFolder(path) ? { problem: `${why} Give the path of ${limits.wanted}.` } : undefined;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
