import { SEARCH_MODAL } from './pages/search-view.js';

/** Buttons and pickers that show roles and nothing about the actor. */
const actionIds =
  /^role\.(show:.*|open|pick(_load)?|pick_competency(_load)?|compare_with(_load)?|search_open|search_more:.*|help)$/;

export function isLookUpAction(actionId: string): boolean {
  return actionIds.test(actionId);
}

export function isLookUpView(callbackId: string): boolean {
  return callbackId === SEARCH_MODAL;
}
