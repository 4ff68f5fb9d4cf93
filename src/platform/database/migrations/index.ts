import { Tables1763500000000 } from './1763500000000-tables.js';
import { Guards1763600000000 } from './1763600000000-guards.js';
import { OneTimeCodes1795256310954 } from './1795256310954-one-time-codes.js';

/** Every migration in the order of its timestamp. Listed one by one: ESM leaves no room for globs. */
export const MIGRATIONS = [Tables1763500000000, Guards1763600000000, OneTimeCodes1795256310954];
