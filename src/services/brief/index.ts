export { type Brief, type BriefRefusal, readBrief } from './briefs.js';
export { type BriefMessage, brief } from './messages.js';
