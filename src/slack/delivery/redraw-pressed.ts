import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { redrawPost } from '../../services/delivery/index.js';
import { describeError } from '../../services/errors/index.js';
import type { SlackContext } from '../bolt/context.js';
import { postOf } from '../ui/press.js';

/** So long after a press in a post its window may be sent, and then the post is drawn again. */
const keptMs = 3_600_000;
const mostPeople = 1_000;

/**
 * Bolt's global middleware: after a press in a post of ours, whatever became of the press, the post
 * shows how things are; and again when the window that it opened is sent. It is drawn from what is
 * stored, never from the blocks that came with the request: those may be of an earlier version.
 */
export function redrawPressed({ services, messenger, workspace }: Parts) {
  const pressed = new Map<string, { post: Post; at: number }>();
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const { type, user, container } = args.body as Body;
    const post = type === 'block_actions' ? postOf(container) : undefined;
    if (post && user) {
      pressed.delete(user.id);
      pressed.set(user.id, { post, at: Date.now() });
      if (pressed.size > mostPeople) pressed.delete([...pressed.keys()][0] ?? '');
    }
    try {
      await args.next();
    } finally {
      const last = type === 'view_submission' && user ? pressed.get(user.id) : undefined;
      const changed = post ?? (last && Date.now() - last.at < keptMs ? last.post : undefined);
      if (changed && user) {
        const which = { workspaceId: workspace.id, slackUserId: user.id, ...changed };
        await redrawPost(services, messenger, which).catch((error) => {
          services.log.error(describeError(error), 'the post that was pressed was not drawn anew');
        });
      }
    }
  };
}

type Post = NonNullable<ReturnType<typeof postOf>>;

type Parts = Pick<SlackContext, 'services' | 'messenger' | 'workspace'>;

interface Body {
  type?: string;
  user?: { id: string };
  container?: unknown;
}
