import type { Config, SeveralConfig, SlackConfig } from './config.js';
import { type OpenDatabase, openDatabase } from './database/index.js';
import { startJobs } from './jobs/index.js';
import type { Metrics } from './metrics/index.js';
import { startMetricsServer } from './metrics/server.js';
import { databaseCheck } from './readiness/database.js';
import { diskCheck } from './readiness/disk.js';
import { createChecks, problemsOf, stoppingCheck } from './readiness/index.js';
import { minuteJobCheck } from './readiness/minute-job.js';
import { socketCheck } from './readiness/slack.js';
import { onThisMachine, statusHandler } from './readiness/status.js';
import type { Context } from './services/context.js';
import type { Messenger } from './services/delivery/index.js';
import type { Workspace } from './services/workspace/index.js';
import {
  basisOf,
  contextOf,
  createShared,
  type SharedParts,
  type StartOptions,
} from './serving/basis.js';
import { identifyOne, type OneWorkspace, serveOne } from './serving/one-workspace.js';
import type { Serving, ServingBasis } from './serving/serving.js';
import { serveSeveral } from './serving/several-workspaces.js';
import { startConnection } from './slack/bolt/connection.js';
import { createReception } from './slack/bolt/reception.js';
import { backgroundClient } from './slack/bolt/web-api/clients.js';
import { checkAppToken } from './slack/bolt/web-api/identity.js';
import { version } from './version.js';

/** A running server. */
export interface Server {
  context: Context;
  /** The port of Slack's requests and the health checks. */
  port: number;
  /** The port of `/metrics`, if it is served. */
  metricsPort: number | undefined;
  /**
   * Resolves, with what to do in words, if it can't go on because its embedded database has ended.
   */
  died: Promise<Error>;
  /** Resolves when no request is being handled. */
  idle(): Promise<void>;
  /** Makes `/readyz` report that it stops; everything else goes on. */
  announceStop(): void;
  /** Stops taking work, finishes what runs, closes. */
  stop(): Promise<void>;
}

/** A running Ladder of one workspace. */
export interface Ladder extends Server {
  workspace: Workspace;
  messenger: Messenger;
}

/** A running Ladder of several workspaces. */
export interface SharedLadder extends Server {
  /** Looks which workspaces there are now, as it does each minute. */
  refresh(): Promise<void>;
  /** What the minute job works for now. */
  targets: Serving['targets'];
}

/**
 * Builds all parts and starts them: framework, Slack's check of the token, database, listeners,
 * jobs. Throws an Error in words if one of them fails, with nothing left open. Without `schedule`
 * nothing is sent by itself: for callers that move the clock and send by hand.
 */
export async function startLadder(
  config: Config & { slack: SlackConfig },
  options: StartOptions = {},
): Promise<Ladder> {
  const { slack } = config;
  const parts = createShared(config, options);
  const identified = await identifyOne(slack, parts.watched);
  const { server, serving } = await start(config, parts, (basis): Promise<OneWorkspace> => {
    return serveOne(basis, slack, identified);
  });
  const { context, workspace, messenger } = serving;
  return { ...server, context, workspace, messenger };
}

/** The same for the workspaces in which the app is installed, now or while it runs. */
export async function startSharedLadder(
  config: Config & { slack: SeveralConfig },
  options: StartOptions = {},
): Promise<SharedLadder> {
  const { slack } = config;
  const { server, serving } = await start(config, createShared(config, options), (basis) =>
    serveSeveral(basis, slack),
  );
  return { ...server, refresh: serving.refresh, targets: serving.targets };
}

/** Starts whichever of the two the configuration is for. */
export function startServer(
  { slack, ...rest }: Config,
  options: StartOptions = {},
): Promise<Server> {
  return slack.oauth
    ? startSharedLadder({ ...rest, slack }, options)
    : startLadder({ ...rest, slack }, options);
}

async function start<T extends Serving>(
  config: Config,
  parts: SharedParts,
  serve: (basis: ServingBasis) => Promise<T>,
): Promise<{ server: Server; serving: T }> {
  const { schedule, log, over, metrics, watched } = parts;
  const { appToken } = config.slack;
  if (appToken) await checkAppToken(backgroundClient(appToken, config.slack, watched));
  const database = await openDatabase(config);
  if (database.warning) log.warn({}, database.warning);
  const closers = [() => database.close()];
  let stopping = false;
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const context = contextOf(parts, database);
    const serving = await serve(basisOf(config, parts, context));
    // The checks of what this instance needs; `others` has what is the same for all instances, or
    // temporary.
    const own = createChecks([
      stoppingCheck(() => stopping),
      databaseCheck(context, { workspaceIds: serving.workspaceIds, embedded: database.embedded }),
      ...(database.embedded ? [diskCheck(config.dataDirectory)] : []),
    ]);
    const others = [...serving.checks];
    if (schedule) {
      const jobs = startJobs({ context, targets: serving.targets });
      closers.push(() => jobs.stop());
      others.push(minuteJobCheck(jobs.lastSucceededMinute, { startedAt: new Date() }));
      metrics?.watchMinuteJob(jobs.lastSucceededMinute);
    }
    const reception = createReception(config.slack, serving.findApp, watched);
    others.push(socketCheck(reception.socketLostForMs, { over }));
    const checkOthers = createChecks(others);
    const status = statusHandler(async () => ({ ...(await own()), ...(await checkOthers()) }));
    const connection = await startConnection({
      host: config.host,
      port: config.port,
      reception,
      readiness: async () => problemsOf(await own()),
      routes: { 'GET /statusz': onThisMachine(status), ...serving.routes },
      log,
    });
    closers.push(() => connection.stop());
    const { port, idle } = connection;
    const served = metrics && (await serveMetrics(config, metrics, { context, database, status }));
    if (served) closers.push(() => served.stop());
    const ports = { port, metricsPort: served?.port };
    log.info({ ...ports, embedded: database.embedded, version, node: process.version }, 'ready');
    const announceStop = () => {
      stopping = true;
    };
    const { died } = database;
    return { server: { context, ...ports, died, idle, announceStop, stop }, serving };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function serveMetrics(
  config: Config,
  metrics: Metrics,
  parts: { context: Context; database: OpenDatabase; status: ReturnType<typeof statusHandler> },
) {
  if (config.metricsPort === undefined) return undefined;
  const { context, database, status } = parts;
  metrics.watchDatabase(context, database.poolUse);
  if (database.embedded) metrics.watchDisk(config.dataDirectory);
  return startMetricsServer(metrics, {
    host: config.metricsHost,
    port: config.metricsPort,
    routes: { 'GET /statusz': status },
    log: context.log,
  });
}
