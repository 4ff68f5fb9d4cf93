import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DraftModule } from '../../api/drafts.js';
import { useContentText } from '../../i18n/bilingual.js';
import { Choice } from '../../ui/choice.js';
import { SelectField, TextField } from '../../ui/fields.js';
import { CitationField } from './citation-field.js';
import { useFault } from './form-parts.js';
import styles from './form.module.css';
import {
  moduleTag,
  tagsOf,
  withDifficulty,
  withModule,
  type Difficulty,
  type QuestionForm,
} from './question-form-state.js';

const LEVELS: Difficulty[] = ['1', '2', '3'];
const LONGEST_TAG = 100;

/** Words between commas, each once, without what a tag cannot hold. */
const wordsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .normalize('NFC')
      .replace(/[\\\n]/g, ' ')
      .split(',')
      .map((word) => word.trim().slice(0, LONGEST_TAG).trim())
      .filter((word) => word !== ''),
  ),
];

interface AboutFieldsProps {
  form: QuestionForm;
  modules: DraftModule[];
  onChange(form: QuestionForm): void;
}

/** How hard a question is, where it belongs and which law it stands on. */
export function AboutFields({ form, modules, onChange }: AboutFieldsProps) {
  const t = useTranslations('quiz.form');
  const text = useContentText();
  const { difficulty, articles, module, words } = tagsOf(form.tags);
  const [typed, setTyped] = useState(words.join(', '));
  const setTags = (tags: string[]): void => onChange({ ...form, tags });
  const known = modules.map(({ slug, title }) => ({ value: moduleTag(slug), label: text(title) }));
  const isElsewhere = module !== null && !known.some(({ value }) => value === module);
  return (
    <>
      <Choice<Difficulty>
        label={t('difficulty')}
        value={difficulty}
        onChange={(level) => setTags(withDifficulty(form.tags, level))}
        options={LEVELS.map((value) => ({ value, label: t(`difficulties.${value}`) }))}
      />
      <CitationField
        codes={articles}
        onAdd={(code) => setTags([...form.tags, code])}
        onRemove={(code) => setTags(form.tags.filter((tag) => tag !== code))}
      />
      <SelectField
        label={t('module')}
        hint={t('moduleHint')}
        className={styles.short}
        value={module ?? ''}
        onChange={(event) => setTags(withModule(form.tags, event.target.value || null))}
        data={[
          { value: '', label: t('noModule') },
          ...known,
          ...(isElsewhere ? [{ value: module, label: module }] : []),
        ]}
      />
      <TextField
        label={t('tags')}
        hint={t('tagsHint')}
        lang="vi"
        maxLength={500}
        value={typed}
        error={useFault('/tags')}
        onChange={(event) => {
          setTyped(event.target.value);
          const rest = form.tags.filter((tag) => !words.includes(tag));
          setTags([...rest, ...wordsOf(event.target.value).filter((word) => !rest.includes(word))]);
        }}
      />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        lang="vi"
        maxLength={300}
        value={form.title}
        error={useFault('/title')}
        onChange={(event) => onChange({ ...form, title: event.target.value })}
      />
    </>
  );
}
