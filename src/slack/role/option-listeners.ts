import type { PlainTextOption } from '@slack/types';
import type { Framework } from '../../domain/framework/framework.js';
import type { Register } from '../bolt/context.js';
import { comparedOptions, competencyOptions, matchingOptions, roleOptions } from './pickers.js';

/** Fills the pickers that were too long to travel with their message, from memory. */
export const registerOptions: Register = (app, slack) => {
  const framework = () => slack.services.frameworks.current(slack.workspace.id).framework;

  const load = (id: string | RegExp, optionsOf: (framework: Framework) => PlainTextOption[]) =>
    app.options(id, async ({ ack, payload }) => {
      const current = framework();
      await ack({ options: matchingOptions(current, optionsOf(current), payload.value) });
    });

  load(/^(role\.pick|me\.pick_role)_load$|^(me\.|me\.report_|admin\.person_)role$/, (current) =>
    roleOptions(current),
  );
  load('role.compare_with_load', (current) => comparedOptions(current));
  load('role.pick_competency_load', competencyOptions);
};
