import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InvalidRequest, type FieldFault, type Text } from '../problems/problem.js';

const MESSAGES: Record<string, Text> = {
  isEmail: { vi: 'phải là một địa chỉ thư điện tử', en: 'must be a mail address' },
  isUuid: { vi: 'phải là một mã định danh hợp lệ', en: 'must be a valid id' },
  isString: { vi: 'phải là chữ', en: 'must be text' },
  isNotEmpty: { vi: 'không được để trống', en: 'must not be empty' },
  isInt: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  isNumber: { vi: 'phải là số', en: 'must be a number' },
  isBoolean: { vi: 'phải là đúng hoặc sai', en: 'must be true or false' },
  isArray: { vi: 'phải là một danh sách', en: 'must be a list' },
  isObject: { vi: 'phải là một đối tượng', en: 'must be an object' },
  isIso8601: { vi: 'phải là thời điểm theo ISO 8601', en: 'must be an ISO 8601 date and time' },
  isDateString: { vi: 'phải là thời điểm theo ISO 8601', en: 'must be an ISO 8601 date and time' },
  isIn: { vi: 'không phải giá trị được phép', en: 'is not an allowed value' },
  isEnum: { vi: 'không phải giá trị được phép', en: 'is not an allowed value' },
  min: { vi: 'nhỏ hơn mức cho phép', en: 'is below the allowed minimum' },
  max: { vi: 'lớn hơn mức cho phép', en: 'is above the allowed maximum' },
  minLength: { vi: 'quá ngắn', en: 'is too short' },
  maxLength: { vi: 'quá dài', en: 'is too long' },
  arrayMinSize: { vi: 'cần có ít nhất một mục', en: 'needs at least one entry' },
  arrayMaxSize: { vi: 'có quá nhiều mục', en: 'has too many entries' },
  matches: { vi: 'không đúng định dạng', en: 'does not have the right format' },
  isUrl: { vi: 'phải là một địa chỉ web', en: 'must be a web address' },
  whitelistValidation: { vi: 'là mục không được biết đến', en: 'is not a known field' },
};

const FALLBACK: Text = { vi: 'không hợp lệ', en: 'is not valid' };

/** Field faults of class-validator as JSON pointers with a sentence in both languages. */
export function toFieldFaults(errors: ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.keys(error.constraints ?? {}).map((name) => ({ pointer, detail: MESSAGES[name] ?? FALLBACK }));
    return [...own, ...toFieldFaults(error.children ?? [], pointer)];
  });
}

/** Validates every DTO: unknown fields are refused, nothing is silently converted but query strings by @Type. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => InvalidRequest(undefined, { errors: toFieldFaults(errors) }),
  });
}
