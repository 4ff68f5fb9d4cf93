import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ROLE_NAMES, type RoleName } from '../../platform/auth/actor.js';
import type { PersonCard } from '../identity.service.js';
import { audiencesOf } from '../session.rules.js';
import type { SessionView } from '../session.service.js';

export class SignInDto {
  /** Phone number (any spacing, +84 or 0 first) or member code. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
}

export class ChangeSessionDto {
  @IsIn(['vi', 'en'])
  locale: 'vi' | 'en';
}

export class SessionPersonDto {
  /** UUID. */
  id: string;
  fullName: string;
}

export class SessionUnitDto {
  /** UUID. */
  id: string;
  name: string;
}

export class SessionCanDto {
  /** The lecturers' part of the application is offered. */
  teach: boolean;
  /** The officers' part of the application is offered. */
  manage: boolean;
}

export class SessionDto {
  person: SessionPersonDto;
  locale: 'vi' | 'en';
  /** The unit of the office held today; null without one. */
  unit: SessionUnitDto | null;
  /** The office held today, in the session's language; null without one. */
  office: string | null;
  /** Each role held today, once. */
  roles: RoleName[];
  can: SessionCanDto;

  static from({ actor, card }: SessionView): SessionDto {
    const held = new Set(actor.grants.map((grant) => grant.role));
    return {
      person: { id: card.id, fullName: card.fullName },
      locale: actor.locale,
      unit: card.unit,
      office: officeIn(card, actor.locale),
      roles: ROLE_NAMES.filter((role) => held.has(role)),
      can: audiencesOf(actor),
    };
  }
}

function officeIn(card: PersonCard, locale: 'vi' | 'en'): string | null {
  return card.office?.name[locale] ?? null;
}
