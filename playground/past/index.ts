import { leadsPast } from './mika-and-noor.js';
import type { PastCheckIn, PastEvidence } from './shapes.js';
import * as soraAndWren from './sora-and-wren.js';
import * as teoAndRosa from './teo-and-rosa.js';

export type { PastAction, PastCheckIn, PastEvidence, PastSide } from './shapes.js';

/**
 * The check-ins and agreements of the made-up people in the last three cycles. All of it is
 * invented.
 */
export const past: PastCheckIn[] = [
  ...teoAndRosa.teosPast,
  ...teoAndRosa.rosasPast,
  ...soraAndWren.sorasPast,
  ...soraAndWren.wrensPast,
  ...leadsPast,
];

/** Evidence for the coming check-in. */
export const keptSince: PastEvidence[] = [
  ...teoAndRosa.theirEvidence,
  ...soraAndWren.theirEvidence,
];
