import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { projectPath } from '../../src/project-path.js';

/**
 * The person and the cycle of a rating: each has a point of its own, which nobody else ever
 * chooses.
 */
export type TellingPoint = 'past-self' | 'past-view' | 'now-self' | 'now-mika' | 'now-noor';

/** The lowest first: a chart shows a point as its place, from 1. */
export const tellingPoints: TellingPoint[] = [
  'past-self',
  'past-view',
  'now-self',
  'now-mika',
  'now-noor',
];

/** The scale of a ladder file in which each has theirs. */
export const tellingScale = tellingPoints.map((key) => ({ key, label: tellingLabel(key) }));

/** The competencies that it has, by their keys. */
const tellingCompetencies = ['impact', 'execution'] as const;

/** How a point reads. No other text of the framework has these words. */
export function tellingLabel(point: TellingPoint): string {
  return `Rated-${point}`;
}

interface File {
  competencies: { key: string }[];
  roles: { expectations: Record<string, unknown> }[];
}

/**
 * Writes the built-in ladder into a directory with two competencies and a scale that tells who has
 * rated; out comes the file.
 */
export function writeTellingFramework(directory: string): string {
  const built = readFileSync(projectPath('ladders', 'business-operations.yaml'), 'utf8');
  const file = parse(built) as File;
  const keys: readonly string[] = tellingCompetencies;
  const isKept = (key: string) => keys.includes(key);
  const telling = {
    ...file,
    key: 'telling',
    scale: tellingScale,
    competencies: file.competencies.filter(({ key }) => isKept(key)),
    roles: file.roles.map((role) => ({
      ...role,
      expectations: Object.fromEntries(
        Object.entries(role.expectations).filter(([key]) => isKept(key)),
      ),
    })),
  };
  const path = join(directory, 'telling.yaml');
  writeFileSync(path, stringify(telling));
  return path;
}
