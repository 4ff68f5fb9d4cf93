import { ApiProperty } from '@nestjs/swagger';
import { problemBody } from '../../../platform/http/problem.filter.js';
import type { Locale } from '../../../platform/problems/problem.js';
import type { SyncResult } from '../sync.service.js';

/** One thing that a device reports. Read item by item, so that a bad one is refused alone. */
export class SyncItemDto {
  /** UUID made by the device; the same id is applied once, for good. */
  id: string;
  kind: 'answer' | 'submit-attempt' | 'progress' | 'scenario' | 'heartbeat' | 'check-in';
  /** ISO 8601 with zone, by the device's clock. */
  occurredAt: string;
  /** Names the device among those of the person, at most 100 characters. */
  deviceId: string;
  /**
   * answer {attemptId, questionId, response}; submit-attempt {attemptId}; progress {enrolmentId, lessonId, done, position};
   * heartbeat {classSessionId, from, to}; check-in {token} or {classSessionId, sixDigits}.
   */
  @ApiProperty({ type: 'object', additionalProperties: true })
  payload: Record<string, unknown>;
}

export class SyncDto {
  @ApiProperty({ type: [SyncItemDto], maxItems: 500 })
  items: SyncItemDto[];
}

export class SyncFaultDto {
  /** JSON pointer into the request body. */
  pointer: string;
  detail: string;
}

export class SyncProblemDto {
  type: string;
  code: string;
  title: string;
  status: number;
  detail: string;
  errors?: SyncFaultDto[];
}

export class SyncResultDto {
  /** As sent; null when the item had no usable id. */
  id: string | null;
  /** `duplicate`: applied before, and not again. `refused`: not applied, see `problem`. */
  outcome: 'applied' | 'duplicate' | 'refused';
  /** With status 429 or 5xx the item may be sent again later; any other refusal is for good. */
  problem?: SyncProblemDto;

  static from({ id, outcome }: SyncResult, locale: Locale): SyncResultDto {
    if (outcome.outcome !== 'refused') return { id, outcome: outcome.outcome };
    const problem = problemBody(outcome.problem, locale) as unknown as SyncProblemDto;
    return { id, outcome: 'refused', problem };
  }
}

export class SyncResultsDto {
  serverTime: string;
  /** One per item, in the order sent. */
  results: SyncResultDto[];
}
