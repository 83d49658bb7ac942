import type { Role } from '../../domain/framework/framework.js';
import type { LadderHints } from '../../domain/framework-version/hints.js';
import { count } from '../../domain/text/count.js';

const mostNamed = 10;

/** Formats hints about a sound ladder, a line each. */
export function hintLines({ allNew, notFound, sharedLevels, longest }: LadderHints): string[] {
  const levels = sharedLevels.map(({ level, roles }) => `${level} (${roles} roles)`);
  return [
    ...(allNew.roles.length > 0
      ? [
          `On ${allNew.roles.length} of ${count(allNew.of, 'rung', 'rungs')} everything is new against the rung below: ${named(allNew.roles)}. Where a behaviour carries on, give it the same key or the same words.`,
        ]
      : []),
    ...(notFound.length > 0
      ? [
          `No word leads straight to ${count(notFound.length, 'role', 'roles')}: ${named(notFound)}. People choose from a list there; aliases help.`,
        ]
      : []),
    ...(levels.length > 0
      ? [`Several roles share a level: ${some(levels)}. Whoever types it chooses from a list.`]
      : []),
    ...(longest
      ? [
          `The longest check-in is that of ${longest.role.title}: ${sizeText(longest)}, about ${longest.minutes} minutes.`,
        ]
      : []),
  ];
}

function sizeText({ competencies, pages }: NonNullable<LadderHints['longest']>): string {
  const shown = count(pages, 'page', 'pages');
  return pages === competencies ? shown : `${competencies} competencies on ${shown}`;
}

function named(roles: readonly Role[]): string {
  return some(roles.map(({ title, key }) => `${title} (${key})`));
}

function some(texts: readonly string[]): string {
  const more = texts.length - mostNamed;
  return `${texts.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
