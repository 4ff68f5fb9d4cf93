import type common from './i18n/vi.json';
import type { Locale } from './i18n/locale.js';
import type desk from './manage/vi.json';
import type photos from './learn/photos/vi.json';
import type studio from './teach/vi.json';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    /** The desks' own sentences are there under withDeskWords and withStudioWords only, those about photos under withPhotoWords. */
    Messages: typeof common & typeof desk & typeof studio & typeof photos;
  }
}
