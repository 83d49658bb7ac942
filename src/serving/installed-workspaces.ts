import type { App } from '@slack/bolt';
import type { TokenKey } from '../domain/installation/token-keys.js';
import type { WorkspaceTarget } from '../jobs/minute-job.js';
import {
  describeError,
  isDatabaseAway,
  isTransient,
  UserFacingError,
} from '../services/errors/index.js';
import {
  deleteInstallation,
  type Installation,
  listInstallations,
  readTokens,
} from '../services/installation/index.js';
import { listWorkspaces, type Workspace } from '../services/workspace/index.js';
import type { ServingBasis } from './serving.js';
import { createWorkspaceParts, type WorkspaceParts } from './workspace-parts.js';

/** The parts of an installation, as of one revision of it. */
interface Served {
  revision: string;
  parts: WorkspaceParts;
}

const notReady = 'It could not be made ready; it is tried again in a minute.';

/** Somebody may send requests of many unknown workspaces. */
const soonestMs = 2_000;

/** The workspaces in which the app is installed, each with its parts, as the database has them. */
export class InstalledWorkspaces {
  readonly #basis: ServingBasis;
  readonly #keys: readonly TokenKey[];
  /** By Slack's id of the workspace or organisation. */
  #served = new Map<string, Served>();
  /** The workspaces without an installation: what is old is erased there all the same. */
  #left = new Map<string, WorkspaceTarget>();
  /** What keeps an installation from being served, in words, by Slack's id of its workspace. */
  #problems = new Map<string, string>();
  #refreshing: Promise<void> | undefined;
  #refreshedAt = Number.NEGATIVE_INFINITY;

  constructor(basis: ServingBasis, keys: readonly TokenKey[]) {
    this.#basis = basis;
    this.#keys = keys;
  }

  app(slackTeamId: string): App | undefined {
    return this.#served.get(slackTeamId)?.parts.app;
  }

  ids(): string[] {
    return [...this.#served.values()].map(({ parts }) => parts.target.workspaceId);
  }

  targets(): WorkspaceTarget[] {
    return [...[...this.#served.values()].map(({ parts }) => parts.target), ...this.#left.values()];
  }

  /** Returns in how many workspaces the app is installed, and they can't be served. */
  unserved(): number {
    return this.#problems.size;
  }

  /** Reads what is installed now. Throws what the database throws; what was known stays then. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#read().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** The same, with what has changed while an earlier call was running. */
  async refreshAnew(): Promise<void> {
    await this.#refreshing?.catch(() => {
      // Its own caller gets the error; this one reads again.
    });
    await this.refresh();
  }

  async refreshOrLog(): Promise<void> {
    await this.refresh().catch((error) => {
      const fields = describeError(error);
      this.#basis.shared.context.log.error(fields, 'which workspaces there are could not be read');
    });
  }

  /** The same for a request, now and then. */
  async refreshSoon(): Promise<void> {
    if (!this.#refreshing && performance.now() < this.#refreshedAt + soonestMs) return;
    await this.refresh();
  }

  async #read(): Promise<void> {
    this.#refreshedAt = performance.now();
    const { context } = this.#basis.shared;
    const installations = await listInstallations(context);
    const served = new Map<string, Served>();
    const problems = new Map<string, string>();
    for (const installation of installations) {
      const { slackTeamId } = installation.workspace;
      try {
        served.set(slackTeamId, await this.#serve(installation));
      } catch (error) {
        if (isTransient(error) || isDatabaseAway(error)) throw error;
        const why = error instanceof UserFacingError ? error.message : notReady;
        problems.set(slackTeamId, why);
        if (this.#problems.get(slackTeamId) !== why) {
          const fields = { workspace: installation.workspace.id, ...describeError(error) };
          context.log.error(fields, `a workspace is not served. ${why}`);
        }
      }
    }
    const installed = new Set(installations.map(({ workspace }) => workspace.id));
    const others = (await listWorkspaces(context)).filter(({ id }) => !installed.has(id));
    const left = others.map((one) => this.#leave(one));
    this.#served = served;
    this.#problems = problems;
    this.#left = new Map(left.map((target) => [target.workspaceId, target]));
  }

  async #serve({ workspace, revision, ...bot }: Installation): Promise<Served> {
    const known = this.#served.get(workspace.slackTeamId);
    if (known?.revision === revision) return known;
    const { shared, startFramework } = this.#basis;
    const { context } = shared;
    const tokens = await readTokens(context, this.#keys, workspace.id);
    if (!tokens) throw new UserFacingError('The app was uninstalled just now.');
    await startFramework(workspace.id);
    const { botId, botUserId, enterpriseId } = bot;
    const identity = {
      ...{ teamId: workspace.slackTeamId, teamName: workspace.name, botId, botUserId },
      ...(enterpriseId !== undefined && { enterpriseId }),
    };
    const forgetToken = async () => {
      await deleteInstallation(context, { workspaceId: workspace.id, revision });
      await this.refreshOrLog();
    };
    const { botToken } = tokens;
    const parts = createWorkspaceParts(shared, { workspace, identity, botToken, forgetToken });
    return { revision, parts };
  }

  #leave({ id: workspaceId }: Workspace): WorkspaceTarget {
    const { keepErasedList } = this.#basis.shared;
    return this.#left.get(workspaceId) ?? { workspaceId, messenger: undefined, keepErasedList };
  }
}
