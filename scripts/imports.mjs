/**
 * `npm run imports` prints the rooms of `src/` from the bottom up, each with what it imports: every
 * room imports only rooms above it in the list. `npm run imports -- services` prints the rooms of one
 * layer as a Mermaid drawing, without the arrows that follow from others. Exit code 1 if rooms import
 * each other in a circle.
 */
import { execFileSync } from 'node:child_process';

const layersWithRooms = ['domain', 'services', 'slack', 'cli'];

/**
 * Returns the room of a file: `services/person`, `jobs`. A file beside rooms is its own.
 *
 * @param {string} file
 */
function folderOf(file) {
  const [layer = '', room] = file.replace(/^src\//, '').split('/');
  if (!room || !layersWithRooms.includes(layer)) return layer.replace(/^config[.]ts$/, 'config');
  return `${layer}/${room}`;
}

/**
 * Returns the files of Slack's features that are behind their `links.ts`: what other features may use, and
 * what that needs. They are a room of their own, which does not know the feature's listeners.
 *
 * @param {ReadonlyMap<string, readonly string[]>} imports
 */
function filesOfLinks(imports) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} file */
  const add = (file) => {
    if (found.has(file)) return;
    found.add(file);
    for (const one of imports.get(file) ?? []) if (folderOf(one) === folderOf(file)) add(one);
  };
  for (const file of imports.keys()) if (/^src\/slack\/[^/]+\/links[.]ts$/.test(file)) add(file);
  return found;
}

/** Reads which rooms each room imports. */
function readRooms() {
  const output = execFileSync('depcruise', ['--output-type', 'json', 'src'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  /** @type {{ modules: { source: string, dependencies: { resolved: string }[] }[] }} */
  const { modules } = JSON.parse(output);
  const imports = new Map(
    modules
      .filter(isOurs)
      .map(({ source, dependencies }) => [
        source,
        dependencies.map(({ resolved }) => resolved).filter((source) => isOurs({ source })),
      ]),
  );
  const links = filesOfLinks(imports);
  /** @param {string} file */
  const roomOf = (file) => `${folderOf(file)}${links.has(file) ? '/links' : ''}`;
  /** @type {Map<string, Set<string>>} */
  const rooms = new Map();
  for (const [file, imported] of imports) {
    const room = roomOf(file);
    const known = rooms.get(room) ?? new Set();
    rooms.set(room, known);
    for (const one of imported.map(roomOf)) if (one !== room) known.add(one);
  }
  return rooms;
}

/** @param {{ source: string }} file */
function isOurs({ source }) {
  return source.startsWith('src/') && !source.startsWith('src/database/generated/');
}

/**
 * Returns the rooms so that each comes after what it imports; those of circles are left out.
 *
 * @param {ReadonlyMap<string, ReadonlySet<string>>} rooms
 */
function inOrder(rooms) {
  /** @type {Set<string>} */
  const placed = new Set();
  for (let before = -1; before < placed.size; ) {
    before = placed.size;
    const next = [...rooms.keys()].filter(
      (room) => !placed.has(room) && [...(rooms.get(room) ?? [])].every((one) => placed.has(one)),
    );
    for (const room of next.sort()) placed.add(room);
  }
  return [...placed];
}

/**
 * Returns the rooms that import a room.
 *
 * @param {string} room
 * @param {ReadonlyMap<string, ReadonlySet<string>>} rooms
 */
function importersOf(room, rooms) {
  return new Set([...rooms].flatMap(([one, imports]) => (imports.has(room) ? [one] : [])));
}

/**
 * Prints a layer's rooms as a drawing.
 *
 * @param {ReadonlyMap<string, ReadonlySet<string>>} rooms
 * @param {string} layer
 */
function draw(rooms, layer) {
  /** @param {string} room */
  const imports = (room) => [...(rooms.get(room) ?? [])].filter((one) => one.startsWith(layer));
  /** @param {string} room @returns {string[]} */
  const reached = (room) => imports(room).flatMap((one) => [one, ...reached(one)]);
  console.log('flowchart TD');
  for (const room of rooms.keys()) {
    if (!room.startsWith(layer)) continue;
    const over = new Set(imports(room).flatMap(reached));
    const direct = imports(room).filter((one) => !over.has(one));
    console.log([`  ${room}`, ...direct.map((one) => `  ${room} --> ${one}`)].join('\n'));
  }
}

const rooms = readRooms();
const order = inOrder(rooms);
const left = new Map([...rooms].filter(([room]) => !order.includes(room)));
const imported = new Map([...left.keys()].map((room) => [room, importersOf(room, left)]));
// What nothing in a circle imports only stands above it.
const above = inOrder(imported);
const circles = [...left.keys()].filter((room) => !above.includes(room));
const layer = process.argv[2];
if (circles.length > 0) {
  console.error(`In circles: ${circles.join(', ')}`);
  process.exitCode = 1;
}
if (layer === undefined) {
  for (const room of [...order, ...left.keys()]) {
    console.log(`${room.padEnd(26)} ${[...(rooms.get(room) ?? [])].sort().join(', ')}`);
  }
} else if (!circles.some((room) => room.startsWith(`${layer}/`))) draw(rooms, `${layer}/`);
