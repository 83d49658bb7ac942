export { teamFact, teamOnHome } from './blocks.js';
export { openTeamButton } from './buttons.js';
