import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { recall, remember } from '../offline/small-values.js';
import vi from './vi.json';

export type Locale = 'vi' | 'en';

const KEY = 'us.locale';
const YEAR_SECONDS = 31_536_000;
const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** The language chosen on this device, or Vietnamese. */
export const initialLocale = (): Locale => (recall(KEY) === 'en' ? 'en' : 'vi');

interface LocaleChoice {
  locale: Locale;
  choose(locale: Locale): void;
}

const LocaleContext = createContext<LocaleChoice>({ locale: 'vi', choose: () => undefined });

export const useLocaleChoice = (): LocaleChoice => useContext(LocaleContext);

/** The catalogue of the chosen language; English is loaded when somebody wants it. */
export function LocaleProvider({ children, onChange }: { children: ReactNode; onChange(locale: Locale): void }) {
  const [locale, setLocale] = useState<Locale>(initialLocale);
  const [english, setEnglish] = useState<typeof vi | null>(null);

  useEffect(() => {
    onChange(locale);
    document.documentElement.lang = locale;
    if (locale === 'en') void import('./en.json').then((catalogue) => setEnglish(catalogue.default));
  }, [locale, onChange]);

  const choice = useMemo<LocaleChoice>(
    () => ({
      locale,
      choose(next) {
        remember(KEY, next);
        // The pages that the server renders read the same choice.
        document.cookie = `lang=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
        setLocale(next);
      },
    }),
    [locale],
  );

  const messages = locale === 'en' ? english : vi;
  if (!messages) return null;
  return (
    <LocaleContext value={choice}>
      <IntlProvider locale={locale} messages={messages} timeZone={TIME_ZONE}>
        {children}
      </IntlProvider>
    </LocaleContext>
  );
}
