import { markDifference } from '../../services/conversation/index.js';
import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { differencesView } from './differences-view.js';
import { actionIds } from './ids.js';
import { differenceMetadata } from './input.js';
import { drawRecord, readOwn, refOf, refreshRecord } from './record.js';

/** Recording what the two still see differently: each press is saved at once. */
export const registerDifferences: Register = (app, slack) => {
  const on = (actionId: string, differs: boolean) =>
    onAction(app, actionId, async (press) => {
      const { view, user } = press.body;
      const { checkInId, recordViewId } = differenceMetadata.read(view);
      const competencyKey = pressed(slackValues.key, press);
      const ref = await refOf(slack, user.id, checkInId);
      await markDifference(slack.services, ref, { competencyKey, differs });
      const record = await readOwn(slack, user.id, checkInId);
      if (view) await replaceView(press.client, view.id, differencesView(record, recordViewId));
      await refreshRecord(slack, press.client, recordViewId, () =>
        drawRecord(slack, user.id, checkInId),
      );
    });
  on(actionIds.differs, true);
  on(actionIds.agrees, false);
};
