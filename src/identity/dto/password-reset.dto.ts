import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class PasswordResetDto {
  /** Phone number (any spacing, +84 or 0 first) or member code. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;
}

export class PasswordResetAskedDto {
  /** Always true, whether such an account exists or not. */
  received: boolean;
}
