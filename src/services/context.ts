import type { Database } from '../database/index.js';
import type { FrameworkVersion } from '../domain/framework/framework.js';
import type { RenamedKey } from '../domain/framework/renames.js';
import type { Members } from './members.js';
import type { MessageRegistry } from './message.js';
import type { Observer } from './observer.js';

/** Tells the time; the playground's can be moved forward. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Structured log: a sentence of ours and ids, never what a person wrote. */
export interface Log {
  /** Absent where such lines are not kept: called as `debug?.(…)` they cost nothing then. */
  debug?: ((fields: object, sentence: string) => void) | undefined;
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

/** What every service works with. */
export interface Context {
  db: Database;
  clock: Clock;
  log: Log;
  frameworks: FrameworkLibrary;
  /** The kinds of messages, as the features define them. */
  messages: MessageRegistry<Context>;
  /** Undefined where there are no requests: then nobody new is added. */
  members?: Members | undefined;
  /** Undefined without metrics. */
  observer?: Observer | undefined;
}

/** Framework versions in memory: the current one of a workspace without a query, any by its id. */
export interface FrameworkLibrary {
  /** The current version; throws UserFacingError if the workspace has none. */
  current(workspaceId: string): FrameworkVersion;
  /** Any version, read from the database the first time. */
  version(id: string): Promise<FrameworkVersion>;
  /** The renames of competencies in the versions after one, up to the current; the oldest first. */
  renamesSince(workspaceId: string, versionId: string): Promise<RenamedKey[][]>;
  /** Makes the newest version in the database the current one, where it isn't yet. */
  refresh(workspaceId: string): Promise<FrameworkVersion | undefined>;
}
