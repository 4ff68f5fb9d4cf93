import { useTranslations } from 'use-intl';
import { Page, Section } from '../ui/page.js';
import { withDeskWords } from './desk-words.js';
import { ImportForm } from './import-form.js';
import { ImportList } from './import-list.js';
import { RegisterExport } from './register-export.js';

/** Lists of people and units: sent in here, taken along from here. */
function ImportStart() {
  const t = useTranslations('imports');
  return (
    <Page title={t('title')} lead={t('lead')} actions={<RegisterExport />}>
      <ImportForm />
      <Section title={t('recent')}>
        <ImportList />
      </Section>
    </Page>
  );
}

export default withDeskWords(ImportStart);
