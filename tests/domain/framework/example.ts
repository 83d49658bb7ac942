import { readFileSync } from 'node:fs';
import { formatProblem, parseFrameworkFile } from '../../../src/domain/framework/file.js';

/** The guide to the format, and the example in it, which the tests change piece by piece. */
export const guide = readFileSync('docs/ladder-format.md', 'utf8');

/** Every example of the guide, with its headings' text; those in several files begin with `# file:`. */
export const guideExamples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text = ''], nth) => ({ text, nth }),
);
export const example =
  guideExamples.map(({ text }) => text).find((text) => text.includes('key: support')) ?? '';

/** The problems of a text as people read them. */
export function problemsOf(text: string): string[] {
  const result = parseFrameworkFile(text, 'x.yaml');
  return 'problems' in result ? result.problems.map((one) => formatProblem('x.yaml', one)) : [];
}

/** The problems of the example once a piece of it is replaced; throws if it has no such piece. */
export function afterChange(from: string, to: string): string[] {
  if (!example.includes(from)) throw new Error(`"${from}" does not stand in the example`);
  return problemsOf(example.replace(from, () => to));
}

/** The line on which a text first stands in the example. */
export function lineOf(text: string): number {
  return example.slice(0, example.indexOf(text)).split('\n').length;
}

/** The framework of a text; throws its problems if it has any. */
export function frameworkOf(text: string) {
  const result = parseFrameworkFile(text, 'x.yaml');
  if ('problems' in result) throw new Error(problemsOf(text).join('\n'));
  return result.framework;
}
