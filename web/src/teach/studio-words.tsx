import { useEffect, useState, type ComponentType } from 'react';
import { IntlProvider, useLocale, useMessages, useTimeZone } from 'use-intl';
import { Loading } from '../ui/states.js';
import vi from './vi.json';

/**
 * Gives a screen of the lecturers' desk its sentences besides those that everybody has. Learners never open it, so their
 * phones do not load its catalogue; English is loaded when somebody wants it.
 */
export function withStudioWords<P extends object>(Screen: ComponentType<P>): ComponentType<P> {
  return function StudioScreen(props: P) {
    const locale = useLocale();
    const common = useMessages();
    const timeZone = useTimeZone();
    const [english, setEnglish] = useState<typeof vi | null>(null);
    useEffect(() => {
      if (locale === 'en') void import('./en.json').then((catalogue) => setEnglish(catalogue.default));
    }, [locale]);
    const own = locale === 'en' ? english : vi;
    if (!own) return <Loading lines={6} />;
    return (
      <IntlProvider locale={locale} messages={{ ...common, ...own }} timeZone={timeZone}>
        <Screen {...props} />
      </IntlProvider>
    );
  };
}
