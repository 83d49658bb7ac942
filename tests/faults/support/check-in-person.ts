import { setTimeout as pause } from 'node:timers/promises';
import type { View } from '../../../playground/contract.js';
import type { LocalSlack } from '../../../playground/slack/index.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import {
  competencyOf,
  isForm,
  isLastPage,
  isSent,
  numberOf,
  ratingIn,
  textIn,
} from './check-in-window.js';
import type { CompanyPerson } from './company.js';
import { type Random, randomFor } from './random.js';

type Actor = ReturnType<LocalSlack['as']>;

/** What a person gave for one competency. */
export interface Given {
  /** Acknowledged as saved: the next page was shown after it. */
  promised?: { rating: string; text: string };
  /** What they typed since then, which may be saved as well. */
  since: string[];
}

/** How a person got through their check-in, and what broke a promise on the way. */
export interface Filled {
  person: CompanyPerson;
  /** By competency. */
  given: Map<string, Given>;
  proudOf: string;
  /** How many pages were acknowledged. */
  pages: number;
  /** Presses that were answered with a sentence that says to try again. */
  sentences: number;
  /** Presses that got no answer, so that Slack itself said to try again. */
  silences: number;
  broken: string[];
}

const { scale } = builtInFramework();
/** So long somebody looks at a window that doesn't change before they ask again; in milliseconds. */
const patienceMs = 15_000;
/** After a fault they lose patience sooner: nothing may come of what they pressed before it. */
const patienceAfterFaultMs = 1_000;
export interface FillingOptions {
  /** Counts what has gone wrong so far. */
  faults?: () => number;
  /** How long people think before they do the next thing, in milliseconds at most. Default: 0. */
  thinkMs?: number;
  /** So many people do something at once. Default: 12. */
  atOnce?: number;
}

/** People filling in their check-ins; what they have come to can be looked at while they do. */
export interface Crowd {
  filled: Filled[];
  /** So many of something, of all of them so far. */
  total(what: 'pages' | 'sentences' | 'silences'): number;
  /** Resolves when every check-in is said to be sent. */
  done: Promise<void>;
}

/**
 * People fill in their check-ins, some at a time, whatever becomes of the server meanwhile: what
 * wasn't acknowledged they do again, and now and then they close the window and open it anew, or look
 * back at what was acknowledged.
 */
export function startFilling(
  slack: LocalSlack,
  people: readonly CompanyPerson[],
  options: FillingOptions = {},
): Crowd {
  const filled: Filled[] = [];
  const rest = people.values();
  const one = async () => {
    for (const person of rest) {
      const filling = new Filling(slack, person, options);
      filled.push(filling.filled);
      await filling.run();
    }
  };
  return {
    filled,
    total: (what) => filled.reduce((sum, each) => sum + each[what], 0),
    done: Promise.all(Array.from({ length: options.atOnce ?? 12 }, one)).then(() => {}),
  };
}

class Filling {
  readonly filled: Filled;
  /** The page, from 1, below which the check-in may not be resumed. */
  private least = 1;
  private readonly actor: Actor;
  private readonly random: Random;
  private readonly faults: () => number;
  private readonly thinkMs: number;

  constructor(
    private readonly slack: LocalSlack,
    person: CompanyPerson,
    { faults = () => 0, thinkMs = 0 }: FillingOptions,
  ) {
    const random = randomFor(person.id);
    this.actor = slack.as(person.id);
    this.random = random;
    this.faults = faults;
    this.thinkMs = thinkMs;
    const proudOf = `Proud of ${random.between(1, 1e9)}.`;
    const counts = { pages: 0, sentences: 0, silences: 0 };
    this.filled = { person, given: new Map(), proudOf, ...counts, broken: [] };
  }

  async run(): Promise<void> {
    for (;;) {
      await pause(this.random.between(0, this.thinkMs));
      const view = this.actor.modal();
      if (view && isSent(view)) break;
      if (!view || !isForm(view)) await this.open();
      else if (this.random.chance(0.1)) await this.actor.close({ all: true });
      else if (isLastPage(view)) await this.send();
      else {
        await this.answer(view);
        if (this.random.chance(0.2)) await this.lookBack();
      }
    }
    this.filled.pages += 1;
    await this.actor.close({ all: true });
  }

  /** Types the command until a window with something to do in it stands there. */
  private async open(): Promise<void> {
    const { actor } = this;
    for (;;) {
      if (actor.modal()) await actor.close({ all: true });
      const { ok } = await actor.command('/ladder', 'check-in');
      this.filled.silences += ok ? 0 : 1;
      if (ok && (await this.comes((view) => isForm(view) || isSent(view)))) break;
      await pause(this.random.between(100, 600));
    }
    const view = actor.modal();
    if (view && isForm(view)) this.checkResumed(view);
  }

  /** Chooses, types and presses "Save and go on"; who finds what they typed just presses again. */
  private async answer(view: View): Promise<void> {
    const { actor, random } = this;
    const given = this.givenFor(view);
    if (given.since.at(-1) !== textIn(view) || ratingIn(view) === undefined) {
      await actor.choose('modal', 'check_in.choose', random.pick(scale).label);
      const text = `Note ${random.between(1, 1e9)} on ${competencyOf(view)}.`;
      given.since.push(text);
      await actor.type('check_in.type', text);
    }
    const shown = actor.modal();
    if (!shown || shown.title !== view.title) return;
    const promised = { rating: ratingIn(shown) ?? '', text: textIn(shown) };
    const pressed = await actor.submit();
    if (!pressed.ok) return this.again(pressed);
    given.promised = promised;
    given.since = [];
    this.least = numberOf(view) + 1;
    this.filled.pages += 1;
  }

  private async send(): Promise<void> {
    await this.actor.type('check_in.proud_of', this.filled.proudOf);
    const pressed = await this.actor.submit();
    if (!pressed.ok) await this.again(pressed);
  }

  /** What Slack or Ladder said to a press that wasn't acknowledged; the person waits and goes on. */
  private async again({ errors, problem, status }: Pressed): Promise<void> {
    const { filled } = this;
    const sentence = Object.values(errors ?? {})[0];
    if (sentence === undefined) filled.silences += 1;
    else filled.sentences += 1;
    if (sentence !== undefined && !sentence.includes('What you typed is still here')) {
      filled.broken.push(`an unexpected answer: ${sentence}`);
    }
    if (sentence === undefined && problem === undefined) {
      filled.broken.push(`a press without any answer, status ${status}`);
    }
    await pause(this.random.between(200, 800));
  }

  /** After opening anew: not before the page after the last acknowledged one, nothing strange in it. */
  private checkResumed(view: View): void {
    const { filled, least } = this;
    const page = numberOf(view);
    if (page < least) filled.broken.push(`resumed at page ${page} and not at ${least} or later`);
    if (!isLastPage(view)) this.checkShown(view);
  }

  /** Presses Back and holds the page before against what was acknowledged. */
  private async lookBack(): Promise<void> {
    const { actor } = this;
    const before = actor.modal();
    if (!before || !isForm(before) || isLastPage(before) || numberOf(before) === 1) return;
    this.least = numberOf(before) - 1;
    const { ok } = await actor.click('modal', 'Back');
    if (!ok || !(await this.comes((view) => view.title !== before.title))) return;
    const view = actor.modal();
    if (view && isForm(view) && !isLastPage(view)) this.checkShown(view);
  }

  private checkShown(view: View): void {
    const { promised, since } = this.givenFor(view);
    const text = textIn(view);
    const known = [promised?.text ?? '', ...since];
    if (!known.includes(text)) {
      this.filled.broken.push(
        `page ${numberOf(view)} shows "${text}", not "${known.join('", "')}"`,
      );
    }
  }

  private givenFor(view: View): Given {
    const competency = competencyOf(view);
    const given = this.filled.given.get(competency) ?? { since: [] };
    this.filled.given.set(competency, given);
    return given;
  }

  private async comes(condition: (view: View) => boolean): Promise<boolean> {
    const faults = this.faults();
    let faultAt = Number.POSITIVE_INFINITY;
    const look = () => {
      if (this.faults() > faults) faultAt = Math.min(faultAt, Date.now());
      if (Date.now() - faultAt > patienceAfterFaultMs) throw new Error('lost patience');
      const view = this.actor.modal();
      return view !== undefined && condition(view);
    };
    return this.slack.waitFor(look, patienceMs).catch(() => false);
  }
}

type Pressed = Awaited<ReturnType<Actor['submit']>>;
