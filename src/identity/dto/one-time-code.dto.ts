import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import type { IssuedCode } from '../one-time-code.service.js';
import { SessionUnitDto } from './session.dto.js';

export class IssueCodesDto {
  /** Up to 200 people, UUIDs. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  personIds: string[];
}

export class IssuedCodeDto {
  /** UUID. */
  personId: string;
  fullName: string;
  unit: SessionUnitDto | null;
  /** Shown this once: `7KQ2M-XH4TB`. */
  code: string;
  /** For a QR code: opens the form with the code filled in. */
  url: string;
  /** The last day of the code. */
  @ApiProperty({ format: 'date' })
  expiresOn: string;

  static from(issued: IssuedCode): IssuedCodeDto {
    return { ...issued };
  }
}

export class IssuedCodesDto {
  items: IssuedCodeDto[];
}

export class RedeemCodeDto {
  /** As printed, with or without its hyphen, in any case. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code: string;

  /** Phone number or member code to sign in with; needed when the person has no account yet. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  /** The new password, at least 8 characters. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
}
