import type { Config } from './config.js';
import { openDatabase } from './database/index.js';
import type { Framework } from './domain/framework/framework.js';
import { erasedListKeeper, keepErasedList } from './erased-list-file.js';
import { readFrameworkFile } from './framework-file.js';
import { startFramework } from './framework-source.js';
import { startJobs } from './jobs/index.js';
import { createLog, withReferences } from './log.js';
import { createMetrics } from './metrics/index.js';
import { startMetricsServer } from './metrics/server.js';
import { databaseCheck } from './readiness/database.js';
import { diskCheck } from './readiness/disk.js';
import { createChecks, problemsOf, stoppingCheck } from './readiness/index.js';
import { installationCheck } from './readiness/installation.js';
import { minuteJobCheck } from './readiness/minute-job.js';
import { slackChecks, socketCheck } from './readiness/slack.js';
import { onThisMachine, statusHandler } from './readiness/status.js';
import { type Clock, type Context, type Log, systemClock } from './services/context.js';
import { forgetRefusal, type Messenger } from './services/delivery/index.js';
import { Frameworks } from './services/framework/index.js';
import { messages } from './services/messages/index.js';
import {
  listLostRoles,
  lostRolesAdvice,
  lostRolesText,
  ProfileReader,
} from './services/person/index.js';
import { noteInstalled, rememberWorkspace, type Workspace } from './services/workspace/index.js';
import { createSlackApp } from './slack/app.js';
import { startConnection } from './slack/bolt/connection.js';
import { slackDirectory } from './slack/bolt/members/directory.js';
import { SlackMembers } from './slack/bolt/members/members.js';
import { slackOwnFiles } from './slack/bolt/own-files.js';
import { slackFiles } from './slack/bolt/shared-files.js';
import { askingClient, backgroundClient } from './slack/bolt/web-api/clients.js';
import {
  checkAppToken,
  type Identity,
  identify,
  takesToken,
} from './slack/bolt/web-api/identity.js';
import { slackMessenger } from './slack/delivery/send.js';
import { messageBlocks } from './slack/messages.js';
import { version } from './version.js';

/** A running Ladder. */
export interface Ladder {
  context: Context;
  workspace: Workspace;
  messenger: Messenger;
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

/**
 * Builds all parts and starts them: framework, Slack's check of the token, database, listeners,
 * jobs. Throws an Error in words if one of them fails, with nothing left open. Without `schedule`
 * nothing is sent by itself: for callers that move the clock and send by hand.
 */
export async function startLadder(
  config: Config,
  options: { clock?: Clock; log?: Log; schedule?: boolean } = {},
): Promise<Ladder> {
  const { clock = systemClock, schedule = true } = options;
  const log = withReferences(options.log ?? createLog(config.logLevel));
  const over = config.slack.appToken ? 'socket' : 'http';
  const metrics = config.metricsPort === undefined ? undefined : createMetrics({ over });
  const observer = metrics?.slack;
  const { frameworkFile } = config;
  const framework = frameworkFile === undefined ? undefined : readFrameworkFile(frameworkFile);
  const client = backgroundClient(config.slack.botToken, config.slack, { log, observer });
  const identity = await identify(client, config.slack);
  const { appToken } = config.slack;
  if (appToken) await checkAppToken(backgroundClient(appToken, config.slack, { log, observer }));
  const database = await openDatabase(config);
  if (database.warning) log.warn({}, database.warning);
  const closers = [() => database.close()];
  let stopping = false;
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const { context: basis, workspace } = await prepare(
      { db: database.db, clock, log, observer: metrics?.sending },
      identity,
      framework,
    );
    const asking = askingClient(config.slack.botToken, config.slack, { log, observer });
    const members = new SlackMembers(asking, basis, workspace);
    const context: Context = { ...basis, members };
    const messenger = slackMessenger(client, { ...config.slack, blocks: messageBlocks, log });
    // The checks of what this instance needs; `others` has what is the same for all instances, or
    // temporary.
    const own = createChecks([
      stoppingCheck(() => stopping),
      databaseCheck(context, { workspaceId: workspace.id, embedded: database.embedded }),
      ...(database.embedded ? [diskCheck(config.dataDirectory)] : []),
    ]);
    const others = slackChecks(() => identify(client, config.slack));
    others.push(installationCheck(context, workspace.id));
    const directory = slackDirectory(client, workspace.slackTeamId);
    if (schedule) {
      const profiles = new ProfileReader(context, directory, workspace.id);
      const target = {
        workspaceId: workspace.id,
        messenger,
        refreshProfiles: () => profiles.refresh(),
        takesToken: () => takesToken(client, config.slack),
        keepErasedList: erasedListKeeper(context, config.dataDirectory),
      };
      const jobs = startJobs({ context, targets: [target] });
      closers.push(() => jobs.stop());
      others.push(minuteJobCheck(jobs.lastSucceededMinute, { startedAt: new Date() }));
      metrics?.watchMinuteJob(jobs.lastSucceededMinute);
    }
    const slackApp = createSlackApp(
      {
        ...{ services: context, messenger, workspace, command: config.slack.command },
        ...{ directory, files: slackFiles(client, config.slack) },
        ownFiles: slackOwnFiles(client, config.slack),
        keepErasedList: () => keepErasedList(context, config.dataDirectory),
      },
      { ...config.slack, identity, members, observer },
    );
    others.push(socketCheck(slackApp.socketLostForMs, { over }));
    const checkOthers = createChecks(others);
    const status = statusHandler(async () => ({ ...(await own()), ...(await checkOthers()) }));
    const connection = await startConnection({
      host: config.host,
      port: config.port,
      slackApp,
      readiness: async () => problemsOf(await own()),
      routes: { 'GET /statusz': onThisMachine(status) },
      log,
    });
    closers.push(() => connection.stop());
    const { port, idle } = connection;
    const ports = { port, metricsPort: undefined as number | undefined };
    if (metrics && config.metricsPort !== undefined) {
      metrics.watchDatabase(context, database.poolUse);
      if (database.embedded) metrics.watchDisk(config.dataDirectory);
      const server = await startMetricsServer(metrics, {
        host: config.metricsHost,
        port: config.metricsPort,
        routes: { 'GET /statusz': status },
        log,
      });
      closers.push(() => server.stop());
      ports.metricsPort = server.port;
    }
    log.info({ ...ports, embedded: database.embedded, version, node: process.version }, 'ready');
    const announceStop = () => {
      stopping = true;
    };
    const { died } = database;
    return { context, workspace, messenger, ...ports, died, idle, announceStop, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepare(
  parts: Pick<Context, 'db' | 'clock' | 'log' | 'observer'>,
  identity: Identity,
  framework: Framework | undefined,
): Promise<{ context: Context; workspace: Workspace }> {
  const { db } = parts;
  const workspace = await rememberWorkspace(parts, {
    slackTeamId: identity.teamId,
    name: identity.teamName,
  });
  // Slack has just accepted this token; an earlier refusal may be resolved.
  await forgetRefusal(db, workspace.id);
  await noteInstalled(parts, workspace.id);
  const frameworks = new Frameworks(db, parts.log);
  const how = { framework, log: parts.log, at: parts.clock.now() };
  await startFramework(frameworks, workspace.id, how);
  const lost = await listLostRoles({ db, frameworks }, workspace.id);
  if (lost.length > 0) {
    parts.log.warn(
      { workspace: workspace.id, roles: lost },
      `${lostRolesText(lost)} ${lostRolesAdvice}`,
    );
  }
  return { context: { ...parts, frameworks, messages }, workspace };
}
