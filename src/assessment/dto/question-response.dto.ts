import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

export class SingleResponseDto {
  kind: 'single';
  /** Index of the option as given in `options[].index`, not its place on the screen. */
  option: number;
}

export class MultipleResponseDto {
  kind: 'multiple';
  options: number[];
}

export class TrueFalseResponseDto {
  kind: 'true-false';
  value: boolean;
}

export class TextResponseDto {
  kind: 'short-answer' | 'numeric';
  /** At most 500 characters. Numerals in the Vietnamese or English way: 1.234,5 or 1,234.5. */
  text: string;
}

export class MatchingResponseDto {
  kind: 'matching';
  /** For each prompt the index of its choice, or null. */
  @ApiProperty({ type: 'array', items: { type: 'number', nullable: true } })
  choices: (number | null)[];
}

export class OrderingResponseDto {
  kind: 'ordering';
  /** The indexes of all items, first to last. */
  order: number[];
}

export class ClozeResponseDto {
  kind: 'cloze';
  /** For each gap the index of its choice or the typed text (at most 500 characters), null when left open. */
  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ type: 'number' }, { type: 'string' }], nullable: true },
  })
  blanks: (number | string | null)[];
}

export class EssayResponseDto {
  kind: 'essay';
  /** At most 20,000 characters. */
  text: string;
}

const RESPONSES = [
  SingleResponseDto,
  MultipleResponseDto,
  TrueFalseResponseDto,
  TextResponseDto,
  MatchingResponseDto,
  OrderingResponseDto,
  ClozeResponseDto,
  EssayResponseDto,
] as const;

/** A response as it is sent and as it comes back. */
export type QuestionResponseDto = InstanceType<(typeof RESPONSES)[number]>;

/** Makes the response forms known to the API description. */
export const WithResponseForms = () => ApiExtraModels(...RESPONSES);

export const responseSchema = (nullable: boolean) => ({
  oneOf: RESPONSES.map((form) => ({ $ref: getSchemaPath(form) })),
  nullable,
});
