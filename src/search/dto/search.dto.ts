import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { SearchKind } from '../entities/search-entry.entity.js';
import type { SearchAnswer } from '../search.service.js';

const KINDS: SearchKind[] = ['lesson', 'law', 'question'];

export class SearchQueryDto {
  /** Words, with or without diacritics, or the number of an article: "Đ188". */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Kinds with commas between them: `lesson`, `law`, `question`; all that the reader may search unless given. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsIn(KINDS, { each: true })
  kinds?: SearchKind[];

  @IsOptional()
  @IsString()
  @MaxLength(20)
  cursor?: string;
}

export class StretchDto {
  text: string;
  /** It is what was asked for. */
  marked: boolean;
}

export class SearchHitDto {
  kind: 'lesson' | 'law' | 'question';
  id: string;
  title: StretchDto[];
  /** Course or document. */
  context: string;
  /** Plain text, not HTML. */
  passage: StretchDto[];
  link: string;
}

export class SearchAnswerDto {
  items: SearchHitDto[];
  /** Nothing holds the words as typed, or only apart; these hold words near them, or most of them. */
  approximate: boolean;
  nextCursor: string | null;

  static from({ items, isApproximate, nextCursor }: SearchAnswer): SearchAnswerDto {
    return { items, approximate: isApproximate, nextCursor };
  }
}
