import { Tables1763500000000 } from './1763500000000-tables.js';
import { Guards1763600000000 } from './1763600000000-guards.js';
import { OrganisationHistory1795255818016 } from './1795255818016-organisation-history.js';
import { OrganisationTree1795255900000 } from './1795255900000-organisation-tree.js';
import { OneTimeCodes1795256310954 } from './1795256310954-one-time-codes.js';
import { PeopleAndTerms1795263372796 } from './1795263372796-people-and-terms.js';
import { PeopleOrder1795263400000 } from './1795263400000-people-order.js';
import { CorrectionRequests1795264368109 } from './1795264368109-correction-requests.js';

/** Every migration in the order of its timestamp. Listed one by one: ESM leaves no room for globs. */
export const MIGRATIONS = [
  Tables1763500000000,
  Guards1763600000000,
  OrganisationHistory1795255818016,
  OrganisationTree1795255900000,
  OneTimeCodes1795256310954,
  PeopleAndTerms1795263372796,
  PeopleOrder1795263400000,
  CorrectionRequests1795264368109,
];
