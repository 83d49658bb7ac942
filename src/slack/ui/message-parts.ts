import type { KnownBlock } from './blocks.js';

/**
 * Marks blocks as one part of a message, so that it can be redrawn without the others. Blocks with
 * an id of their own keep it; the first and the last must have none.
 */
export function partOf(name: string, blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.map((block, nth) =>
    block.block_id === undefined ? { ...block, block_id: `${name}:${nth}` } : block,
  );
}

/** Returns a message's blocks with one part replaced; undefined where the part doesn't exist. */
export function withPart(
  blocks: readonly KnownBlock[] | undefined,
  name: string,
  fresh: readonly KnownBlock[],
): KnownBlock[] | undefined {
  const isOfPart = ({ block_id }: KnownBlock) => block_id?.startsWith(`${name}:`) ?? false;
  const first = blocks?.findIndex(isOfPart) ?? -1;
  const last = blocks?.findLastIndex(isOfPart) ?? -1;
  if (!blocks || first === -1) return undefined;
  return [...blocks.slice(0, first), ...partOf(name, fresh), ...blocks.slice(last + 1)];
}

/** Returns the blocks outside of a part. */
export function beside(blocks: readonly KnownBlock[] | undefined, name: string): KnownBlock[] {
  return (blocks && withPart(blocks, name, [])) ?? [];
}
