import { isIPv4, isIPv6 } from 'node:net';

export interface TypedLoginName {
  kind: 'phone' | 'member-code';
  /** As stored: 0-led digits of a phone, or an upper-case NFC code without blanks. */
  value: string;
}

const PHONE_SEPARATORS = /[\s.\-()]/g;
const BLANKS = /\s+/g;
/** With the leading zero: 10 digits for mobiles since 2018, 10 or 11 for land lines. */
const PHONE = /^0\d{9,10}$/;
const MEMBER_CODE = /^[\p{L}\p{N}][\p{L}\p{N}./_-]{1,39}$/u;

/** National form of a Vietnamese phone number: `+84 901…`, `0084901…`, `84901…` and `901…` all mean `0901…`. */
function nationalPhone(text: string): string | null {
  const compact = text.replace(PHONE_SEPARATORS, '');
  if (!/^\+?\d+$/.test(compact)) return null;
  const significant = /^(?:\+84|0084|84(?=\d{9,10}$))0?(\d+)$/.exec(compact)?.[1];
  if (significant !== undefined) return phoneOrNull(`0${significant}`);
  // A spreadsheet that took the number for a figure has eaten the zero of a mobile number.
  return phoneOrNull(/^[35789]\d{8}$/.test(compact) ? `0${compact}` : compact);
}

function phoneOrNull(digits: string): string | null {
  return PHONE.test(digits) ? digits : null;
}

/**
 * What a person typed as their sign-in name, as it is stored; null when it can be neither a phone number nor a member
 * code. NFKC first: phones with a Vietnamese or Japanese keyboard send NFD letters and full-width digits.
 */
export function loginNameOf(typed: string): TypedLoginName | null {
  const text = typed.normalize('NFKC').trim();
  const phone = nationalPhone(text);
  if (phone !== null) return { kind: 'phone', value: phone };
  const code = text.replace(BLANKS, '').toUpperCase();
  return MEMBER_CODE.test(code) ? { kind: 'member-code', value: code } : null;
}

/** The same password typed on any keyboard is the same password (NFKC, as NIST SP 800-63B advises). */
export function canonicalPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** The 64-bit prefix of an IPv6 address as four groups without leading zeros. */
function prefix64(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const [front, back] = [groups(head), groups(tail)];
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  const all = [...front, ...Array<string>(Math.max(gap, 0)).fill('0'), ...back];
  return all
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** The network that a failed sign-in counts against: an IPv4 address, or the /64 that one IPv6 household has. */
export function networkOf(address: string): string {
  const plain = address.split('%')[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? `${prefix64(plain)}::/64` : 'unknown';
}
