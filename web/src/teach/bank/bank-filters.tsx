import { useQuery } from '@tanstack/react-query';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { QUESTION_KINDS, questionFiltersQuery } from '../../api/questions.js';
import { useContentText } from '../../i18n/bilingual.js';
import { ActionButton } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { SelectField } from '../../ui/fields.js';
import { SearchField } from '../../ui/search-field.js';
import { Sheet } from '../../ui/sheet.js';
import styles from './bank.module.css';
import type { BankFilter, BankFilters } from './use-bank-filters.js';

interface PickProps {
  filters: BankFilters;
  name: BankFilter;
  label: string;
  value: string | number | undefined;
  any: string;
  options: { value: string; label: string }[];
}

function Pick({ filters, name, label, value, any, options }: PickProps) {
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      onChange={(event) => filters.choose(name, event.target.value)}
      data={[{ value: '', label: any }, ...options]}
    />
  );
}

function Fields({ filters }: { filters: BankFilters }) {
  const t = useTranslations('bank');
  const text = useContentText();
  const known = useQuery(questionFiltersQuery).data;
  const { asked } = filters;
  const counted = (label: string, count: number) => t('filters.counted', { label, count });
  const tags = known?.tags ?? [];
  return (
    <>
      <Pick
        {...{ filters, name: 'khoa', label: t('filters.course'), value: asked.course, any: t('filters.anyCourse') }}
        options={(known?.courses ?? []).map(({ slug, title, count }) => ({
          value: slug,
          label: counted(text(title), count),
        }))}
      />
      <Pick
        {...{ filters, name: 'dieu', label: t('filters.article'), value: asked.article, any: t('filters.anyArticle') }}
        options={(known?.articles ?? []).map(({ code, label, count }) => ({
          value: code,
          label: counted(label, count),
        }))}
      />
      <Pick
        {...{ filters, name: 'loai', label: t('filters.kind'), value: asked.kind, any: t('filters.anyKind') }}
        options={QUESTION_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <Pick
        {...{ filters, name: 'kho', label: t('filters.difficulty'), value: asked.difficulty }}
        any={t('filters.anyDifficulty')}
        options={(['1', '2', '3'] as const).map((level) => ({ value: level, label: t(`difficulties.${level}`) }))}
      />
      {tags.length > 0 && (
        <Pick
          {...{ filters, name: 'nhan', label: t('filters.tag'), value: asked.tag, any: t('filters.anyTag') }}
          options={tags.map(({ tag, count }) => ({ value: tag, label: counted(tag, count) }))}
        />
      )}
      <Pick
        {...{ filters, name: 'luat-doi', label: t('filters.law'), value: asked.flagged && 'co' }}
        any={t('filters.anyLaw')}
        options={[{ value: 'co', label: t('filters.lawChanged') }]}
      />
    </>
  );
}

/** A bar where there is room; on a phone the words, and the rest in a sheet. */
export function BankFiltersBar({ filters }: { filters: BankFilters }) {
  const t = useTranslations('bank.filters');
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <div role="search" className={styles.filters} aria-label={t('label')}>
      <div className={styles.find}>
        <SearchField
          label={t('find')}
          words={filters.asked.q ?? ''}
          onSearch={(words) => filters.choose('tim', words)}
        />
        <div className={styles.openFilters}>
          <ActionButton
            look="quiet"
            wide
            aria-haspopup="dialog"
            icon={<IconAdjustmentsHorizontal size={22} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {t('open', { count: filters.count })}
          </ActionButton>
        </div>
      </div>
      <Choice<'newest' | 'missed'>
        label={t('order')}
        value={filters.asked.order ?? 'newest'}
        onChange={(order) => filters.choose('xep', order === 'missed' ? 'sai' : '')}
        options={[
          { value: 'newest', label: t('newest') },
          { value: 'missed', label: t('missed') },
        ]}
      />
      <div className={styles.bar}>
        <Fields filters={filters} />
      </div>
      <Sheet
        opened={isOpen}
        onClose={close}
        title={t('title')}
        actions={<ActionButton onClick={close}>{t('show')}</ActionButton>}
      >
        <div className={styles.form}>
          <Fields filters={filters} />
        </div>
      </Sheet>
    </div>
  );
}
