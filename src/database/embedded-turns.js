// @ts-check
// Plain JavaScript, because the worker of the embedded database loads it as it is.

/** Parse, Bind, Describe, Execute, Close, Flush: parts of a query that ends with its Sync. */
const partsOfQuery = new Set('PBDECH');

/**
 * @typedef {object} Turn
 * @property {number} connection
 * @property {Uint8Array} message
 * @property {(data: Uint8Array) => void} onData
 * @property {(bytes: number) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/**
 * Lets the connections of the embedded database, which share one session, take turns. A query with
 * parameters is several messages that lean on each other, and a transaction is several queries:
 * nobody else's message may come between them, or one connection gets the answer to another's
 * question. Takes the place of the queue of pglite-socket, which only keeps transactions together
 * and stops for good when a connection breaks at the wrong moment.
 */
export class Turns {
  /** @type {Turn[]} */
  #waiting = [];
  /** Whose query or transaction is unfinished. @type {number | undefined} */
  #holder;
  #running = false;
  /** Connections that ended while a message of theirs was being worked on. @type {Set<number>} */
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
  enqueue(connection, message, onData) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ connection, message, onData, resolve, reject });
      this.#run();
    });
  }

  getQueueLength() {
    return this.#waiting.length;
  }

  /** Forgets what a connection that has ended still waits for. @param {number} connection */
  clearQueueForHandler(connection) {
    const gone = this.#waiting.filter((one) => one.connection === connection);
    this.#waiting = this.#waiting.filter((one) => one.connection !== connection);
    for (const { reject } of gone) reject(new Error('The connection has ended.'));
  }

  /** Undoes what a connection that has ended left unfinished. @param {number} connection */
  async clearTransactionIfNeeded(connection) {
    if (this.#running) this.#gone.add(connection);
    else if (this.#holder === connection) await this.#release();
    this.#run();
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#take(); next; next = this.#take()) {
      await this.#work(next);
      if (this.#holder !== undefined && this.#gone.has(this.#holder)) await this.#release();
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
  async #work({ connection, message, onData, resolve, reject }) {
    let bytes = 0;
    const onRawData = (/** @type {Uint8Array} */ data) => {
      bytes += data.length;
      onData(data);
    };
    try {
      await this.#db.runExclusive(() => this.#db.execProtocolRawStream(message, { onRawData }));
      resolve(bytes);
    } catch (error) {
      reject(error);
    }
    const unfinished = partsOfQuery.has(String.fromCharCode(message[0] ?? 0));
    this.#holder = unfinished || this.#db.isInTransaction() ? connection : undefined;
  }

  async #release() {
    this.#holder = undefined;
    await this.#db.exec('ROLLBACK').catch(() => {});
  }
}
