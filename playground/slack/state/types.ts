import type { Block, Message, Values } from '../../contract.js';

/** Any JSON object, as received. */
export type Fields = Record<string, unknown>;

/** A Slack option object, as in selects, radio buttons and checkboxes. */
export interface SlackOption extends Fields {
  text: { type: string; text: string };
  value: string;
  description?: { type: string; text: string };
}

/** One person's inputs in one message or view. */
export interface Inputs {
  values: Values;
  /** Options that external selects have loaded, by `inputKey`. */
  loaded: Record<string, SlackOption[]>;
}

export interface StoredMessage extends Message {
  /** Sent by the app under test, which may update or delete it. */
  byApp: boolean;
  metadata?: unknown;
}

/** A view as the app sent it, with ids filled in. */
export interface RawView extends Fields {
  type: 'modal' | 'home';
  blocks: Block[];
  title?: { type: 'plain_text'; text: string };
  submit?: { type: 'plain_text'; text: string };
  close?: { type: 'plain_text'; text: string };
  callback_id?: string;
  external_id?: string;
  private_metadata?: string;
  notify_on_close?: boolean;
  clear_on_close?: boolean;
}

export interface StoredView {
  id: string;
  personId: string;
  hash: string;
  rootId: string;
  previousId: string | null;
  raw: RawView;
  inputs: Inputs;
  errors: Record<string, string>;
  failure?: string;
  busy: boolean;
}

export interface StoredSeat {
  home?: StoredView;
  modals: StoredView[];
  messageInputs: Record<string, Inputs>;
  tab: string;
}

/**
 * Returns the key of one input: action ids are unique within a block, block ids within a surface.
 */
export function inputKey(blockId: string, actionId: string): string {
  return `${blockId}/${actionId}`;
}

export function emptyInputs(): Inputs {
  return { values: {}, loaded: {} };
}

/** Narrows to a plain object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A file that somebody uploaded. */
export interface StoredFile {
  id: string;
  name: string;
  /** The uploader's id. */
  user: string;
  content: string | Uint8Array;
}
