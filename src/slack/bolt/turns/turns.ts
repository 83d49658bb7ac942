/** Ends a turn. */
export type Release = () => void;

interface Waiter {
  /** A later request of the same name replaces this one. */
  replaceable: string | undefined;
  decide(turn: Release | 'replaced' | 'refused'): void;
}

interface Line {
  running: number;
  waiting: Waiter[];
}

export interface TurnRequest {
  /** How long it may wait, in milliseconds; 0: not at all; undefined: as long as it takes. */
  patienceMs: number | undefined;
  /** Waiting requests of the same name are replaced by this one: the newest contains everything. */
  replaceable?: string | undefined;
}

/**
 * Limits how many requests of one person are handled at the same time; their others wait in a queue
 * of their own, in order, and delay nobody else. Stores nothing about people without a request.
 */
export class Turns {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly most: { running: number; waiting: number }) {}

  /** Returns a turn, to be released; or that it is refused, or was replaced by a newer one. */
  take(
    person: string,
    { patienceMs, replaceable }: TurnRequest,
  ): Promise<Release | 'replaced' | 'refused'> {
    const line = this.#lines.get(person) ?? { running: 0, waiting: [] };
    this.#lines.set(person, line);
    if (line.running < this.most.running) {
      line.running += 1;
      return Promise.resolve(this.#release(person, line));
    }
    this.#giveWay(line, replaceable);
    if (patienceMs === 0 || line.waiting.length >= this.most.waiting) {
      return Promise.resolve('refused');
    }
    return new Promise((resolve) => {
      const waiter: Waiter = {
        replaceable,
        decide: (turn) => {
          clearTimeout(timer);
          resolve(turn);
        },
      };
      const leave = () => {
        line.waiting = line.waiting.filter((one) => one !== waiter);
        resolve('refused');
      };
      const timer = patienceMs === undefined ? undefined : setTimeout(leave, patienceMs);
      line.waiting.push(waiter);
    });
  }

  /** How many people have something under way. */
  get size(): number {
    return this.#lines.size;
  }

  #giveWay(line: Line, replaceable: string | undefined): void {
    if (replaceable === undefined) return;
    const older = line.waiting.filter((one) => one.replaceable === replaceable);
    line.waiting = line.waiting.filter((one) => !older.includes(one));
    for (const one of older) one.decide('replaced');
  }

  #release(person: string, line: Line): Release {
    return () => {
      const next = line.waiting.shift();
      if (next) return next.decide(this.#release(person, line));
      line.running -= 1;
      if (line.running === 0) this.#lines.delete(person);
    };
  }
}
