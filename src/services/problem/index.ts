export { leaveOut, letAllGo, letGo, sendAgain, sendAllAgain } from './mending.js';
export { countProblems, listProblems, type Problem } from './problems.js';
