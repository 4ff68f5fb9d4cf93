export { conversionFaultOf, toParsedQuestion } from './format/question-conversion.js';
export { parseGift } from './format/gift/parse-gift.js';
export { printGift } from './format/gift/print-gift.js';
export type { ClozeBlankSource, QuestionSource } from './format/question-source.js';
export { printYamlQuestions, readYamlQuestion, type WrittenQuestion } from './format/yaml-questions.js';
export { blueprintSize, fillBlueprint } from './blueprint.rules.js';
export type { BlueprintCell } from './entities/blueprint.js';
