import type common from './i18n/vi.json';
import type { Locale } from './i18n/locale.js';
import type desk from './manage/vi.json';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    /** The desk's own sentences are there under withDeskWords only. */
    Messages: typeof common & typeof desk;
  }
}
