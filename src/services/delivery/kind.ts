import type { Which } from '../message.js';
import type { NewDelivery } from './enqueue.js';

type Addressed = Omit<NewDelivery, 'kind' | 'step' | 'subjectId' | 'keyStep'>;

/** A kind of message with the key that makes each of its messages unique. */
export interface DeliveryKind<Kind extends string, Of extends Which> {
  readonly kind: Kind;
  /** A message of this kind, to be recorded. */
  delivery(fields: Addressed & Of): NewDelivery;
}

/**
 * Names a kind. `keyOf` returns what is unique for each message of the kind to one recipient in one
 * cycle; a second message with the same key is not recorded.
 */
export function deliveryKind<Kind extends string, Of extends Which>(
  kind: Kind,
  keyOf: (which: Of) => string,
): DeliveryKind<Kind, Of> {
  return { kind, delivery: (fields) => ({ ...fields, kind, keyStep: keyOf(fields) }) };
}
