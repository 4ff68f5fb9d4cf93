import { IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import type { CheckedIn } from '../check-in.service.js';

export class CheckInDto {
  /** Content of the QR code after `/d/`; or … */
  @ValidateIf((body: CheckInDto) => body.sixDigits === undefined)
  @IsString()
  @MaxLength(100)
  token?: string;

  /** … the six digits beneath it. */
  @ValidateIf((body: CheckInDto) => body.token === undefined)
  @IsString()
  @MaxLength(30)
  sixDigits?: string;
}

export class CheckedInDto {
  sessionId: string;
  title: string;
  className: string;
  occurredAt: Date;
  alreadyCheckedIn: boolean;

  static from(checkedIn: CheckedIn): CheckedInDto {
    return checkedIn;
  }
}

/** The form of the page behind the QR code. */
export class CheckInFormDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  receipt?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  password?: string;
}
