import { Tables1763500000000 } from './1763500000000-tables.js';
import { Guards1763600000000 } from './1763600000000-guards.js';

/** Every migration in the order of its timestamp. Listed one by one: ESM leaves no room for globs. */
export const MIGRATIONS = [Tables1763500000000, Guards1763600000000];
