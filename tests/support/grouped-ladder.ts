import type { Framework } from '../../src/domain/framework/framework.js';
import { builtInFramework } from './built-in-framework.js';

/** Groups with how many competencies each has; the competencies stand in turns in the file. */
export const groups = { Craft: 5, Team: 4, Conduct: 3 };

/** The built-in roles with twelve competencies in three groups, three behaviours and a definition each. */
export function groupedLadder(): Framework {
  const { roles, ...framework } = builtInFramework();
  const competencies = Object.entries(groups)
    .flatMap(([group, many]) =>
      Array.from({ length: many }, (_, nth) => ({
        ...{ key: `${group.toLowerCase()}-${nth + 1}`, name: `${group} ${nth + 1}`, group },
        aliases: [],
        nth,
      })),
    )
    .sort((one, other) => one.nth - other.nth)
    .map(({ nth: _, ...competency }) => competency);
  return {
    ...framework,
    competencies,
    roles: roles.map((role) => ({
      ...role,
      expectations: competencies.map(({ key, name }) => ({
        competency: key,
        definition: `${role.title} in ${name}.`,
        behaviours: [1, 2, 3, 4, 5].map((nth) => ({ text: `${role.key} does ${key} ${nth}` })),
        ...{ opportunities: [], skills: [], links: [] },
      })),
    })),
  };
}
