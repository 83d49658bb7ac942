export { setAdmin } from './admin-list.js';
export {
  changeSetting,
  changesMuch,
  checkSetting,
  type ForeseenSetting,
  foreseeSetting,
  type SettingChange,
  type TotalsChange,
} from './change.js';
export { type ListedSetting, listSettings } from './list.js';
