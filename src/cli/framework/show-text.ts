import type { Competency, Framework, Role, Track } from '../../domain/framework/framework.js';
import { grouped } from '../../domain/framework/grouped.js';
import { type ComparedCompetency, compareRoles } from '../../domain/role/comparison.js';
import { yearsRange } from '../../domain/role/facts.js';
import { competencyLabel } from '../../domain/role/labels.js';
import { type FrameworkIndex, indexOf } from '../../domain/role/position.js';
import { count } from '../../domain/text/count.js';

/** A ladder as Ladder understands it: families, tracks, rungs in order, and what is new at each. */
export function showText(framework: Framework): string {
  const index = indexOf(framework);
  const { name, key, roles, competencies, tracks } = framework;
  const head = `${name} (${key}): ${count(tracks.length, 'track', 'tracks')}, ${count(roles.length, 'role', 'roles')}, ${count(competencies.length, 'competency', 'competencies')}`;
  const labels = framework.scale.map(({ label }) => label).join(' · ');
  const scale = framework.rate
    ? `Rated by their levels; competencies without any by the scale: ${labels}`
    : `Scale: ${labels}`;
  const families = grouped(tracks, ({ family }) => family ?? '');
  const parts = [...families].map(([family, tracks]) =>
    [
      ...(family ? [family.toUpperCase()] : []),
      ...tracks.map((track) => trackText(index, track)),
    ].join('\n\n'),
  );
  const levels = competencies.flatMap((competency) => levelsText(index, competency) ?? []);
  return [
    ...[head, competencyLines(framework), scale, '', parts.join('\n\n')],
    ...(levels.length > 0 ? ['', 'LEVELS, lowest first', '', levels.join('\n\n')] : []),
  ].join('\n');
}

/** Undefined where the competency has no levels. */
function levelsText(index: FrameworkIndex, competency: Competency): string | undefined {
  const { key } = competency;
  const levels = index.levels(key);
  if (levels.length === 0) return undefined;
  const lines = levels.flatMap(({ name, text, behaviours }) => [
    `  ${name}${text ? `: ${oneLine(text)}` : ''}`,
    ...behaviours.map((one) => `    + ${oneLine(one.text)}`),
  ]);
  return [`${competencyLabel(index, competency)} (${key})`, ...lines].join('\n');
}

function competencyLines({ competencies }: Framework): string {
  const groups = grouped(competencies, ({ group }) => group ?? '');
  const line = ([group, some]: [string, Framework['competencies']]) =>
    `${group || 'Competencies'}: ${some.map(({ name }) => name).join(' · ')}`;
  return [...groups].map(line).join('\n');
}

function trackText(index: FrameworkIndex, track: Track): string {
  const rungs = index.rungs(track.key);
  const leads = track.leadsTo.map((key) => nameOf(index.track(key)) ?? key);
  const head = `${nameOf(track) ?? track.key} (${track.key})${leads.length > 0 ? `, leads to ${leads.join(', ')}` : ''}`;
  if (rungs.length === 0) return `${head}\n  no role yet`;
  return [
    head,
    ...rungs.map((role, nth) => rungText(index, role, { rung: nth + 1, below: rungs[nth - 1] })),
  ].join('\n');
}

function nameOf(track: Track | undefined): string | undefined {
  return track?.name;
}

function rungText(
  index: FrameworkIndex,
  role: Role,
  { rung, below }: { rung: number; below: Role | undefined },
): string {
  const facts = [role.title, role.level, yearsRange(role), role.key].filter(Boolean).join(' · ');
  const was = role.was ? [`     was ${role.was.join(', ')}`] : [];
  const asked = below
    ? compareRoles(index, below, role).flatMap(newLines)
    : compareRoles(index, role, role).map(
        ({ competency, carried, definitions }) =>
          `     ${competency.name}: ${[...(definitions.to ? [definitions.to] : []), ...(carried.length > 0 ? [count(carried.length, 'behaviour', 'behaviours')] : [])].join(' · ')}`,
      );
  const none = asked.length === 0 ? ['     asks the same as the rung below'] : [];
  return [`  ${rung}. ${facts}`, ...was, ...asked, ...none].join('\n');
}

/** What a rung asks that the one below doesn't; nothing where they ask the same. */
function newLines({
  competency,
  definitions,
  added,
  changed,
  dropped,
}: ComparedCompetency): string[] {
  const isReworded = definitions.to !== definitions.from && definitions.to !== '';
  const lines = [
    ...(isReworded ? [`       ${definitions.to}`] : []),
    ...added.map(({ text }) => `       + ${oneLine(text)}`),
    ...changed.map(({ to }) => `       ~ ${oneLine(to.text)}`),
    ...(dropped.length > 0 ? [`       ${dropped.length} no longer asked`] : []),
  ];
  return lines.length === 0 ? [] : [`     ${competency.name}`, ...lines];
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' / ');
}
