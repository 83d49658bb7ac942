import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { redrawPost } from '../../services/delivery/index.js';
import { describeError } from '../../services/errors/index.js';
import type { SlackContext } from '../bolt/context.js';
import type { PressedPlaces } from '../bolt/pressed-places.js';
import { postOf } from '../ui/press.js';

/**
 * Bolt's global middleware: after a press in a post of ours, whatever became of the press, the post
 * shows how things are; and again when the window that it opened is sent. It is drawn from what is
 * stored, never from the blocks that came with the request: those may be of an earlier version.
 */
export function redrawPressed({ services, messenger, workspace }: Parts, places: PressedPlaces) {
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const { type, user, container } = args.body as Body;
    const post = type === 'block_actions' ? postOf(container) : undefined;
    if (post && user) places.notePost(user.id, post);
    try {
      await args.next();
    } finally {
      const isSent = type === 'view_submission';
      const changed = post ?? (isSent && user ? places.recentPost(user.id) : undefined);
      if (changed && user) {
        const which = { workspaceId: workspace.id, slackUserId: user.id, ...changed };
        await redrawPost(services, messenger, which).catch((error) => {
          services.log.error(describeError(error), 'the post that was pressed was not drawn anew');
        });
      }
    }
  };
}

type Parts = Pick<SlackContext, 'services' | 'messenger' | 'workspace'>;

interface Body {
  type?: string;
  user?: { id: string };
  container?: unknown;
}
