import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Log } from '../../services/context.js';
import { describeError } from '../../services/errors/index.js';
import { plainSection } from '../ui/blocks.js';
import { withErrorBanner } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { modal } from '../ui/modal.js';
import { openView, replaceView, TooLateError } from '../ui/windows.js';
import { idsOf, nameOf } from './request-facts.js';

/** Bolt's global middleware: whatever a listener throws, the person gets an answer and Slack its ack. */
export function answerFailures(log: Log) {
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    try {
      await args.next();
    } catch (error) {
      const text = failureText(log, error, { request: nameOf(args.body), ...idsOf(args.body) });
      const isLate = error instanceof TooLateError;
      await answerWith(args, text, { isLate }).catch((failure) => {
        log.error(describeError(failure), 'the answer about a failure failed as well');
      });
    }
  };
}

/** How Bolt lets a request be answered; which of these there are depends on its kind. */
interface Responders {
  ack?: (answer?: object) => Promise<void>;
  respond?: (answer: object) => Promise<unknown>;
}

async function answerWith(
  args: AllMiddlewareArgs & AnyMiddlewareArgs,
  text: string,
  { isLate }: { isLate: boolean },
): Promise<void> {
  const { ack, respond } = args as Responders;
  const body = args.body as Body;
  const answer = { response_type: 'ephemeral', replace_original: false, text } as const;
  if (body.command !== undefined) {
    // A second ack throws; then the response_url is used.
    await ack?.(answer).catch(() => respond?.(answer));
    return;
  }
  // A second ack throws: then nothing is left to acknowledge.
  await ack?.(ackOf(body, text)).catch(() => {});
  if (body.type === 'view_submission' || body.type === 'block_suggestion') return;
  if (respond) await respond(answer);
  else if (isLate) await say(args, body.user?.id, text);
  else await show(args, body, text);
}

interface Body {
  type?: string;
  command?: string;
  trigger_id?: string;
  user?: { id?: string };
  view?: { id: string; type: string; blocks: { type: string; block_id?: string }[] };
}

/** A submitted modal stays open: the sentence is shown at its first field, or at its top. */
function ackOf({ type, view }: Body, text: string): object | undefined {
  if (type === 'block_suggestion') return { options: [] };
  if (type !== 'view_submission') return undefined;
  const field = view?.blocks.find((block) => block.type === 'input')?.block_id;
  if (field) return { response_action: 'errors', errors: { [field]: text } };
  return { response_action: 'update', view: withErrorBanner(view, text) };
}

/**
 * Where there is nothing to respond to: on top of the window in which was pressed, so that what is
 * typed there stays; else in a window of its own. The trigger may be used up by then, and the person's
 * messages with the app are always there.
 */
async function show(args: AllMiddlewareArgs, body: Body, text: string): Promise<void> {
  const { client } = args;
  const { view, trigger_id: triggerId, user } = body;
  if (view?.type === 'modal') {
    const banner = withErrorBanner(view, text);
    // False where the person has closed it: they don't wait for an answer any more.
    await replaceView(client, view.id, banner).catch(() => say(args, user?.id, text));
    return;
  }
  if (triggerId === undefined) return;
  const alert = modal({ title: "That didn't work", blocks: [plainSection(text)] });
  const opened = await openView({ client, triggerId, view: alert }).catch(() => 'late');
  if (opened === 'late') await say(args, user?.id, text);
}

async function say({ client }: AllMiddlewareArgs, user: string | undefined, text: string) {
  if (user !== undefined) await client.chat.postMessage({ channel: user, text });
}
