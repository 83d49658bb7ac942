import type { Competency, Role } from '../framework/framework.js';
import { grouped } from '../framework/grouped.js';
import { OPTION_LIMIT } from '../framework/schema.js';
import { cut } from '../text/text.js';
import type { FrameworkIndex } from './position.js';

/** The labels of a framework's roles and competencies by their keys, computed once. */
interface Labels {
  roles: Map<string, string>;
  competencies: Map<string, string>;
}

const read = new WeakMap<FrameworkIndex, Labels>();

/** Returns a role's title; with its level or its track where other roles have the same one. */
export function roleLabel(index: FrameworkIndex, { key, title }: Role): string {
  return labelsOf(index).roles.get(key) ?? title;
}

/** Returns what roles that stand together are called: their titles; the label where another has the same one. */
export function titlesApart(index: FrameworkIndex, roles: readonly Role[]): string[] {
  const same = grouped(roles, ({ title }) => title);
  return roles.map((role) =>
    same.get(role.title)?.length === 1 ? role.title : roleLabel(index, role),
  );
}

/**
 * Returns a competency's name; with its group where others have the same one. No longer than a name
 * may be.
 */
export function competencyLabel(index: FrameworkIndex, { key, name }: Competency): string {
  return labelsOf(index).competencies.get(key) ?? name;
}

/** Returns a competency with its label for a name, for lists that don't show its group. */
export function labelled(index: FrameworkIndex, competency: Competency): Competency {
  const name = competencyLabel(index, competency);
  return name === competency.name ? competency : { ...competency, name };
}

function labelsOf(index: FrameworkIndex): Labels {
  const known = read.get(index);
  if (known) return known;
  const { roles, competencies } = index.framework;
  const place = ({ track }: Role) => index.track(track)?.name;
  const labels = {
    roles: distinct(roles, [
      ({ title }) => title,
      ({ title, level }) => (level ? `${title} (${level})` : title),
      (role) => [role.title, place(role)].filter(Boolean).join(' · '),
      (role) => [role.title, role.level, place(role)].filter(Boolean).join(' · '),
    ]),
    competencies: distinct(competencies, [({ name }) => name, inGroup]),
  };
  read.set(index, labels);
  return labels;
}

const mostOfGroup = 36;

function inGroup({ name, group }: Competency): string {
  if (!group) return name;
  const where = ` · ${cut(group, mostOfGroup)}`;
  return `${cut(name, OPTION_LIMIT - where.length)}${where}`;
}

/** Returns each item's shortest label that no other item has, by its key; else its longest. */
function distinct<Item extends { key: string }>(
  items: readonly Item[],
  ways: readonly ((item: Item) => string)[],
): Map<string, string> {
  const made = ways.map((label) => items.map(label));
  const counts = made.map((labels) => {
    const count = new Map<string, number>();
    for (const label of labels) count.set(label, (count.get(label) ?? 0) + 1);
    return count;
  });
  return new Map(
    items.map(({ key }, nth) => {
      const own = made.find((labels, way) => counts[way]?.get(labels[nth] ?? '') === 1);
      return [key, (own ?? made.at(-1))?.[nth] ?? key];
    }),
  );
}
