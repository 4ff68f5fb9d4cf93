import { useTranslations } from 'use-intl';
import { LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';

export default function NotFound() {
  const t = useTranslations('states');
  return (
    <Page title={t('noPageTitle')} lead={t('noPageText')}>
      <div>
        <LinkButton href="/hoc">{t('home')}</LinkButton>
      </div>
    </Page>
  );
}
