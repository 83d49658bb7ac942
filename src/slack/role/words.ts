import type { FrameworkVersion, Role } from '../../domain/framework.js';
import { type FrameworkIndex, positionOf } from '../../domain/role-index.js';

/** "usually 2–4 years", "usually up to 1.5 years", "usually 5 years or more". */
export function yearsText({ years }: Role): string {
  const { from, to } = years;
  if (to === null) return `usually ${from} ${from === 1 ? 'year' : 'years'} or more`;
  if (from === 0) return `usually up to ${to} ${to === 1 ? 'year' : 'years'}`;
  return `usually ${from}–${to} years`;
}

/** "rung 3 of 4, then the path forks". */
export function positionText(index: FrameworkIndex, role: Role): string {
  const { rung, of, leadsTo } = positionOf(index, role);
  const [only] = leadsTo;
  const after =
    leadsTo.length > 1 ? ', then the path forks' : only ? `, then on to the ${only.name}` : '';
  return `rung ${rung} of ${of}${after}`;
}

/** "Senior · usually 2–4 years · Professional path · rung 3 of 4, then the path forks". */
export function roleFacts(index: FrameworkIndex, role: Role): string {
  const track = index.track(role.track)?.name ?? '';
  return [role.level, yearsText(role), track, positionText(index, role)].join(' · ');
}

/** "Business Operations ladder, version 1". */
export function versionText({ framework, number }: FrameworkVersion): string {
  return `${framework.name} ladder, version ${number}`;
}
