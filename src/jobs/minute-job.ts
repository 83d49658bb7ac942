import type { Context } from '../services/context.js';
import {
  isRefused,
  type Messenger,
  reconcileUnknown,
  redrawDue,
  removePosts,
  sendDue,
  sleep,
  takePlanningLease,
} from '../services/delivery/index.js';
import { describeError } from '../services/errors/index.js';
import { eraseOldDrafts } from '../services/form-draft/index.js';
import { planMessages } from '../services/reminder/index.js';
import { eraseExpired } from '../services/retention/index.js';
import { inSpan } from '../services/span.js';
import { traced } from '../services/trace.js';
import { lookForInstallation, readUninstalled } from '../services/workspace/index.js';

/** A workspace that this process works for. */
export interface WorkspaceTarget {
  workspaceId: string;
  /** What its services work with, where that isn't what all share. */
  context?: Context;
  /** Undefined where the app isn't installed: nothing is planned and sent, and what is old is erased. */
  messenger: Messenger | undefined;
  /** Brings people's zones up to date before anything is sent by them. */
  refreshProfiles?: () => Promise<unknown>;
  /** Asks Slack whether it takes the token, after the app was uninstalled. */
  takesToken?: () => Promise<boolean>;
  /** Deletes the token once Slack refuses it, where it is in the database. */
  forgetToken?: (() => Promise<void>) | undefined;
  /** Keeps the list of erased people outside the database as well. */
  keepErasedList?: () => Promise<unknown>;
}

/** How long a sender sleeps at most while Slack asks to wait, in milliseconds. */
const longestSleepMs = 60_000;

/** The minute job of one workspace: planning in one of all processes, sending in each. */
export class MinuteJob {
  /** When a run last succeeded. */
  lastSucceededAt: Date | undefined;
  #sending: Promise<boolean> | undefined;
  readonly #context: Context;
  readonly #signal: AbortSignal;
  readonly target: WorkspaceTarget;
  readonly madeAt = new Date();

  constructor(context: Context, target: WorkspaceTarget, signal: AbortSignal) {
    this.#context = target.context ?? context;
    this.target = target;
    this.#signal = signal;
  }

  /**
   * Runs one minute's work; resolves when nothing is due any more. While an earlier run is still
   * sending, it sends what is planned here as well. Never throws.
   */
  async run(): Promise<void> {
    const begun = performance.now();
    const facts = { workspace: this.target.workspaceId };
    const well = await traced('minute job', facts, () => this.#runMinute());
    this.#context.observer?.minuteJob(well ? 'done' : 'failed', (performance.now() - begun) / 1000);
  }

  async #runMinute(): Promise<boolean> {
    const { workspaceId } = this.target;
    let mine = false;
    // Another instance, or an operator, may have published a version.
    await this.#attempt('looking for a new version of the ladder', () =>
      this.#context.frameworks.refresh(workspaceId),
    );
    await this.#attempt('writing the list of erased people', () => this.target.keepErasedList?.());
    const planned = await this.#attempt('planning what is due', async () => {
      mine = await takePlanningLease(this.#context.db, workspaceId);
      if (mine) await this.#plan();
    });
    if (planned && this.#sending) this.lastSucceededAt = new Date();
    this.#sending ??= this.#attempt('sending what is due', () => this.#send()).finally(() => {
      this.#sending = undefined;
    });
    // Reconciling doesn't delay anything, neither here nor at Slack.
    const decided = mine
      ? this.#attempt('looking for messages of unknown outcome', () => this.#reconcile())
      : true;
    const [sent] = await Promise.all([this.#sending, decided]);
    const well = planned && sent;
    if (well) this.lastSucceededAt = new Date();
    return well;
  }

  async #plan(): Promise<void> {
    const { workspaceId, refreshProfiles, takesToken, forgetToken } = this.target;
    await this.#attempt(
      'looking whether the app is installed again',
      () =>
        takesToken && lookForInstallation(this.#context, { workspaceId, takesToken, forgetToken }),
    );
    const isInstalled = await this.#isInstalled();
    await this.#attempt("reading people's profiles from Slack", () =>
      isInstalled ? refreshProfiles?.() : undefined,
    );
    await this.#attempt('erasing old drafts', () =>
      eraseOldDrafts(this.#context, { workspaceId, now: new Date() }),
    );
    await this.#attempt('erasing what is kept no longer', () =>
      eraseExpired(this.#context, { workspaceId, signal: this.#signal }),
    );
    if (isInstalled) await planMessages(this.#context, { workspaceId, signal: this.#signal });
  }

  async #reconcile(): Promise<void> {
    const { workspaceId, messenger } = this.target;
    if (!messenger || !(await this.#isInstalled())) return;
    const at = this.#context.clock.now();
    await reconcileUnknown(this.#context, messenger, { workspaceId, at, signal: this.#signal });
  }

  async #send(): Promise<void> {
    const { workspaceId, messenger } = this.target;
    if (!messenger) return;
    const signal = this.#signal;
    const at = this.#context.clock.now();
    if (await isRefused(this.#context, { workspaceId, at })) return;
    while (!signal.aborted) {
      const sent = await sendDue(this.#context, messenger, { workspaceId, signal });
      // What is due goes first, also before the next few posts that are to be drawn anew.
      const redrawn =
        sent.waitMs === undefined
          ? await redrawDue(this.#context, messenger, { workspaceId, signal })
          : { more: true };
      const removed =
        sent.waitMs === undefined
          ? await removePosts(this.#context, messenger, { workspaceId, signal })
          : { more: true };
      if (!redrawn.more && !removed.more) return;
      const waitMs = sent.waitMs ?? redrawn.waitMs ?? removed.waitMs;
      if (waitMs !== undefined) await sleep(Math.min(waitMs, longestSleepMs), signal);
    }
  }

  async #isInstalled(): Promise<boolean> {
    const { messenger, workspaceId } = this.target;
    return messenger !== undefined && !(await readUninstalled(this.#context, workspaceId));
  }

  /** Logs what fails; whatever it is, the next minute tries again. */
  async #attempt(what: string, work: () => Promise<unknown> | undefined): Promise<boolean> {
    try {
      await inSpan(what, {}, async () => work());
      return true;
    } catch (error) {
      const fields = { workspace: this.target.workspaceId, ...describeError(error) };
      this.#context.log.error(fields, `${what} failed; it is tried again in a minute`);
      return false;
    }
  }
}
