/**
 * `npm run imports` prints the rooms of `src/` from the bottom up, each with what it imports: every
 * room imports only rooms above it in the list. `npm run imports -- services` prints the rooms of one
 * layer as a Mermaid drawing, without the arrows that follow from others. Exit code 1 if rooms import
 * each other in a circle.
 */
import { execFileSync } from 'node:child_process';

const layersWithRooms = ['domain', 'services', 'slack', 'cli'];

/**
 * Returns the room of a file: `services/person`, `jobs`. A file beside rooms is its own, and so are the
 * links of a feature, which stand below all features.
 *
 * @param {string} file
 */
function roomOf(file) {
  const [layer = '', room, ...below] = file.replace(/^src\//, '').split('/');
  if (!room || !layersWithRooms.includes(layer)) return layer.replace(/^config[.]ts$/, 'config');
  return `${layer}/${room}${layer === 'slack' && below[0] === 'links.ts' ? '/links' : ''}`;
}

/** Reads which rooms each room imports. */
function readRooms() {
  const output = execFileSync('depcruise', ['--output-type', 'json', 'src'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  /** @type {{ modules: { source: string, dependencies: { resolved: string }[] }[] }} */
  const { modules } = JSON.parse(output);
  /** @type {Map<string, Set<string>>} */
  const rooms = new Map();
  for (const { source, dependencies } of modules.filter(isOurs)) {
    const room = roomOf(source);
    const imports = rooms.get(room) ?? new Set();
    rooms.set(room, imports);
    for (const { resolved } of dependencies) {
      if (isOurs({ source: resolved }) && roomOf(resolved) !== room) imports.add(roomOf(resolved));
    }
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
