import { visible } from '../text/text.js';
import { frameworkFileSchema, toFramework } from './file-schema.js';
import type { Framework } from './framework.js';
import { ruleProblems } from './rules.js';
import { schemaProblems } from './schema-problems.js';
import { type FileProblem, readYaml } from './yaml.js';

export { frameworkHash } from './hash.js';
export { parseStoredFramework } from './schema.js';
export type { FileProblem } from './yaml.js';

/**
 * Reads a ladder file (its format: docs/ladder-format.md). Gives the framework, or every problem
 * of the file at once (up to 500), in the order of its lines; never throws. Only where YAML itself cannot be
 * read are the other checks left out, because they would speak of things that nobody wrote.
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

/** One line for people and editors: "ladders/x.yaml:12: what is wrong, what to do". */
export function formatProblem(fileName: string, problem: FileProblem): string {
  return visible(`${fileName}:${problem.line}: ${problem.message}`);
}

/** More problems than somebody wants to read, and than can be found a place for in time. */
const mostProblems = 500;

function inOrder(problems: FileProblem[]): FileProblem[] {
  const sorted = problems.sort((one, other) => one.line - other.line || one.column - other.column);
  if (sorted.length <= mostProblems) return sorted;
  const [last] = sorted.slice(mostProblems - 1);
  const message = 'There are more problems than these. Mend them first, then check again.';
  return [...sorted.slice(0, mostProblems), { line: last?.line ?? 1, column: 1, message }];
}
