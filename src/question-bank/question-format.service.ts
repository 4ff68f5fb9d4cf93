export { conversionFaultOf, toParsedQuestion } from './format/question-conversion.js';
export { parseGift } from './format/gift/parse-gift.js';
export { printGift } from './format/gift/print-gift.js';
export type { QuestionSource } from './format/question-source.js';
