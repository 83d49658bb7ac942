export {
  changeSetting,
  foreseeSetting,
  type SettingChange,
} from './change.js';
export { type ListedSetting, listSettings } from './list.js';
