import { stringify } from 'yaml';
import { numbers, textOf } from '../../../bench/large-ladder.js';

export { largeLadder } from '../../../bench/large-ladder.js';

/** The text of a wide ladder file: many competencies down, roles across, a sentence in each cell. */
export function wideLadder(): string {
  const competencies = numbers(30).map((n) => ({ key: `row-${n}`, name: `Row ${n}` }));
  const roles = numbers(9).map((n) => ({
    ...{ key: `column-${n}`, title: `Column ${n}` },
    expectations: Object.fromEntries(
      competencies.map(({ key }, nth) => [key, textOf(140, n * 31 + nth)]),
    ),
  }));
  return stringify({ format: 1, name: 'Wide Table', competencies, roles }, { lineWidth: 0 });
}
