import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { standingsQuery, type CellStanding, type DraftQuiz, type QuizPlace } from '../../api/draft-quizzes.js';
import type { DraftModule } from '../../api/drafts.js';
import { useContentText } from '../../i18n/bilingual.js';
import { SelectField, TextField } from '../../ui/fields.js';
import { FormRows } from './form-rows.js';
import styles from './form.module.css';
import { KINDS, moduleTag } from './question-form-state.js';
import { cellOf, drawnBy, emptyCell, kindOrAny, topicsOf, type CellForm } from './settings-form-state.js';

const LEVELS = ['1', '2', '3'] as const;
const MOST_CELLS = 30;
const PAUSE_MS = 250;

interface BlueprintTableProps {
  place: QuizPlace;
  quiz: DraftQuiz;
  modules: DraftModule[];
  cells: CellForm[];
  faultOf(field: string): string | undefined;
  onChange(cells: CellForm[]): void;
}

/** Modules, keywords and articles that a row may ask for, those of rows that are there already among them. */
function useTopics({ quiz, modules, cells }: BlueprintTableProps) {
  const t = useTranslations('quiz.blueprint');
  const text = useContentText();
  const { modules: used, words, articles } = topicsOf(quiz.questions);
  const known = new Map(modules.map(({ slug, title }) => [moduleTag(slug), text(title)]));
  const asked = cells.flatMap(({ tag }) => (tag === '' ? [] : [tag]));
  const option = (value: string) => ({ value, label: known.get(value) ?? value });
  const ofModules = [...new Set([...known.keys(), ...used])];
  const rest = asked.filter((tag) => ![...ofModules, ...words, ...articles].includes(tag));
  const groups = [
    { group: t('modules'), items: ofModules.map(option) },
    { group: t('words'), items: [...new Set([...words, ...rest])].map(option) },
    { group: t('articles'), items: articles.map(option) },
  ];
  return [{ value: '', label: t('anyTopic') }, ...groups.filter(({ items }) => items.length > 0)];
}

/** How many questions there are for a row, and a warning when other rows and this one ask for more. */
function Standing({ standing }: { standing: CellStanding | undefined }) {
  const t = useTranslations('quiz.blueprint');
  if (!standing) return <p className={styles.soft}>{t('counting')}</p>;
  const { available, lacking } = standing;
  return (
    <p className={styles.standing} data-short={lacking > 0}>
      {lacking > 0 ? <IconAlertTriangle size={20} aria-hidden /> : <IconCheck size={20} aria-hidden />}
      <span>
        {t('available', { count: available })} {lacking > 0 && <strong>{t('lacking', { count: lacking })}</strong>}
      </span>
    </p>
  );
}

/** So many questions per module or keyword, kind and difficulty. */
export function BlueprintTable(props: BlueprintTableProps) {
  const { place, quiz, cells, faultOf, onChange } = props;
  const t = useTranslations('quiz.blueprint');
  const kinds = useTranslations('quiz.kinds');
  const levels = useTranslations('quiz.difficulties');
  const topics = useTopics(props);
  const [counted] = useDebouncedValue(cells, PAUSE_MS);
  const { data: standings } = useQuery(standingsQuery(place, quiz.version, counted.map(cellOf)));
  const lacking = (standings ?? []).reduce((sum, standing) => sum + standing.lacking, 0);
  return (
    <>
      <p className={styles.soft}>{t('hint')}</p>
      <FormRows
        items={cells}
        onChange={(next) => onChange(next)}
        name={(number) => t('row', { number })}
        add={{ label: t('add'), make: emptyCell }}
        {...{ least: 0, most: MOST_CELLS }}
      >
        {(cell, at, set) => (
          <>
            <div className={styles.cell}>
              <SelectField
                label={t('topic')}
                value={cell.tag}
                onChange={(event) => set({ ...cell, tag: event.target.value })}
                data={topics}
              />
              <SelectField
                label={t('kind')}
                value={cell.kind}
                onChange={(event) => set({ ...cell, kind: kindOrAny(event.target.value) })}
                data={[{ value: '', label: t('anyKind') }, ...KINDS.map((value) => ({ value, label: kinds(value) }))]}
              />
              <SelectField
                label={t('difficulty')}
                value={cell.difficulty}
                onChange={(event) => set({ ...cell, difficulty: event.target.value as CellForm['difficulty'] })}
                data={[
                  { value: '', label: t('anyDifficulty') },
                  ...LEVELS.map((value) => ({ value, label: levels(value) })),
                ]}
              />
              <CountField cell={cell} fault={faultOf(`cell-${at}`)} onChange={set} />
            </div>
            <Standing standing={standings?.[at]} />
          </>
        )}
      </FormRows>
      <p role="status" className={styles.total}>
        {t('total', { count: drawnBy(cells.map(cellOf)) })} {lacking > 0 && t('short', { count: lacking })}
      </p>
    </>
  );
}

interface CountFieldProps {
  cell: CellForm;
  fault: string | undefined;
  onChange(cell: CellForm): void;
}

function CountField({ cell, fault, onChange }: CountFieldProps) {
  const t = useTranslations('quiz.blueprint');
  return (
    <TextField
      label={t('count')}
      inputMode="numeric"
      maxLength={4}
      value={cell.count}
      error={fault}
      onChange={(event) => onChange({ ...cell, count: event.target.value })}
    />
  );
}
