type Locale = 'vi' | 'en';

/** Order matters: Edge, Opera, Samsung and Cốc Cốc also call themselves Chrome, and Chrome calls itself Safari. */
const BROWSERS: [RegExp, string][] = [
  [/\bZalo\b/i, 'Zalo'],
  [/\bcoc_coc_browser\//i, 'Cốc Cốc'],
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPT|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

/** Android calls itself Linux too. */
const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

const UNKNOWN: Record<Locale, string> = { vi: 'Thiết bị không rõ', en: 'Unknown device' };
const ON: Record<Locale, string> = { vi: 'trên', en: 'on' };

const firstIn = (table: [RegExp, string][], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/**
 * A user agent as a person recognises it: "Chrome trên Android". Nothing of the text itself is repeated, because
 * whoever signs in writes it.
 */
export function deviceLabel(userAgent: string | null, locale: Locale): string {
  const browser = firstIn(BROWSERS, userAgent ?? '');
  const system = firstIn(SYSTEMS, userAgent ?? '');
  if (browser !== undefined && system !== undefined) return `${browser} ${ON[locale]} ${system}`;
  return browser ?? system ?? UNKNOWN[locale];
}
