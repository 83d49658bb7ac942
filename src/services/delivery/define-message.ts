import type { Context } from '../context.js';
import type {
  BulkDefinition,
  MessageDefinition,
  MessageRegistry,
  SingleDefinition,
  Told,
} from '../message.js';

/**
 * Defines a kind of message: when it is wanted and what it tells. With `lookUp` its facts are read for
 * many messages at once; without, its content is read one by one.
 */
export function defineMessage<Kind extends string, Facts, T extends Told>(
  definition: BulkDefinition<Kind, Facts, T>,
): BulkDefinition<Kind, Facts, T>;
export function defineMessage<Kind extends string, T extends Told>(
  definition: SingleDefinition<Context, Kind, T>,
): SingleDefinition<Context, Kind, T>;
export function defineMessage(definition: MessageDefinition<Context>): MessageDefinition<Context> {
  return definition;
}

/** Makes the registry of all kinds; they are given in the order in which they stand in a post. */
export function registerMessages(
  definitions: readonly MessageDefinition<Context>[],
): MessageRegistry<Context> {
  const byKind = new Map(definitions.map((definition) => [definition.kind, definition]));
  return { definitions, find: (kind) => byKind.get(kind) };
}
