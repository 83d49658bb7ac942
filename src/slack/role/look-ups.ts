import { searchWindow } from './pages/search-view.js';

/** Buttons and pickers that show roles and nothing about the actor. */
const actionIds =
  /^role\.(show:.*|open|pick(_load)?|pick_competency(_load)?|compare_with(_load)?|search_open|search_more:.*|help)$/;

/** What of this feature guests may use as well. */
export const lookUps = {
  isAction: (actionId: string) => actionIds.test(actionId),
  isView: (callbackId: string) => callbackId === searchWindow,
};
