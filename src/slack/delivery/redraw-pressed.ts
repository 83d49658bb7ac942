import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { redrawPost } from '../../services/delivery/index.js';
import { describeError } from '../../services/errors/index.js';
import type { SlackContext } from '../bolt/context.js';
import { postOf } from '../ui/press.js';

/**
 * Bolt's global middleware: after a press in a post of ours, whatever became of the press, the post
 * shows how things are. It is drawn from what is stored, never from the blocks that came with the
 * request: those may be of an earlier version.
 */
export function redrawPressed({ services, messenger, workspace }: Parts) {
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    try {
      await args.next();
    } finally {
      const { type, user, container } = args.body as Body;
      const post = type === 'block_actions' ? postOf(container) : undefined;
      if (post && user) {
        const pressed = { workspaceId: workspace.id, slackUserId: user.id, ...post };
        await redrawPost(services, messenger, pressed).catch((error) => {
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
