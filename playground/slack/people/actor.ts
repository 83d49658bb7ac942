import {
  type ActionResult,
  type Container,
  type InputValue,
  isVisibleTo,
  type Message,
  type OptionsResult,
  type Person,
  type View,
} from '../../contract.js';
import type { Core } from '../core.js';
import { plainView } from '../http/snapshot.js';
import { inputKey } from '../state/types.js';
import { loadOptions, takeAction } from './action.js';
import { plain, postAsPerson, runCommand } from './command.js';
import { findByName, optionValue, type Which } from './find.js';
import { closeView, submitView } from './modal.js';
import { findPlace } from './places.js';
import { changePerson, markTab, openHome, runShortcut } from './shortcut.js';

/** A message, the modal on top, or Home. */
export type Where = Message | 'modal' | 'home';

/** The result of an action, flattened for tests: `status` is the HTTP status of the app's ack. */
export interface Outcome extends ActionResult {
  status: number | undefined;
  ackMs: number | undefined;
}

/** A person in front of their Slack: acts on what they see. */
export class Actor {
  constructor(
    private readonly core: Core,
    readonly id: string,
  ) {
    core.store.seat(id);
  }

  get person(): Person {
    return this.core.store.person(this.id);
  }

  /** The id of the DM with the app. */
  get dm(): string {
    return this.core.store.openDm(this.id).id;
  }

  /** Types a command, by default in the DM with the app. */
  async command(command: string, text = '', { channel }: { channel?: string } = {}) {
    const where = channel === undefined ? {} : { channel };
    return outcome(await runCommand(this.core, { as: this.id, command, text, ...where }));
  }

  /** Writes a message, by default in the DM with the app. */
  async write(text: string, { channel = this.dm } = {}): Promise<Outcome> {
    return outcome(await postAsPerson(this.core, { as: this.id, channel, text }));
  }

  /**
   * Returns everything that this person sees, latest last: channels, the DM, ephemeral messages.
   */
  messages({ channel }: { channel?: string } = {}): Message[] {
    const state = { channels: [...this.core.store.channels.values()] };
    return this.core.store.messages
      .filter((one) => channel === undefined || one.channel === channel)
      .filter((one) => isVisibleTo(state, one, this.id))
      .map(plain);
  }

  /** Returns the latest message that this person sees, if any. */
  lastMessage(options: { channel?: string } = {}): Message | undefined {
    return this.messages(options).at(-1);
  }

  /** Returns the modal on top. */
  modal(): View | undefined {
    const top = this.core.store.seat(this.id).modals.at(-1);
    return top && plainView(top);
  }

  /** Returns all open modals, the last on top. */
  modals(): View[] {
    return this.core.store.seat(this.id).modals.map(plainView);
  }

  home(): View | undefined {
    const { home } = this.core.store.seat(this.id);
    return home && plainView(home);
  }

  async openHome(): Promise<Outcome> {
    return outcome(await openHome(this.core, { as: this.id }));
  }

  /** Opens the messages tab of the app. */
  async openMessages(): Promise<Outcome> {
    return outcome(await markTab(this.core, { as: this.id, tab: this.dm }));
  }

  /** Presses a button, found by action_id, visible text or accessibility label. */
  async click(where: Where, name: string, which: Which = {}): Promise<Outcome> {
    return this.act(where, name, undefined, which);
  }

  /**
   * Chooses: options by text or value, people and channels by id, dates as '2026-03-02', times
   * as '14:30'; a list for checkboxes and multi selects; null to clear.
   */
  async choose(where: Where, name: string, choice: InputValue, which: Which = {}) {
    return this.act(where, name, choice, which);
  }

  /** Uploads a file, and chooses it in a file input. */
  async upload(
    name: string,
    content: string | Uint8Array,
    fileName = 'people.csv',
  ): Promise<Outcome> {
    const file = this.core.store.addFile({ name: fileName, user: this.id, content });
    return this.choose('modal', name, [file.id]);
  }

  /** Types into a text input of the modal (or elsewhere), found by label, block_id or action_id. */
  async type(name: string, text: string, { where = 'modal' as Where, ...which } = {}) {
    return this.act(where, name, text, which);
  }

  /** Presses Enter in a text input. */
  async enter(name: string, { where = 'modal' as Where, ...which } = {}): Promise<Outcome> {
    const container = this.container(where);
    const { blocks, inputs } = findPlace(this.core, this.id, container);
    const { blockId, actionId } = findByName(blocks, name, which);
    const value = inputs.values[blockId]?.[actionId] ?? null;
    const at = { as: this.id, container, blockId, actionId };
    return outcome(await takeAction(this.core, { ...at, value, trigger: 'enter' }));
  }

  /** Requests the options of an external select. */
  async loadOptions(where: Where, name: string, query = ''): Promise<OptionsResult> {
    const container = this.container(where);
    const { blocks } = findPlace(this.core, this.id, container);
    const { blockId, actionId } = findByName(blocks, name);
    return loadOptions(this.core, { as: this.id, container, blockId, actionId, query });
  }

  /** Submits the modal on top. */
  async submit(): Promise<Outcome> {
    return outcome(await submitView(this.core, { as: this.id, viewId: this.topId() }));
  }

  /** Closes the modal on top, or with `all` the whole stack. */
  async close({ all = false } = {}): Promise<Outcome> {
    return outcome(await closeView(this.core, { as: this.id, viewId: this.topId(), all }));
  }

  /** Runs a message shortcut on a message, or a global shortcut. */
  async shortcut(callbackId: string, message?: Message): Promise<Outcome> {
    const on = message ? { channel: message.channel, ts: message.ts } : {};
    return outcome(await runShortcut(this.core, { as: this.id, callbackId, ...on }));
  }

  async setTimeZone(tz: string): Promise<Outcome> {
    return outcome(await changePerson(this.core, { id: this.id, tz }));
  }

  private async act(where: Where, name: string, given: InputValue | undefined, which: Which) {
    const container = this.container(where);
    const { blocks, inputs } = findPlace(this.core, this.id, container);
    const { blockId, actionId, element } = findByName(blocks, name, which);
    const loaded = inputs.loaded[inputKey(blockId, actionId)] ?? [];
    const named = (one: string) =>
      isChoice(element.type) ? optionValue(element, loaded, one) : one;
    const value = Array.isArray(given) ? given.map(named) : given && named(given);
    const at = { as: this.id, container, blockId, actionId };
    return outcome(await takeAction(this.core, value === undefined ? at : { ...at, value }));
  }

  private container(where: Where): Container {
    if (where === 'home') return { type: 'home' };
    if (where === 'modal') return { type: 'view', viewId: this.topId() };
    return { type: 'message', channel: where.channel, ts: where.ts };
  }

  private topId(): string {
    const top = this.core.store.seat(this.id).modals.at(-1);
    if (!top) throw new Error(`${this.person.name} has no modal open`);
    return top.id;
  }
}

function isChoice(type: unknown): boolean {
  return ['static_select', 'external_select', 'radio_buttons', 'checkboxes', 'overflow'].some(
    (one) => String(type).endsWith(one),
  );
}

function outcome(result: ActionResult): Outcome {
  return { ...result, status: result.request?.status, ackMs: result.request?.ackMs };
}
