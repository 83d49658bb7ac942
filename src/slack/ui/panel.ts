import { createHash } from 'node:crypto';
import type { KnownBlock } from './blocks.js';
import { Recent } from './recent.js';

/**
 * A private answer or a window that shows its reader how things stand. The ids of its blocks say which
 * one it is and what it shows, so that any process can draw it anew after a press in it.
 */
export interface Panel {
  /** Which feature's: "me", "team". */
  name: string;
  /** Which of these: a page, somebody's id. */
  of: string;
  /** A hash of what it shows. */
  shown: string;
}

const id = /^panel:([a-z_]{1,20}):([\w-]{0,40}):([\w-]{8}):\d{1,3}$/;

/** Returns the blocks of a panel with ids that say so, in place of those that they had. */
export function panelBlocks<Block extends KnownBlock>(
  { name, of = '' }: { name: string; of?: string },
  blocks: readonly Block[],
): Block[] {
  const shown = createHash('sha256').update(JSON.stringify(blocks)).digest('base64url').slice(0, 8);
  return blocks.map((block, nth) =>
    canBePressed(block) ? { ...block, block_id: ['panel', name, of, shown, nth].join(':') } : block,
  );
}

/** The panel that a block with this id is of. */
export function panelOfBlock(blockId: string | undefined): Panel | undefined {
  const [, name, of = '', shown = ''] = id.exec(blockId ?? '') ?? [];
  return name === undefined ? undefined : { name, of, shown };
}

/** The panel that these blocks are of. */
export function panelOf(blocks: readonly { block_id?: string }[]): Panel | undefined {
  return blocks.map(({ block_id }) => panelOfBlock(block_id)).find((one) => one);
}

function canBePressed(block: KnownBlock): boolean {
  return block.type === 'actions' || ('accessory' in block && block.accessory !== undefined);
}

/** Where something else was put last: a window's id or a private answer's timestamp, and a counter. */
const replaced = new Recent<number>();
let puts = 0;

/** Something else stands in that place now. */
export function noteReplaced(place: string | undefined): void {
  if (place === undefined) return;
  puts += 1;
  replaced.set(place, puts);
}

/** Returns a function that tells whether something else was put in that place since now. */
export function watchPlace(place: string): () => boolean {
  const since = puts;
  return () => (replaced.get(place) ?? 0) > since;
}
