import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsEmail, IsIn, IsNotEmpty, IsObject, IsString, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import type { MailSettings } from '../contact.service.js';
import { RHYTHMS, type Rhythm } from '../entities/contact.entity.js';

export class MailSettingsDto {
  /** Whether this installation sends mail at all. */
  isOffered: boolean;
  address: string | null;
  /** Nothing but confirmation codes is sent to an address before it is confirmed. */
  isConfirmed: boolean;
  /** Each notification at once (not from 21:00 to 06:00), gathered once a day after 07:00, or none. */
  @ApiProperty({ enum: RHYTHMS })
  rhythm: Rhythm;
}

export class NotificationSettingsDto {
  mail: MailSettingsDto;

  static from({ isOffered, address, isConfirmed, rhythm }: MailSettings): NotificationSettingsDto {
    return { mail: { isOffered, address, isConfirmed, rhythm } };
  }
}

export class MailWishDto {
  /** Null for no address. A new one gets a confirmation code. */
  // A lone surrogate is nothing that the check of addresses can read.
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\p{Cs}/gu, '') : value))
  @ValidateIf((wish: MailWishDto) => wish.address !== null)
  @IsEmail()
  @MaxLength(254)
  address: string | null;

  @IsIn(RHYTHMS)
  @ApiProperty({ enum: RHYTHMS })
  rhythm: Rhythm;
}

export class ChangeNotificationSettingsDto {
  @IsObject()
  @ValidateNested()
  @Type(() => MailWishDto)
  mail: MailWishDto;
}

export class ConfirmContactDto {
  /** The six digits of the mail. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  code: string;
}
