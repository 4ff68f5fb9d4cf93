import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classesQuery } from '../api/classes.js';
import { useSession } from '../api/session.js';
import type { ClassSummary } from '../api/types.js';
import { LinkButton } from '../ui/button.js';
import { ClassRows } from '../ui/class-rows.js';
import { SelectField, TextField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { foldVietnamese } from '../ui/vietnamese.js';
import { withDeskWords } from './desk-words.js';
import styles from './manage.module.css';

type Filter = 'all' | ClassSummary['state'];
const FILTERS: Filter[] = ['all', 'open', 'closed', 'cancelled'];
/** The roles that the server lets open a class. */
const OPENERS = ['school-officer', 'federation-officer', 'administrator'];

function List({ classes }: { classes: ClassSummary[] }) {
  const t = useTranslations('manage');
  const [words, setWords] = useState('');
  const [state, setState] = useState<Filter>('all');
  const shown = useMemo(() => {
    const asked = foldVietnamese(words);
    return classes
      .filter((summary) => state === 'all' || summary.state === state)
      .filter(({ name, code, course }) => foldVietnamese(`${name} ${code} ${course.title.vi}`).includes(asked));
  }, [classes, words, state]);
  return (
    <>
      <div className={styles.filters}>
        <TextField
          label={t('find')}
          type="search"
          value={words}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
        <SelectField
          label={t('state')}
          value={state}
          onChange={(event) => setState(event.target.value as Filter)}
          data={FILTERS.map((value) => ({ value, label: t(`filters.${value}`) }))}
        />
      </div>
      <p role="status">{t('found', { count: shown.length })}</p>
      {shown.length > 0 && <ClassRows classes={shown} base="/ql/lop" />}
    </>
  );
}

function ClassList() {
  const t = useTranslations('manage');
  const { roles } = useSession();
  const query = useQuery(classesQuery('officer'));
  const open = roles.some((role) => OPENERS.includes(role)) && (
    <LinkButton href="/ql/lop/moi" icon={<IconPlus size={22} aria-hidden />}>
      {t('openClass')}
    </LinkButton>
  );
  return (
    <Page title={t('classesTitle')} actions={open} width="full">
      <QueryView query={query}>
        {(classes) =>
          classes.length === 0 ? (
            <Empty title={t('noClassesTitle')}>{t('noClassesText')}</Empty>
          ) : (
            <List classes={classes} />
          )
        }
      </QueryView>
    </Page>
  );
}

export default withDeskWords(ClassList);
