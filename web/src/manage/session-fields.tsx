import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../ui/button.js';
import { SelectField, TextField } from '../ui/fields.js';
import type { ClassForm } from './class-form.js';
import styles from './manage.module.css';

const MODES = ['in-person', 'online', 'hybrid'] as const;

interface SessionFieldsProps {
  form: UseFormReturnType<ClassForm>;
  index: number;
  isOnly: boolean;
}

function When({ form, at }: { form: UseFormReturnType<ClassForm>; at: string }) {
  const t = useTranslations('openClass');
  return (
    <div className={styles.pair}>
      <TextField label={t('date')} type="date" {...form.getInputProps(`${at}.date`)} />
      <TextField label={t('from')} type="time" {...form.getInputProps(`${at}.from`)} />
      <TextField label={t('to')} type="time" {...form.getInputProps(`${at}.to`)} />
    </div>
  );
}

/** One session of the class: when, and where or by which link. */
export function SessionFields({ form, index, isOnly }: SessionFieldsProps) {
  const t = useTranslations('openClass');
  const at = `sessions.${index}`;
  const mode = form.getValues().sessions[index]?.mode;
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('session', { number: index + 1 })}</legend>
      <TextField label={t('sessionTitle')} maxLength={200} {...form.getInputProps(`${at}.title`)} />
      <SelectField
        label={t('mode')}
        data={MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
        {...form.getInputProps(`${at}.mode`)}
      />
      <When form={form} at={at} />
      {mode !== 'online' && <TextField label={t('place')} maxLength={300} {...form.getInputProps(`${at}.place`)} />}
      {mode !== 'in-person' && (
        <>
          <TextField
            label={t('meetingUrl')}
            hint={t('meetingUrlHint')}
            type="url"
            {...form.getInputProps(`${at}.meetingUrl`)}
          />
          <TextField
            label={t('minimum')}
            hint={t('minimumHint')}
            inputMode="numeric"
            {...form.getInputProps(`${at}.minimumOnlinePercent`)}
          />
        </>
      )}
      {!isOnly && (
        <div>
          <ActionButton look="plain" onClick={() => form.removeListItem('sessions', index)}>
            {t('removeSession', { number: index + 1 })}
          </ActionButton>
        </div>
      )}
    </fieldset>
  );
}
