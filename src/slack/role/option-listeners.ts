import type { Register } from '../bolt/context.js';
import { comparedOptions, competencyOptions, matchingOptions, roleOptions } from './pickers.js';

/** Fills the pickers that were too long to travel with their message, from memory. */
export const registerOptions: Register = (app, slack) => {
  const framework = () => slack.services.frameworks.current(slack.workspace.id).framework;

  app.options(/^(role\.pick|me\.pick_role)_load$/, async ({ ack, payload }) => {
    await ack({ options: matchingOptions(roleOptions(framework()), payload.value) });
  });
  app.options('role.compare_with_load', async ({ ack, payload }) => {
    await ack({ options: matchingOptions(comparedOptions(framework()), payload.value) });
  });
  app.options('role.pick_competency_load', async ({ ack, payload }) => {
    await ack({ options: matchingOptions(competencyOptions(framework()), payload.value) });
  });
};
