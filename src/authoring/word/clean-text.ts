/** Tabs and Word's hard spaces read as spaces; invisible signs and signs of private fonts would show as boxes. */
const SPACES = /[\t\n\v\f\r\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;

/** A text as a lesson keeps it: NFC, on one line, without invisible signs. Its spaces at both ends stay. */
export function cleanText(text: string): string {
  return text.replace(SPACES, ' ').replace(INVISIBLE, '').normalize('NFC');
}

/** A link that may stand in a lesson, safe between round brackets; null for scripts, files and broken addresses. */
export function cleanLink(href: string): string | null {
  const trimmed = href.trim();
  if (/^law:vn(?:\.[a-z0-9]+)+$/.test(trimmed)) return trimmed;
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(trimmed) || trimmed.length > 2000 || !URL.canParse(trimmed)) return null;
  return new URL(trimmed).href.replace(/[()<>\\\s"`|]/g, (sign) => encodeSign(sign));
}

function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
