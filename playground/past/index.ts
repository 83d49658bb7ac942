import { leadsPast } from './mika-and-noor.js';
import type { PastCheckIn, PastEvidence } from './shapes.js';
import * as soraAndWren from './sora-and-wren.js';
import * as teoAndRosa from './teo-and-rosa.js';

export type { LadderPast, PastAction, PastCheckIn, PastEvidence, PastSide } from './shapes.js';

/** The competencies of the built-in ladder, in its order: those that the past below is about. */
export const writtenCompetencies = [
  ...['expertise', 'collaboration', 'impact', 'execution', 'leadership'],
];

/**
 * The check-ins and agreements of the made-up people in the last three cycles, on the built-in
 * ladder. All of it is invented.
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
