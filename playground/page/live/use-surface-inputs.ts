import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type ActionResult,
  type Container,
  type InputValue,
  paths,
  type Values,
} from '../../contract.js';
import { post } from './requests.js';
import { useRoom } from './room.js';
import type { Surface } from './surface.js';

interface Draft {
  value: InputValue;
  /** Typed less than a pause ago, and not sent yet. */
  pending: boolean;
}

interface Action {
  blockId: string;
  actionId: string;
  value?: InputValue;
  trigger?: 'typing' | 'enter';
}

type Drafts = Map<string, Draft>;

const typingPause = 350;

/** A surface with the server's values and the person's newer drafts. */
export interface SurfaceInputs extends Omit<Surface, 'error' | 'submit'> {
  /** Posts something together with all drafts that the server may not have yet. */
  sendAll(path: string, body: object): Promise<ActionResult>;
  /** Sends the latest typing; resolves when the server has it. */
  flush(): Promise<void>;
}

/**
 * Stores what a person types until the server has it. A draft wins over the server's value, so that
 * an update from the app during typing loses nothing.
 */
export function useSurfaceInputs(container: Container, values: Values): SurfaceInputs {
  const { live, me, warn } = useRoom();
  const drafts = useRef<Drafts>(new Map());
  const timer = useRef<number | undefined>(undefined);
  const [, setDraws] = useState(0);
  const redraw = () => setDraws((count) => count + 1);

  const sendAll = async (path: string, body: object) => {
    window.clearTimeout(timer.current);
    const sent = new Map(drafts.current);
    for (const draft of sent.values()) draft.pending = false;
    const result = await post(path, { as: me.id, ...body, values: asValues(sent) });
    await live.refresh();
    const arrived = result.ok || result.request !== undefined || result.errors !== undefined;
    if (arrived) dropSent(drafts.current, sent);
    redraw();
    return result;
  };

  const send = async (action: Action) => {
    const result = await sendAll(paths.action, { container, ...action });
    if (result.problem) warn(result.problem);
  };

  const flush = async () => {
    window.clearTimeout(timer.current);
    const waiting = [...drafts.current].filter(([, draft]) => draft.pending);
    await Promise.all(
      waiting.map(([key, { value }]) => send({ ...idsOf(key), value, trigger: 'typing' })),
    );
  };
  const latestFlush = useRef(flush);
  latestFlush.current = flush;
  useEffect(() => () => void latestFlush.current(), []);

  const keep = (blockId: string, actionId: string, value: InputValue, pending: boolean) => {
    drafts.current.set(keyOf(blockId, actionId), { value, pending });
    redraw();
  };
  const value = (blockId: string, actionId: string) => {
    const draft = drafts.current.get(keyOf(blockId, actionId));
    return draft ? draft.value : values[blockId]?.[actionId];
  };

  return {
    container,
    value,
    flush,
    sendAll,
    take: async (blockId, actionId, given) => {
      // Inputs that dispatch while typing still do so; the others are sent as values.
      void flush();
      if (given !== undefined) keep(blockId, actionId, given, false);
      await send({ blockId, actionId, ...(given !== undefined && { value: given }) });
    },
    type: (blockId, actionId, text) => {
      keep(blockId, actionId, text, true);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void latestFlush.current(), typingPause);
    },
    enter: (blockId, actionId) => {
      void send({ blockId, actionId, value: value(blockId, actionId) ?? '', trigger: 'enter' });
    },
  };
}

function keyOf(blockId: string, actionId: string): string {
  return JSON.stringify([blockId, actionId]);
}

function idsOf(key: string): { blockId: string; actionId: string } {
  const [blockId, actionId] = JSON.parse(key) as [string, string];
  return { blockId, actionId };
}

function asValues(drafts: Drafts): Values {
  const values: Values = {};
  for (const [key, { value }] of drafts) {
    const { blockId, actionId } = idsOf(key);
    values[blockId] = { ...values[blockId], [actionId]: value };
  }
  return values;
}

/** Drops drafts that the server has: its values apply from now on, except where more was typed. */
function dropSent(drafts: Drafts, sent: Drafts): void {
  for (const [key, draft] of sent) {
    if (drafts.get(key) === draft) drafts.delete(key);
  }
}
