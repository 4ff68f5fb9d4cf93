import type { QuestionSource, SourceFault } from './question-source.js';

/**
 * What a file of questions says. A fault refuses the file; what stands in `leftOut` is a question that the platform
 * has no kind for; what stands in `losses` is a part of a question that is not taken over. Nothing goes unnamed.
 */
export interface QuestionFile {
  questions: QuestionSource[];
  faults: SourceFault[];
  leftOut: SourceFault[];
  losses: SourceFault[];
}

/** Beyond any bank of questions: 5,000 questions are 6 MB, and pictures are not taken over. */
export const MAX_QUESTION_FILE_BYTES = 20 * 1_048_576;

/**
 * Counts the characters that a parser looks at, again and again or once, and gives up at a fixed multiple of the
 * file's length: reading stays linear whatever the file, and a test can say so without a clock.
 */
export class ReadingBudget {
  spent = 0;

  constructor(private readonly length: number) {}

  /** @throws RangeError when a parser looks at the file more often than it should ever need to */
  spend(characters: number): void {
    this.spent += characters;
    if (this.spent > this.length * 50 + 100_000) throw new RangeError('A question file is read again and again');
  }
}
