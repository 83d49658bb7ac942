import { visible } from '../text/text.js';
import { combine, type PlacedProblem } from './combine.js';
import { toFramework } from './file-document.js';
import { frameworkFileSchema } from './file-schema.js';
import type { Framework } from './framework.js';
import { withoutRepeated } from './repeated.js';
import { ruleProblems } from './rules.js';
import { schemaProblems } from './schema-problems.js';
import { type FileProblem, readYaml } from './yaml.js';

/** One of the files of a ladder. */
export interface SourceFile {
  /** As problems name it. */
  name: string;
  text: string;
}

/** A problem in one of the files of a ladder. */
export interface SourceProblem extends FileProblem {
  file: string;
}

/** A ladder as it was read, or all that is wrong with it. */
export type ReadFramework = { framework: Framework } | { problems: SourceProblem[] };

/**
 * Parses a ladder file (format: docs/ladder-format.md). Returns the framework, or all problems of
 * the file (at most 500) in the order of its lines; never throws. Where the YAML itself can't be
 * parsed, the other checks are left out, because they would report text that nobody wrote.
 */
export function parseFrameworkFile(text: string, fileName: string): ReadFramework {
  return parseFrameworkFiles([{ name: fileName, text }]);
}

/** Parses the files of a ladder, of which one has the head; the same for several. */
export function parseFrameworkFiles(sources: readonly SourceFile[]): ReadFramework {
  const files = sources.map(({ name, text }) => ({ name, yaml: readYaml(text) }));
  const ofYaml = files.flatMap(({ name, yaml }) =>
    yaml.problems.map((problem) => ({ ...problem, file: name })),
  );
  const compare = orderOf(sources);
  const once = withoutRepeated(ofYaml, { place: (one) => one, compare }, mostProblems + 1);
  const unreadable = files.some(({ yaml }) => !yaml.readable);
  if (unreadable) return { problems: inOrder(once, sources) };
  const empty = files.filter(({ yaml }) => yaml.data === null || yaml.data === undefined);
  if (empty.length > 0 && ofYaml.length === 0) {
    const message = (name: string) =>
      `${name} is empty. Begin with the example in docs/ladder-format.md.`;
    return {
      problems: empty.map(({ name }) => ({
        file: name,
        line: 1,
        column: 1,
        message: message(name),
      })),
    };
  }
  const combined = combine(files.map(({ name, yaml }) => ({ name, data: yaml.data })));
  const result = frameworkFileSchema.safeParse(combined.data);
  const found: PlacedProblem[] = [
    ...combined.problems,
    ...[
      ...schemaProblems(result.error?.issues ?? [], combined.data),
      ...ruleProblems(combined.data),
    ].map(combined.locate),
  ];
  const place = (problem: PlacedProblem): SourceProblem => {
    const { name = '', yaml } = files[problem.file] ?? {};
    const at = yaml?.place(problem) ?? { line: 1, column: 1, message: problem.message };
    return { ...at, file: name };
  };
  const problems = [...once, ...withoutRepeated(found, { place, compare }, mostProblems + 1)];
  if (result.success && problems.length === 0) return { framework: toFramework(result.data) };
  return { problems: inOrder(problems, sources) };
}

/** Formats a problem for people and editors: "ladders/x.yaml:12: what is wrong, what to do". */
export function formatProblem(fileName: string, problem: FileProblem): string {
  return visible(`${fileName}:${problem.line}: ${problem.message}`);
}

/** The most problems that are reported; finding the lines of more would take too long. */
const mostProblems = 500;

/** Orders problems by file, then by line. */
function orderOf(sources: readonly SourceFile[]) {
  const place = new Map(sources.map(({ name }, nth) => [name, nth]));
  return (one: SourceProblem, other: SourceProblem) =>
    (place.get(one.file) ?? 0) - (place.get(other.file) ?? 0) ||
    one.line - other.line ||
    one.column - other.column;
}

function inOrder(problems: SourceProblem[], sources: readonly SourceFile[]): SourceProblem[] {
  const sorted = problems.sort(orderOf(sources));
  if (sorted.length <= mostProblems) return sorted;
  const [last] = sorted.slice(mostProblems - 1);
  const message = 'There are more problems than these. Mend them first, then check again.';
  const { line = 1, file = '' } = last ?? {};
  return [...sorted.slice(0, mostProblems), { file, line, column: 1, message }];
}
