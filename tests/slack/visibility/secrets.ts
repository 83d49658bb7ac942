import { type TellingPoint, tellingLabel, tellingPoints } from '../../support/telling-framework.js';

/** The made-up people of these tests: Rosa is looked at, the others would like to look. */
export const actors = ['Rosa', 'Mika', 'Noor', 'Ada', 'Teo'] as const;
export type Actor = (typeof actors)[number];
export type Manager = 'Mika' | 'Noor';
export type Round = 'past' | 'now';

/** How things stand, read from the database. */
export interface Facts {
  /** Rosa's manager today. */
  manager: Actor | undefined;
  cycleOpen: boolean;
  /** The authors of submitted assessments in the open cycle. */
  given: ReadonlySet<Actor>;
  /** With whose assessment Rosa's check-in of a round was revealed. */
  revealedWith: Record<Round, Actor | undefined>;
  sent: boolean;
  actions: ReadonlyMap<string, ActionFacts>;
  talkedWith: Actor | undefined;
}

export interface ActionFacts {
  open: boolean;
  recordedBy: Actor;
  /** Her managers while it was open: they hear about its changes. */
  inheritedBy: ReadonlySet<Actor>;
}

/** Something that Rosa or a manager has written or chosen, and that can be recognised on the wire. */
export type Secret = { mark: string } & (
  | { kind: 'own'; round: Round }
  | { kind: 'view'; round: Round; author: Manager }
  | { kind: 'evidence' }
  | { kind: 'managerNote'; author: Manager }
  | { kind: 'action'; id: string; author: Manager }
  | { kind: 'notes'; author: Manager }
  | { kind: 'comment' }
);

/**
 * The promise, said anew and without the product's own rules: may this person be shown it now? What
 * somebody wrote themselves is never kept from them.
 */
export function mayRead(who: Actor, secret: Secret, facts: Facts): boolean {
  const isManager: boolean = who === facts.manager;
  const owes = facts.cycleOpen && !facts.given.has(who);
  if (secret.kind === 'managerNote') return who === secret.author;
  if (who === 'Rosa') {
    return secret.kind !== 'view' || facts.revealedWith[secret.round] === secret.author;
  }
  switch (secret.kind) {
    case 'own':
      return isManager && facts.revealedWith[secret.round] === who && !owes;
    case 'view':
      return who === secret.author;
    case 'evidence':
      return isManager && facts.sent && (facts.revealedWith.now ?? who) === who;
    case 'action': {
      const action = facts.actions.get(secret.id);
      if (who === secret.author) return true;
      if (!isManager || !action) return false;
      return action.open || action.recordedBy === who || action.inheritedBy.has(who);
    }
    case 'notes':
      return who === secret.author || (isManager && facts.talkedWith === who && !owes);
    case 'comment':
      return isManager && facts.talkedWith === who;
  }
}

/** All that there is to be found in one run. */
export class Secrets {
  readonly all: Secret[] = [];
  readonly #run: number;

  constructor(run: number) {
    this.#run = run;
    for (const [point, secret] of Object.entries(ratings)) {
      this.all.push({ ...secret, mark: tellingLabel(point as TellingPoint) });
      this.all.push({ ...secret, mark: `rating:${point}"` });
    }
  }

  /** Unique texts, by the person whom they concern. */
  words(name: string, secret: Unmarked): string {
    const mark = `secret-${this.#run}-${name}.`;
    if (!this.all.some((one) => one.mark === mark)) this.all.push({ ...secret, mark });
    return mark;
  }

  /** Which of them stand in what was sent. */
  foundIn(sent: string): Secret[] {
    const shown = JSON.stringify(JSON.parse(sent, asShown));
    return this.all.filter(({ mark }) => shown.includes(mark));
  }
}

type Unmarked = Secret extends infer One ? (One extends Secret ? Omit<One, 'mark'> : never) : never;

const ratings: Record<TellingPoint, Unmarked> = {
  'past-self': { kind: 'own', round: 'past' },
  'past-view': { kind: 'view', round: 'past', author: 'Mika' },
  'now-self': { kind: 'own', round: 'now' },
  'now-mika': { kind: 'view', round: 'now', author: 'Mika' },
  'now-noor': { kind: 'view', round: 'now', author: 'Noor' },
};

/** Choices on offer and what a scale's points are called are no ratings; a number in a chart is one. */
function asShown(key: string, value: unknown): unknown {
  if (key === 'options' || key === 'option_groups') return undefined;
  if (typeof value === 'string') return value === legend ? '' : value;
  if (key !== 'value' || typeof value !== 'number') return value;
  return `rating:${tellingPoints[value - 1]}`;
}

const legend = tellingPoints.map((point, nth) => `${nth + 1} ${tellingLabel(point)}`).join(' · ');
