import type { AskedBehaviour } from '../../../domain/framework/expectations.js';
import type { FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import type { ComparedCompetency } from '../../../domain/role/comparison.js';
import { count } from '../../ui/blocks.js';
import type { Piece, Section } from '../../ui/sections.js';
import { type Compared, comparedIn, shortOf } from './comparison.js';

/** One competency in full, for each of the roles: what is new, what changes, what carries on. */
export function inFullSections(
  version: FrameworkVersion,
  { from, to }: Compared,
  competency: string,
): Section[] {
  return to.flatMap((role) => {
    const one = comparedIn(version, from, role).find((each) => each.competency.key === competency);
    const sections = one ? inFull(version, one, from, role) : [];
    if (to.length === 1) return sections;
    const short = shortOf(version, role);
    return sections.map(({ name, pieces }) => ({ name: `${short} · ${name}`, pieces }));
  });
}

function inFull(
  version: FrameworkVersion,
  { definitions, carried, changed, added, dropped }: ComparedCompetency,
  from: Role,
  to: Role,
): Section[] {
  const definition = ((): Section => {
    const name = 'By definition';
    if (definitions.from + definitions.to === '') return { name, pieces: [] };
    if (definitions.from === definitions.to) {
      return { name: `${name}, the same`, pieces: [{ kind: 'lead', text: definitions.to }] };
    }
    if (definitions.from && definitions.to) {
      return {
        name,
        pieces: [{ kind: 'change', before: definitions.from, text: definitions.to }],
      };
    }
    const role = definitions.to ? to : from;
    const label = `Only ${shortOf(version, role)}`;
    return { name, pieces: [{ kind: 'note', label, text: definitions.to || definitions.from }] };
  })();
  const point = ({ text }: { text: string }): Piece => ({ kind: 'point', text });
  const lists: Section[] = [
    { name: 'New', pieces: added.map(point) },
    {
      name: 'Changed',
      pieces: changed.map(({ from, to }): Piece => {
        return { kind: 'change', before: from.text, text: to.text };
      }),
    },
    { name: 'Carries on', pieces: carriedPieces(carried) },
    { name: `Only at ${shortOf(version, from)}`, pieces: dropped.map(point) },
  ];
  return [definition, ...lists].filter(({ pieces }) => pieces.length > 0);
}

/** What is written for the role again; what adds up by itself is only counted. */
function carriedPieces(carried: AskedBehaviour[]): Piece[] {
  const own = carried.filter(({ from }) => from === 'role');
  const added = carried.length - own.length;
  const more = own.length > 0 ? 'more behaviour' : 'behaviour';
  return [
    ...own.map(({ text }): Piece => ({ kind: 'point', text })),
    ...(added > 0 ? [{ kind: 'point', text: `${count(added, more)}, as before` } as const] : []),
  ];
}
