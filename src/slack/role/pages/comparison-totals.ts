import type { FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import { type ComparedCompetency, compareRoles } from '../../../domain/role/comparison.js';
import { indexOf } from '../../../domain/role/position.js';
import { count } from '../../ui/blocks.js';

/** How much differs over all competencies: "12 new, 3 changed, 20 carry on; 4 of 5 definitions changed". */
export function comparisonTotals(version: FrameworkVersion, from: Role, to: Role): string {
  return totalsText(compareRoles(indexOf(version.framework), from, to));
}

/** The same in one competency. */
export function comparisonTotalsIn(
  version: FrameworkVersion,
  { from, to }: { from: Role; to: Role },
  competency: string,
): string {
  return totalsText(
    compareRoles(indexOf(version.framework), from, to).filter(
      (each) => each.competency.key === competency,
    ),
  );
}

type Counted = 'added' | 'changed' | 'carried' | 'dropped';

/** How much differs in these competencies. */
export function totalsText(all: ComparedCompetency[]): string {
  const sum = (key: Counted) => all.reduce((sum, compared) => sum + compared[key].length, 0);
  const [added, changed, carried] = [sum('added'), sum('changed'), sum('carried')];
  const dropped = sum('dropped');
  const definitions = definitionsText(all);
  const parts = [
    ...(added + changed + carried + dropped > 0
      ? [countsText({ added, changed, carried, dropped })]
      : []),
    ...(definitions ? [definitions] : []),
  ];
  const isSame = added + changed + dropped === 0 && !definitions;
  return isSame ? 'the same in both' : parts.join('; ');
}

function countsText({ added, changed, carried, dropped }: Record<Counted, number>): string {
  return [
    ...(added > 0 ? [`${added} new`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(carried > 0 ? [`${carried} ${carried === 1 ? 'carries' : 'carry'} on`] : []),
    ...(dropped > 0 ? [`${dropped} no longer asked`] : []),
  ].join(', ');
}

/** Where only one of the two has a definition, nothing has changed. Empty where all are the same. */
function definitionsText(all: readonly ComparedCompetency[]): string {
  const number = (matches: (from: string, to: string) => boolean) =>
    all.filter(({ definitions: { from, to } }) => matches(from, to)).length;
  const inBoth = number((from, to) => from !== '' && to !== '');
  const reworded = number((from, to) => from !== '' && to !== '' && from !== to);
  const added = number((from, to) => from === '' && to !== '');
  const gone = number((from, to) => from !== '' && to === '');
  const changed =
    inBoth === 1 ? 'the definition changed' : `${reworded} of ${inBoth} definitions changed`;
  return [
    ...(added > 0 ? [count(added, 'new definition')] : []),
    ...(reworded > 0 ? [changed] : []),
    ...(gone > 0 ? [`${count(gone, 'definition')} no longer there`] : []),
  ].join(', ');
}
