import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { largeLadder } from './ladders/made-up.js';
import { tellingScale } from './telling-framework.js';

/** The keys that the made-up people's roles and the tests' requests name, in place of others. */
const keys = {
  'role-1': 'manager',
  'role-53': 'senior',
  'role-105': 'professional-lead',
  'role-157': 'team-leader',
  'role-2': 'associate',
  'skill-12': 'execution',
  'skill-20': 'impact',
};

/**
 * Writes the large made-up ladder into a directory, with a scale that tells who has rated and with
 * keys as the built-in ladder has them; returns the file.
 */
export function writeLargeTellingLadder(directory: string): string {
  const text = largeLadder().replace(/\b(?:role|skill)-\d+\b/g, (key) =>
    key in keys ? keys[key as keyof typeof keys] : key,
  );
  const path = join(directory, 'large.yaml');
  const head = { ...parse(text), scale: tellingScale };
  writeFileSync(path, stringify(head, { lineWidth: 0 }));
  return path;
}
