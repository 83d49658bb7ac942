export { type Brief, type BriefRefusal, readBrief } from './briefs.js';
export { type BriefMessage, type BriefReadyMessage, brief } from './messages.js';
