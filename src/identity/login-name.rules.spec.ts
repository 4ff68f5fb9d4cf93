import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalPassword, loginNameOf, networkOf } from './login-name.rules.js';

describe('a phone number', () => {
  const forms = [
    '0901000001',
    ' 0901 000 001 ',
    '090.100.00.01',
    '090-1000-001',
    '(090) 1000001',
    '+84901000001',
    '+84 (0)901 000 001',
    '0084 901 000 001',
    '84901000001',
    '901000001',
    '０９０１０００００１',
    '＋８４　９０１　０００　００１',
    '0901\u00a0000\u00a0001',
  ];
  it.each(forms)('typed as "%s" is the same sign-in name', (typed) => {
    expect(loginNameOf(typed)).toEqual({ kind: 'phone', value: '0901000001' });
  });

  it('may be a land line', () => {
    expect(loginNameOf('+84 28 3822 1234')).toEqual({ kind: 'phone', value: '02838221234' });
  });

  it('may begin with the same digits as the country', () => {
    expect(loginNameOf('0841234567')?.value).toBe('0841234567');
    expect(loginNameOf('841234567')?.value).toBe('0841234567');
    expect(loginNameOf('84841234567')?.value).toBe('0841234567');
  });
});

describe('a member code', () => {
  it('is the same in any case, spacing and Unicode form', () => {
    const stored = { kind: 'member-code', value: 'CĐ-79/0001'.normalize('NFC') };
    for (const typed of ['CĐ-79/0001', 'cđ-79/0001', ' cđ - 79/0001', 'CĐ-79/0001'.normalize('NFD')])
      expect(loginNameOf(typed)).toEqual(stored);
    expect(loginNameOf('ấp-1'.normalize('NFD'))?.value).toBe('ẤP-1'.normalize('NFC'));
  });

  it('may be digits that are no phone number', () => {
    expect(loginNameOf('12345678')).toEqual({ kind: 'member-code', value: '12345678' });
  });
});

describe('a sign-in name', () => {
  it.each(['', '   ', 'a', '<script>', "x' OR 1=1", 'x'.repeat(41), '+', '\u0000ab'])('is not "%s"', (typed) => {
    expect(loginNameOf(typed)).toBeNull();
  });

  it('is found again from its stored form, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 .()-]{1,16}$/)), (typed) => {
        const login = loginNameOf(typed);
        if (login) expect(loginNameOf(login.value)).toEqual(login);
      }),
    );
  });
});

describe('a password', () => {
  it('is the same from any keyboard', () => {
    expect(canonicalPassword('mật khẩu １２'.normalize('NFD'))).toBe('mật khẩu 12'.normalize('NFC'));
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['nonsense', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is one for a household and another for its neighbours', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
    const host = fc.array(group, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(host, host, host, (prefix, one, other) => {
        const at = (part: string[]) => networkOf([...prefix, ...part].join(':'));
        expect(at(one)).toBe(at(other));
        expect(at(one)).toBe(`${prefix.join(':')}::/64`);
      }),
    );
  });
});
