export { Frameworks } from './frameworks.js';
