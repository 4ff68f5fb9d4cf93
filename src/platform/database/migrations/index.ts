import { Tables1763500000000 } from './1763500000000-tables.js';
import { Guards1763600000000 } from './1763600000000-guards.js';
import { OrganisationHistory1795255818016 } from './1795255818016-organisation-history.js';
import { OrganisationTree1795255900000 } from './1795255900000-organisation-tree.js';
import { OneTimeCodes1795256310954 } from './1795256310954-one-time-codes.js';
import { OrganisationKinds1795262340190 } from './1795262340190-organisation-kinds.js';
import { OrganisationKindRows1795262400000 } from './1795262400000-organisation-kind-rows.js';
import { RegisterImport1795262639549 } from './1795262639549-register-import.js';
import { PeopleAndTerms1795263372796 } from './1795263372796-people-and-terms.js';
import { PeopleOrder1795263400000 } from './1795263400000-people-order.js';
import { NotificationChannels1795263593306 } from './1795263593306-notification-channels.js';
import { CorrectionRequests1795264368109 } from './1795264368109-correction-requests.js';
import { OrganisationSuccession1795265208037 } from './1795265208037-organisation-succession.js';
import { AnalyseRegister1795265300000 } from './1795265300000-analyse-register.js';
import { ImportRetention1795269890024 } from './1795269890024-import-retention.js';
import { Handbooks1795271942788 } from './1795271942788-handbooks.js';
import { Scenarios1795272819474 } from './1795272819474-scenarios.js';
import { Search1795274233414 } from './1795274233414-search.js';
import { SearchIndex1795274234414 } from './1795274234414-search-index.js';
import { QuestionKinds1795281000000 } from './1795281000000-question-kinds.js';
import { Authoring1795281707594 } from './1795281707594-authoring.js';
import { AuthoringGuards1795281800000 } from './1795281800000-authoring-guards.js';
import { LawAmendments1795281832570 } from './1795281832570-law-amendments.js';
import { SearchPairs1795282123174 } from './1795282123174-search-pairs.js';
import { EssayGrading1795284804479 } from './1795284804479-essay-grading.js';
import { EssayGuards1795284804480 } from './1795284804480-essay-guards.js';
import { ReviewTaskAmendment1795290000000 } from './1795290000000-review-task-amendment.js';
import { EssayPhotos1795293509844 } from './1795293509844-essay-photos.js';
import { EssayPhotoGuards1795293509845 } from './1795293509845-essay-photo-guards.js';
import { QuestionTally1795293664791 } from './1795293664791-question-tally.js';
import { QuestionWords1795293664792 } from './1795293664792-question-words.js';
import { RefresherAnswers1795295875437 } from './1795295875437-refresher-answers.js';

/** Every migration in the order of its timestamp. Listed one by one: ESM leaves no room for globs. */
export const MIGRATIONS = [
  Tables1763500000000,
  Guards1763600000000,
  OrganisationHistory1795255818016,
  OrganisationTree1795255900000,
  OneTimeCodes1795256310954,
  OrganisationKinds1795262340190,
  OrganisationKindRows1795262400000,
  RegisterImport1795262639549,
  PeopleAndTerms1795263372796,
  PeopleOrder1795263400000,
  NotificationChannels1795263593306,
  CorrectionRequests1795264368109,
  OrganisationSuccession1795265208037,
  AnalyseRegister1795265300000,
  ImportRetention1795269890024,
  Handbooks1795271942788,
  Scenarios1795272819474,
  Search1795274233414,
  SearchIndex1795274234414,
  QuestionKinds1795281000000,
  Authoring1795281707594,
  AuthoringGuards1795281800000,
  LawAmendments1795281832570,
  SearchPairs1795282123174,
  EssayGrading1795284804479,
  EssayGuards1795284804480,
  ReviewTaskAmendment1795290000000,
  EssayPhotos1795293509844,
  EssayPhotoGuards1795293509845,
  QuestionTally1795293664791,
  QuestionWords1795293664792,
  RefresherAnswers1795295875437,
];
