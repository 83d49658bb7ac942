import type { AllMiddlewareArgs, AnyMiddlewareArgs, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { describeError } from '../../services/errors/index.js';
import type { KnownBlock } from '../ui/blocks.js';
import { withBlocks } from '../ui/error-banner.js';
import { panelOf, panelOfBlock, watchPlace } from '../ui/panel.js';
import { replaceView } from '../ui/windows.js';
import type { SlackContext } from './context.js';
import type { Content, OpenPanel, PressedPlaces } from './pressed-places.js';

/** Draws the panels of one name for this Slack user. */
export type DrawPanel = (slack: SlackContext, slackUserId: string, of: string) => Promise<Content>;

/** An answer can be changed five times within half an hour; one change is the listener's own. */
const answerLimits = { times: 4, ms: 25 * 60_000 };
const windowLimits = { times: 100, ms: 3_600_000 };
/** Three windows lie over each other at most, and were opened from something. */
const mostOfOne = 4;

/**
 * Bolt's global middleware: what somebody did in a window shows in the private answer and the windows
 * from which they opened it.
 */
export function redrawPanels(
  slack: SlackContext,
  places: PressedPlaces,
  draws: Record<string, DrawPanel>,
) {
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const body = args.body as Body;
    const user = body.user?.id;
    const panel = user === undefined ? undefined : panelPressed(args, body);
    if (user !== undefined && panel) note(places, user, panel);
    await args.next();
    if (user === undefined || !mayChange(body)) return;
    for (const one of places.openPanels(user)) {
      // A window that a press has changed was drawn anew by its listener.
      if (one === panel && body.view) continue;
      await redraw(one, () => draws[one.name]?.(slack, user, one.of)).catch((error) => {
        slack.services.log.warn(describeError(error), 'an open answer was not drawn anew');
      });
    }
  };
}

function note(places: PressedPlaces, user: string, panel: OpenPanel): void {
  const others = places.openPanels(user).filter(({ place }) => place !== panel.place);
  places.notePanels(user, [...others, panel].slice(-mostOfOne));
}

async function redraw(panel: OpenPanel, draw: () => Promise<Content> | undefined): Promise<void> {
  if (panel.left === 0) return;
  const content = await draw();
  const shown = content && panelOf(content.blocks as KnownBlock[])?.shown;
  if (!content || shown === panel.shown || panel.isReplaced()) return;
  const isThere = (await panel.put(content)) !== false;
  panel.shown = shown ?? '';
  panel.left = isThere ? panel.left - 1 : 0;
  panel.isReplaced = watchPlace(panel.place);
}

interface Body {
  type?: string;
  user?: { id: string };
  view?: { id: string; type: string };
  container?: { is_ephemeral?: boolean; message_ts?: string };
  actions?: { type: string; block_id?: string }[];
}

/** Looking and typing change nothing that a panel shows. */
function mayChange({ type, actions }: Body): boolean {
  if (type === 'view_submission') return true;
  return type === 'block_actions' && actions?.[0]?.type === 'button';
}

function panelPressed(args: AllMiddlewareArgs, body: Body): OpenPanel | undefined {
  const panel = panelOfBlock(body.actions?.[0]?.block_id);
  if (!panel) return undefined;
  const { view, container } = body;
  if (view?.type === 'modal') {
    const put = putInWindow(args.client, view);
    return openAt({ ...panel, put, place: view.id }, windowLimits);
  }
  const { respond } = args as { respond?: RespondFn };
  if (!respond || !container?.is_ephemeral || !container.message_ts) return undefined;
  const put = ({ text = '', blocks }: Content) =>
    respond({
      ...{ text, blocks: blocks as KnownBlock[] },
      ...{ response_type: 'ephemeral', replace_original: true },
    });
  return openAt({ ...panel, put, place: container.message_ts }, answerLimits);
}

function openAt(
  panel: Omit<OpenPanel, 'isReplaced' | 'left' | 'until'>,
  { times, ms }: { times: number; ms: number },
): OpenPanel {
  const isReplaced = watchPlace(panel.place);
  return { ...panel, isReplaced, left: times, until: Date.now() + ms };
}

/** The window keeps its title and what it carries. */
function putInWindow(client: WebClient, view: { id: string }) {
  return ({ blocks }: Content) =>
    replaceView(
      client,
      view.id,
      withBlocks(view, () => blocks as KnownBlock[]),
    );
}
