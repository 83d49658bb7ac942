import type { BlockAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { comeBack, goAway, remindLater } from '../../services/availability/index.js';
import { FieldError } from '../../services/errors/index.js';
import type { Register } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { publishHome } from '../home/publish.js';
import { context } from '../ui/blocks.js';
import { inTime } from '../ui/error-banner.js';
import { readFilled } from '../ui/form.js';
import { actor } from '../ui/press.js';
import type { Pressed } from '../ui/show.js';
import { showModal } from '../ui/show.js';
import { replaceView } from '../ui/windows.js';
import { awayForm, awayNotice, backNotice, backSentence, heldRow } from './blocks.js';
import { actionIds, callbackIds, laterRowId, throughField } from './ids.js';
import { messageOf, parseChoice, readMetadata, writeMetadata } from './input.js';

/** "Remind me later", "I'm away until …" and "I'm back", wherever they stand. */
export const register: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.snooze, async (args) => {
    await args.ack();
    const { action, body } = args;
    const who = await actor(slack, body.user.id);
    const choice = parseChoice(action);
    const message = messageOf(body.container);
    const { until } = await remindLater(slack.services, { ...who, choice, message });
    await answer(args, heldRow(until));
  });

  app.action<BlockAction>(actionIds.away, async (args) => {
    await args.ack();
    await showModal(args, awayForm(writeMetadata(messageOf(args.body.container))), []);
  });

  app.action<BlockAction>(actionIds.back, async (args) => {
    await args.ack();
    const { body, client } = args;
    await comeBack(slack.services, await actor(slack, body.user.id));
    const { view } = body;
    if (!view) await answer(args, { ...context(backSentence), block_id: laterRowId });
    if (view?.type === 'modal') await replaceView(client, view.id, backNotice());
    await publishHome(slack, client, body.user.id);
  });

  app.view(callbackIds.away, async ({ ack, body, view, client }) => {
    const work = async () => {
      const who = await actor(slack, body.user.id);
      const through = readFilled(view).get(throughField)?.value;
      return goAway(slack.services, { ...who, through, message: readMetadata(view) });
    };
    try {
      const { until } = await inTime(work());
      await ack({ response_action: 'update', view: awayNotice(until) });
    } catch (error) {
      const what = "I couldn't hold your messages back";
      const sentence = failureText(slack.services.log, error, { what, user: body.user.id });
      const kept = error instanceof FieldError ? '' : ' The day is still here.';
      return ack({
        response_action: 'errors',
        errors: { [throughField]: `${sentence}${kept}` },
      });
    }
    await publishHome(slack, client, body.user.id);
  });
};

/** Puts a block in the place of the row that was pressed; else says it below. */
async function answer({ body, respond }: Pressed, row: KnownBlock): Promise<void> {
  const blocks = body.message?.blocks as KnownBlock[] | undefined;
  if (blocks?.some(({ block_id }) => block_id === laterRowId)) {
    const after = blocks.map((block) => (block.block_id === laterRowId ? row : block));
    await respond({ replace_original: true, text: body.message?.text ?? '', blocks: after });
    return;
  }
  const text = 'Noted.';
  await respond({ response_type: 'ephemeral', replace_original: false, text, blocks: [row] });
}
