import { visible } from '../text/text.js';
import { frameworkFileSchema, toFramework } from './file-schema.js';
import type { Framework } from './framework.js';
import { ruleProblems } from './rules.js';
import { schemaProblems } from './schema-problems.js';
import { type FileProblem, readYaml } from './yaml.js';

/**
 * Parses a ladder file (format: docs/ladder-format.md). Returns the framework, or all problems of
 * the file (at most 500) in the order of its lines; never throws. Where the YAML itself can't be
 * parsed, the other checks are left out, because they would report text that nobody wrote.
 */
export function parseFrameworkFile(
  text: string,
  fileName: string,
): { framework: Framework } | { problems: FileProblem[] } {
  const yaml = readYaml(text);
  if (!yaml.readable) return { problems: inOrder(yaml.problems) };
  if (yaml.problems.length === 0 && (yaml.data === null || yaml.data === undefined)) {
    const message = `${fileName} is empty. Begin with the example in docs/ladder-format.md.`;
    return { problems: [{ line: 1, column: 1, message }] };
  }
  const result = frameworkFileSchema.safeParse(yaml.data);
  const found = [
    ...schemaProblems(result.error?.issues ?? [], yaml.data),
    ...ruleProblems(yaml.data),
  ];
  const problems = [...yaml.problems, ...found.slice(0, mostProblems + 1).map(yaml.place)];
  if (result.success && problems.length === 0) return { framework: toFramework(result.data) };
  return { problems: inOrder(problems) };
}

/** Formats a problem for people and editors: "ladders/x.yaml:12: what is wrong, what to do". */
export function formatProblem(fileName: string, problem: FileProblem): string {
  return visible(`${fileName}:${problem.line}: ${problem.message}`);
}

/** The most problems that are reported; finding the lines of more would take too long. */
const mostProblems = 500;

function inOrder(problems: FileProblem[]): FileProblem[] {
  const sorted = problems.sort((one, other) => one.line - other.line || one.column - other.column);
  if (sorted.length <= mostProblems) return sorted;
  const [last] = sorted.slice(mostProblems - 1);
  const message = 'There are more problems than these. Mend them first, then check again.';
  return [...sorted.slice(0, mostProblems), { line: last?.line ?? 1, column: 1, message }];
}
