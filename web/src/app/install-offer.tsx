import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../ui/button.js';

/** Chrome's way of letting a page offer its own installation; not in the standard types. */
interface InstallEvent extends Event {
  prompt(): Promise<void>;
}

let offered: InstallEvent | null = null;
if (typeof addEventListener === 'function') {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offered = event as InstallEvent;
  });
}

const isApplePhone = (): boolean => /iPhone|iPad/.test(navigator.userAgent);
const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;

/** How to put the application on the home screen, where the browser can do it or empties idle sites. */
export function InstallOffer() {
  const t = useTranslations('me');
  const [event, setEvent] = useState(offered);
  useEffect(() => {
    const hear = (): void => setEvent(offered);
    addEventListener('beforeinstallprompt', hear);
    return () => removeEventListener('beforeinstallprompt', hear);
  }, []);
  if (isInstalled()) return null;
  if (event) {
    return (
      <div>
        <ActionButton look="quiet" onClick={() => void event.prompt()}>
          {t('install')}
        </ActionButton>
      </div>
    );
  }
  return isApplePhone() ? <p>{t('installOnApple')}</p> : null;
}
