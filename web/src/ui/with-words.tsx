import { useEffect, useMemo, useState, type ComponentType } from 'react';
import { IntlProvider, useLocale, useMessages, useTimeZone } from 'use-intl';
import { Loading } from './states.js';

/**
 * Gives screens of one audience their sentences besides those that everybody has, so that other phones do not load them;
 * English is loaded when somebody wants it.
 */
export function wordsOf<Catalogue extends object>(vi: Catalogue, loadEnglish: () => Promise<{ default: Catalogue }>) {
  return function withWords<P extends object>(Screen: ComponentType<P>): ComponentType<P> {
    return function WordedScreen(props: P) {
      const locale = useLocale();
      const common = useMessages();
      const timeZone = useTimeZone();
      const [english, setEnglish] = useState<Catalogue | null>(null);
      useEffect(() => {
        if (locale === 'en') void loadEnglish().then((catalogue) => setEnglish(catalogue.default));
      }, [locale]);
      const own = locale === 'en' ? english : vi;
      // The same object until something changes: else every render would give a screen new sentences.
      const messages = useMemo(() => ({ ...common, ...own }), [common, own]);
      if (!own) return <Loading lines={6} />;
      return (
        <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
          <Screen {...props} />
        </IntlProvider>
      );
    };
  };
}
