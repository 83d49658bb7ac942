import type { Config } from '../config.js';
import type { OpenDatabase } from '../database/index.js';
import { erasedListKeeper } from '../erased-list-file.js';
import { readFrameworkFile } from '../framework-file.js';
import { startFramework } from '../framework-source.js';
import { createLog, withReferences } from '../log.js';
import { createMetrics } from '../metrics/index.js';
import { type Clock, type Context, type Log, systemClock } from '../services/context.js';
import { Frameworks } from '../services/framework/index.js';
import { messages } from '../services/messages/index.js';
import { listLostRoles, lostRolesAdvice, lostRolesText } from '../services/person/index.js';
import type { ServingBasis } from './serving.js';

export interface StartOptions {
  clock?: Clock;
  log?: Log;
  schedule?: boolean;
}

/** What is made before anything is opened. */
export function createShared(config: Config, options: StartOptions) {
  const { clock = systemClock, schedule = true } = options;
  const log = withReferences(options.log ?? createLog(config.logLevel));
  const over = config.slack.appToken ? 'socket' : 'http';
  const metrics = config.metricsPort === undefined ? undefined : createMetrics({ over });
  const { frameworkFile } = config;
  const framework = frameworkFile === undefined ? undefined : readFrameworkFile(frameworkFile);
  const watched = { log, observer: metrics?.slack };
  return { clock, schedule, log, over, metrics, framework, watched } as const;
}
export type SharedParts = ReturnType<typeof createShared>;

/** What every service works with; the members of a workspace are added to it. */
export function contextOf({ clock, log, metrics }: SharedParts, { db }: OpenDatabase): Context {
  const frameworks = new Frameworks(db, log);
  return { db, clock, log, observer: metrics?.sending, frameworks, messages };
}

/** What a way of serving begins with. */
export function basisOf(
  config: Config,
  { framework, log, clock, watched }: SharedParts,
  context: Context,
): ServingBasis {
  const frameworks = context.frameworks as Frameworks;
  return {
    shared: {
      context,
      slack: config.slack,
      observer: watched.observer,
      hasLadderFile: framework !== undefined,
      keepErasedList: erasedListKeeper(context, config.dataDirectory),
    },
    async startFramework(workspaceId) {
      await startFramework(frameworks, workspaceId, { framework, log, at: clock.now() });
      const roles = await listLostRoles(context, workspaceId);
      if (roles.length === 0) return;
      log.warn({ workspace: workspaceId, roles }, `${lostRolesText(roles)} ${lostRolesAdvice}`);
    },
  };
}
