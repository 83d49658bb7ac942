import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { indexOf } from '../../domain/role/position.js';
import type { Overview } from '../../services/person/index.js';

/** "Business Operations ladder, version 1". */
export function versionText({ framework, number }: FrameworkVersion): string {
  return `${framework.name} ladder, version ${number}`;
}

/** The person's role, if they have one and the current version still has it. */
export function roleOf({ framework }: FrameworkVersion, { person }: Overview): Role | undefined {
  return person.roleKey === undefined ? undefined : indexOf(framework).role(person.roleKey);
}
