import type { Context } from '../context.js';
import type {
  BulkDefinition,
  MessageContent,
  MessageDefinition,
  MessageRegistry,
  SingleDefinition,
} from '../message.js';

/**
 * Defines a kind of message: when it is wanted and its content. With `lookUp` the facts of many
 * messages are read at once; without it, each content is read by itself.
 */
export function defineMessage<Kind extends string, Facts, T extends MessageContent>(
  definition: BulkDefinition<Kind, Facts, T>,
): BulkDefinition<Kind, Facts, T>;
export function defineMessage<Kind extends string, T extends MessageContent>(
  definition: SingleDefinition<Context, Kind, T>,
): SingleDefinition<Context, Kind, T>;
export function defineMessage(definition: MessageDefinition<Context>): MessageDefinition<Context> {
  return definition;
}

/** Creates the registry of all kinds, in their order within a post. */
export function registerMessages(
  definitions: readonly MessageDefinition<Context>[],
): MessageRegistry<Context> {
  const byKind = new Map(definitions.map((definition) => [definition.kind, definition]));
  return { definitions, find: (kind) => byKind.get(kind) };
}
