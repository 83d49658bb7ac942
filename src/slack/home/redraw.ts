import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { currentTrace, type Trace } from '../../services/trace.js';
import type { SlackContext } from '../bolt/context.js';
import type { PressedPlaces } from '../bolt/pressed-places.js';
import { publishHome } from './publish.js';

/** The requests that have drawn Home anew. */
const published = new WeakSet<Trace>();

/** Draws Home anew, and takes note of the request that did. */
export const publishNoted: typeof publishHome = (...args) => {
  const trace = currentTrace();
  if (trace) published.add(trace);
  return publishHome(...args);
};

/** Bolt's global middleware: what somebody sends in a window that they opened from Home shows there. */
export function redrawHome(slack: SlackContext, places: PressedPlaces) {
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const { type, user, view } = args.body as Body;
    if (user && type === 'block_actions' && view?.type === 'home') places.noteHome(user.id);
    await args.next();
    if (!user || type !== 'view_submission') return;
    const trace = currentTrace();
    if (!places.isHomeRecent(user.id) || (trace && published.has(trace))) return;
    await publishNoted(slack, args.client, user.id);
  };
}

interface Body {
  type?: string;
  user?: { id: string };
  view?: { type: string };
}
