export { isRevisionStep } from './revision-state.rules.js';
