export { findNamed, type NamedPerson } from './named-people.js';
