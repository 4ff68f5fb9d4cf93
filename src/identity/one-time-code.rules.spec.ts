import { describe, expect, it } from '@jest/globals';
import type { Grant, RoleName } from '../platform/auth/actor.js';
import { codeOf, grouped, mayOpen, newCode, prefixOf } from './one-time-code.rules.js';

const grant = (role: RoleName, path: string): Grant => ({ role, path, organisationId: path });

describe('one-time codes', () => {
  it('have ten characters that are not confused on paper, each time others', () => {
    const codes = new Set(Array.from({ length: 500 }, () => newCode()));
    expect(codes.size).toBe(500);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
  });

  it('are read in any grouping, case and width', () => {
    expect(grouped('7KQ2MXH4TB')).toBe('7KQ2M-XH4TB');
    for (const typed of ['7KQ2M-XH4TB', '7kq2m xh4tb', ' 7KQ2MXH4TB ', '７ＫＱ２Ｍ–ＸＨ４ＴＢ'])
      expect(codeOf(typed)).toBe('7KQ2MXH4TB');
    for (const typed of ['', '7KQ2M-XH4T', '7KQ2M-XH4T0', '7KQ2M-XH4TBB', '<script>']) expect(codeOf(typed)).toBeNull();
    expect([prefixOf('7kq2m-xh4tb'), prefixOf('no')]).toEqual(['7KQ', '']);
  });
});

describe('who may open whose account', () => {
  const officer = [grant('unit-officer', 'a.b')];

  it('is at or above the other’s rights, on the same unit or one above', () => {
    expect(mayOpen(officer, grant('unit-officer', 'a.b.c'))).toBe(true);
    expect(mayOpen(officer, grant('learner', 'x'))).toBe(true);
    expect(mayOpen([grant('administrator', 'a')], grant('administrator', 'a'))).toBe(true);
  });

  it('is nobody below, beside or without the office', () => {
    for (const other of [
      grant('unit-officer', 'a'),
      grant('lecturer', 'a.bc'),
      grant('federation-officer', 'a.b'),
      grant('administrator', 'a.b'),
    ])
      expect(mayOpen(officer, other)).toBe(false);
    expect(mayOpen([grant('auditor', 'a')], grant('lecturer', 'a.b'))).toBe(false);
  });
});
