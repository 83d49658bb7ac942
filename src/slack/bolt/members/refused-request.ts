import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Log } from '../../../services/context.js';
import { describeError } from '../../../services/errors/index.js';
import { plainSection } from '../../ui/blocks.js';
import { modal } from '../../ui/modal.js';
import { kindOf } from '../request-facts.js';

type Arguments = AllMiddlewareArgs & AnyMiddlewareArgs;

/** How Bolt lets a request be answered; which of these there are depends on its kind. */
interface Responders {
  ack?: (answer?: object) => Promise<void>;
  respond?: (answer: object) => Promise<unknown>;
}

const bodySchema = z.object({
  type: z.string().optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  view: z
    .object({
      type: z.string().optional(),
      blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })).optional(),
    })
    .optional()
    .catch(undefined),
  event: z
    .object({ type: z.string(), user: z.unknown(), tab: z.unknown() })
    .optional()
    .catch(undefined),
});
type Body = z.infer<typeof bodySchema>;

/** Takes the request from Slack and does nothing. */
export async function answerNothing(args: Arguments): Promise<void> {
  const { ack } = args as Responders;
  if (kindOf(args.body) === 'options') await ack?.({ options: [] });
  else await ack?.();
}

/** Answers with one sentence where Slack shows one, visible to the actor only. */
export async function answerRefused(args: Arguments, sentence: string, log: Log): Promise<void> {
  const { ack, respond } = args as Responders;
  const message = { response_type: 'ephemeral', replace_original: false, text: sentence };
  const body = bodySchema.parse(args.body);
  switch (kindOf(args.body)) {
    case 'command':
      return ack?.(message);
    case 'view':
      return ack?.(body.type === 'view_submission' ? inTheWindow(body.view, sentence) : undefined);
    case 'action':
    case 'shortcut':
      await ack?.();
      if (body.response_url !== undefined) await respond?.(message);
      else await show(log, openWindow(args, body, sentence));
      return;
    case 'event':
      return show(log, publishHome(args, body.event, sentence));
    default:
      return answerNothing(args);
  }
}

/** At the first field, so that what was typed stays; a window without one gives way to the sentence. */
function inTheWindow(view: Body['view'], sentence: string): object {
  const field = view?.blocks?.find(({ type, block_id }) => type === 'input' && block_id);
  if (!field?.block_id) return { response_action: 'update', view: notice(sentence) };
  return { response_action: 'errors', errors: { [field.block_id]: sentence } };
}

async function openWindow({ client }: Arguments, body: Body, sentence: string): Promise<void> {
  const { trigger_id, view } = body;
  if (trigger_id === undefined) return;
  const call = { trigger_id, view: notice(sentence) };
  await (view?.type === 'modal' ? client.views.push(call) : client.views.open(call));
}

async function publishHome(
  { client }: Arguments,
  event: Body['event'],
  sentence: string,
): Promise<void> {
  if (event?.type !== 'app_home_opened' || event.tab !== 'home') return;
  const { blocks } = notice(sentence);
  await client.views.publish({ user_id: String(event.user), view: { type: 'home', blocks } });
}

/** Slack may show nothing: the trigger is another workspace's or too old. Then there is no sentence. */
async function show(log: Log, showing: Promise<void>): Promise<void> {
  await showing.catch((error) =>
    log.info(describeError(error), 'somebody who is not served could not be told so'),
  );
}

function notice(sentence: string): ModalView {
  return modal({ title: 'Ladder', blocks: [plainSection(sentence)] });
}
