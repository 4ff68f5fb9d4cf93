import type { QuestionKind } from './question-body.js';

/** So many questions of a paper: with this tag (or this cited article), of this kind, of this difficulty; absent: any. */
export interface BlueprintCell {
  tag?: string;
  kind?: QuestionKind;
  difficulty?: 1 | 2 | 3;
  count: number;
}
