import type { WebClient } from '@slack/web-api';
import type { Context } from '../../../services/context.js';
import { describeError, UserFacingError } from '../../../services/errors/index.js';
import type { Members, Profile } from '../../../services/members.js';
import { knownStanding, type Standing, standingOf } from '../../../services/person/index.js';
import { within } from '../../../system/time-limit.js';
import { slackDirectory } from './directory.js';

/** A person waits for the answer, and a trigger is valid for three seconds. */
const maxWaitMs = 1500;
/**
 * Our own rows are read faster, unless the database has a problem, which a later statement reports.
 */
const databaseMs = 400;
/** So long an answer is taken for true. */
const rememberedMs = 60_000;
/** So many answers are kept, each a few words. */
const mostRemembered = 5000;

/** Says what people are to the workspace: from memory, from our rows, or by asking Slack. */
export class SlackMembers implements Members {
  readonly #client: WebClient;
  readonly #context: Pick<Context, 'db' | 'log'>;
  readonly #workspace: { id: string; slackTeamId: string };
  readonly #standings = new Memory<Standing>();
  readonly #locales = new Memory<string>();
  readonly #lookUps = new Map<string, Promise<Standing>>();
  readonly #profiles = new Memory<Promise<Profile | undefined>>();

  /** The client should have a short time limit, and a queue of its own. */
  constructor(
    client: WebClient,
    context: Pick<Context, 'db' | 'log'>,
    workspace: { id: string; slackTeamId: string },
  ) {
    this.#client = client;
    this.#context = context;
    this.#workspace = workspace;
  }

  /**
   * Returns a person's standing. Known people don't wait for Slack. Throws what the database
   * throws, and UserFacingError where Slack doesn't answer about an unknown person.
   */
  async standingOf(slackUserId: string): Promise<Standing> {
    const remembered = this.#standings.get(slackUserId);
    if (remembered) return remembered;
    const running = this.#lookUps.get(slackUserId);
    if (running) return running;
    const lookUp = this.#lookUp(slackUserId).finally(() => this.#lookUps.delete(slackUserId));
    this.#lookUps.set(slackUserId, lookUp);
    return lookUp;
  }

  /** A person's locale, as far as it was read along with their standing. */
  localeOf(slackUserId: string): string | undefined {
    return this.#locales.get(slackUserId);
  }

  async #lookUp(slackUserId: string): Promise<Standing> {
    const who = { workspaceId: this.#workspace.id, slackUserId };
    const known = await within(databaseMs, knownStanding(this.#context, who));
    // A person who had left may be back, or be a guest now.
    const found =
      known && known.standing !== 'left' ? known : standingIn(await this.profileOf(slackUserId));
    this.#standings.set(slackUserId, found.standing);
    if (found.locale !== undefined) this.#locales.set(slackUserId, found.locale);
    return found.standing;
  }

  profileOf(slackUserId: string): Promise<Profile | undefined> {
    const asked = this.#profiles.get(slackUserId);
    if (asked) return asked;
    const asking = this.#ask(slackUserId);
    this.#profiles.set(slackUserId, asking);
    asking.catch(() => this.#profiles.delete(slackUserId));
    return asking;
  }

  /** Drops the cached answer; to be called when Slack reports a change. */
  forget(slackUserId: string): void {
    this.#standings.delete(slackUserId);
    this.#locales.delete(slackUserId);
    this.#profiles.delete(slackUserId);
  }

  async #ask(slackUserId: string): Promise<Profile | undefined> {
    const directory = slackDirectory(this.#client, this.#workspace.slackTeamId);
    try {
      return await within(maxWaitMs, directory.find(slackUserId));
    } catch (error) {
      this.#context.log.warn(
        { user: slackUserId, ...describeError(error) },
        'Slack did not say who somebody is',
      );
      throw new UserFacingError(
        "I don't know you yet, and Slack didn't tell me in time whether you are a member here. Nothing is lost; try again in a minute.",
      );
    }
  }
}

function standingIn(profile: Profile | undefined): { standing: Standing; locale?: string } {
  return { standing: standingOf(profile), ...(profile && { locale: profile.locale }) };
}

/** Answers of the last minute; the oldest make room for new ones. */
class Memory<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>();

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until > performance.now() ? entry.value : undefined;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: performance.now() + rememberedMs });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > mostRemembered && oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
