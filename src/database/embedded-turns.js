// @ts-check
// Plain JavaScript, because the worker of the embedded database loads it as it is.

/** Parse, Bind, Describe, Execute, Close: parts of a query, unanswered until its Flush or Sync. */
const partsOfQuery = new Set('PBDEC');
const flush = 'H';
const sync = Buffer.from([0x53, 0, 0, 0, 4]);

/**
 * @typedef {object} Turn
 * @property {number} connection
 * @property {Uint8Array} message A whole query, or all of it up to a Flush.
 * @property {boolean} unfinished
 * @property {(data: Uint8Array) => void} onData
 * @property {(bytes: number) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/**
 * Lets the connections of the embedded database, which share one session, take turns. A query with
 * parameters is several messages that lean on each other, and a transaction is several queries:
 * nobody else's message may come between them, or one connection gets the answer to another's
 * question. The parts of a query are worked on at once, and answered in one piece: piece by piece
 * takes twice as long. Takes the place of the queue of pglite-socket, which only keeps transactions together
 * and stops for good when a connection breaks at the wrong moment.
 */
export class Turns {
  /** @type {Turn[]} */
  #waiting = [];
  /** The parts of queries that are still on their way. @type {Map<number, Uint8Array[]>} */
  #parts = new Map();
  /** Whose query or transaction is unfinished. @type {number | undefined} */
  #holder;
  #running = false;
  /** To the message that is being worked on. @type {Uint8Array[]} */
  #answers = [];
  /** Connections that have ended, until nothing of theirs is left. @type {Set<number>} */
  #gone = new Set();
  #db;

  /** @param {import('@electric-sql/pglite').PGlite} db */
  constructor(db) {
    this.#db = db;
  }

  /**
   * Works on one message when its turn has come; resolves with how many bytes were answered.
   * @param {number} connection
   * @param {Uint8Array} message
   * @param {(data: Uint8Array) => void} onData
   * @returns {Promise<number>}
   */
  async enqueue(connection, message, onData) {
    const parts = this.#parts.get(connection) ?? [];
    parts.push(message);
    if (partsOfQuery.has(typeOf(message))) {
      this.#parts.set(connection, parts);
      return 0;
    }
    this.#parts.delete(connection);
    const whole = parts.length > 1 ? Buffer.concat(parts) : message;
    const unfinished = typeOf(message) === flush;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ connection, message: whole, unfinished, onData, resolve, reject });
      this.#run();
    });
  }

  getQueueLength() {
    return this.#waiting.length;
  }

  /** What Postgres has answered to the message that it is working on. */
  get answers() {
    return Buffer.concat(this.#answers);
  }

  /** Forgets what a connection that has ended still waits for. @param {number} connection */
  clearQueueForHandler(connection) {
    this.#parts.delete(connection);
    const gone = this.#waiting.filter((one) => one.connection === connection);
    this.#waiting = this.#waiting.filter((one) => one.connection !== connection);
    for (const { reject } of gone) reject(new Error('The connection has ended.'));
  }

  /** Undoes what a connection that has ended left unfinished. @param {number} connection */
  async clearTransactionIfNeeded(connection) {
    this.#gone.add(connection);
    this.#run();
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (;;) {
      if (this.#holder !== undefined && this.#gone.has(this.#holder)) await this.#release();
      const next = this.#take();
      if (!next) break;
      await this.#work(next);
    }
    this.#gone.clear();
    this.#running = false;
  }

  #take() {
    if (this.#holder === undefined) return this.#waiting.shift();
    const index = this.#waiting.findIndex(({ connection }) => connection === this.#holder);
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  /** @param {Turn} turn */
  async #work({ connection, message, unfinished, onData, resolve, reject }) {
    this.#answers = [];
    // What is handed in is a view of memory that the next answer is written into.
    const onRawData = (/** @type {Uint8Array} */ data) => this.#answers.push(data.slice());
    try {
      await this.#db.runExclusive(() => this.#db.execProtocolRawStream(message, { onRawData }));
      const answer = Buffer.concat(this.#answers);
      onData(answer);
      resolve(answer.length);
    } catch (error) {
      reject(error);
    }
    this.#holder = unfinished || this.#db.isInTransaction() ? connection : undefined;
  }

  async #release() {
    this.#holder = undefined;
    const onRawData = () => {};
    // After an error in the middle of a query Postgres hears nothing but a Sync.
    await this.#db.runExclusive(() => this.#db.execProtocolRawStream(sync, { onRawData }));
    await this.#db.exec('ROLLBACK').catch(() => {});
  }
}

/** @param {Uint8Array} message */
function typeOf(message) {
  return String.fromCharCode(message[0] ?? 0);
}
