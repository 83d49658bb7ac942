/** Frees a slot. */
export type Release = () => void;

interface Waiter {
  /** A later request of the same name replaces this one. */
  replaceable: string | undefined;
  decide(slot: Release | 'replaced' | 'refused'): void;
}

interface PersonQueue {
  running: number;
  waiting: Waiter[];
}

export interface QueuedRequest {
  /** How long it may wait, in milliseconds; 0: not at all; undefined: as long as it takes. */
  maxWaitMs: number | undefined;
  /** Waiting requests of the same name are replaced by this one: the newest contains everything. */
  replaceable?: string | undefined;
}

/**
 * Limits how many requests of one person are handled at the same time; their others wait in a queue
 * of their own, in order, and delay nobody else. Stores nothing about people without a request.
 */
export class RequestQueues {
  readonly #queues = new Map<string, PersonQueue>();

  constructor(private readonly most: { running: number; waiting: number }) {}

  /** Returns a slot, to be released; or that it is refused, or was replaced by a newer one. */
  acquire(
    person: string,
    { maxWaitMs, replaceable }: QueuedRequest,
  ): Promise<Release | 'replaced' | 'refused'> {
    const queue = this.#queues.get(person) ?? { running: 0, waiting: [] };
    this.#queues.set(person, queue);
    if (queue.running < this.most.running) {
      queue.running += 1;
      return Promise.resolve(this.#release(person, queue));
    }
    this.#replaceOlder(queue, replaceable);
    if (maxWaitMs === 0 || queue.waiting.length >= this.most.waiting) {
      return Promise.resolve('refused');
    }
    return new Promise((resolve) => {
      const waiter: Waiter = {
        replaceable,
        decide: (slot) => {
          clearTimeout(timer);
          resolve(slot);
        },
      };
      const leave = () => {
        queue.waiting = queue.waiting.filter((one) => one !== waiter);
        resolve('refused');
      };
      const timer = maxWaitMs === undefined ? undefined : setTimeout(leave, maxWaitMs);
      queue.waiting.push(waiter);
    });
  }

  /** How many people have something under way. */
  get size(): number {
    return this.#queues.size;
  }

  #replaceOlder(queue: PersonQueue, replaceable: string | undefined): void {
    if (replaceable === undefined) return;
    const older = queue.waiting.filter((one) => one.replaceable === replaceable);
    queue.waiting = queue.waiting.filter((one) => !older.includes(one));
    for (const one of older) one.decide('replaced');
  }

  #release(person: string, queue: PersonQueue): Release {
    return () => {
      const next = queue.waiting.shift();
      if (next) return next.decide(this.#release(person, queue));
      queue.running -= 1;
      if (queue.running === 0) this.#queues.delete(person);
    };
  }
}
