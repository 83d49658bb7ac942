import type { WorkspaceTarget } from '../jobs/minute-job.js';
import type { Check } from '../readiness/index.js';
import type { Routes } from '../runtime/http-server.js';
import type { FindApp } from '../slack/bolt/reception.js';
import type { Shared } from './workspace-parts.js';

/** What a way of serving, one workspace or several, begins with. */
export interface ServingBasis {
  shared: Shared;
  /** Makes a workspace's ladder current. Throws as `startFramework` does. */
  startFramework(workspaceId: string): Promise<void>;
}

/** What a way of serving gives to the server. */
export interface Serving {
  /** Those that are served now. */
  workspaceIds(): string[];
  /** What the minute job works for, asked for each minute. */
  targets(): Promise<readonly WorkspaceTarget[]>;
  findApp: FindApp;
  /** Checks that are the same for all instances, or temporary. */
  checks: Check[];
  /** Further paths of the server. */
  routes: Routes;
}
