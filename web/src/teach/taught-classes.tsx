import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { classesQuery } from '../api/classes.js';
import { ClassRows } from '../ui/class-rows.js';
import { Page } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { withStudioWords } from './studio-words.js';

/** The classes that the lecturer teaches. */
function TaughtClasses() {
  const t = useTranslations('teach');
  const query = useQuery(classesQuery('lecturer'));
  return (
    <Page title={t('title')} width="full">
      <QueryView query={query}>
        {(classes) =>
          classes.length === 0 ? (
            <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
          ) : (
            <ClassRows classes={classes} base="/day" />
          )
        }
      </QueryView>
    </Page>
  );
}

export default withStudioWords(TaughtClasses);
