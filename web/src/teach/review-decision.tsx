import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { fieldErrors } from '../api/problem.js';
import { decideReview, type Review, type ReviewDecision } from '../api/reviews.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { AreaField, TextField } from '../ui/fields.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import styles from './review.module.css';

const FORM = 'review-decision';

interface Values {
  decision: ReviewDecision['decision'];
  note: string;
  document: { number: string; issuedOn: string; signer: string };
}

function toDecision({ decision, note, document }: Values): ReviewDecision {
  const words = note.trim();
  const hasDocument = decision === 'approve' && document.number.trim() !== '';
  return { decision, ...(words ? { note: words } : {}), ...(hasDocument ? { document } : {}) };
}

/** A paper is named whole or not at all. */
function useChecks() {
  const t = useTranslations('review.decision');
  const ofPaper = (value: string, { decision, document }: Values) => {
    const isNamed = Object.values(document).some((part) => part.trim() !== '');
    return decision === 'approve' && isNamed && !value.trim() ? t('partMissing') : null;
  };
  return {
    note: (value: string, { decision }: Values) =>
      decision === 'request-changes' && !value.trim() ? t('noteMissing') : null,
    document: { number: ofPaper, issuedOn: ofPaper, signer: ofPaper },
  };
}

/** The decision on paper, when there is one. */
function DocumentFields({ form }: { form: UseFormReturnType<Values> }) {
  const t = useTranslations('review.decision');
  return (
    <fieldset className={styles.document}>
      <legend>{t('document')}</legend>
      <p className={styles.soft}>{t('documentHint')}</p>
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        maxLength={100}
        {...form.getInputProps('document.number')}
      />
      <TextField label={t('issuedOn')} type="date" {...form.getInputProps('document.issuedOn')} />
      <TextField label={t('signer')} maxLength={200} {...form.getInputProps('document.signer')} />
    </fieldset>
  );
}

/** Approve with the decision on paper, or say what is to be changed. */
export function DecisionSheet({ review, onClose, onDone }: { review: Review; onClose(): void; onDone(): void }) {
  const t = useTranslations('review.decision');
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: { decision: 'approve', note: '', document: { number: '', issuedOn: '', signer: '' } },
    validate: useChecks(),
  });
  const deciding = useMutation({
    mutationFn: (values: Values) => decideReview(queries, review.id, toDecision(values)),
    onSuccess: onDone,
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const { decision } = form.getValues();
  const isApproval = decision === 'approve';
  const actions = (
    <>
      <ActionButton look="quiet" onClick={onClose}>
        {t('cancel')}
      </ActionButton>
      <ActionButton type="submit" form={FORM} look={isApproval ? 'good' : 'primary'} busy={deciding.isPending}>
        {isApproval ? t('approve') : t('sendChanges')}
      </ActionButton>
    </>
  );
  return (
    <Sheet opened onClose={onClose} title={t('title')} actions={actions}>
      <form id={FORM} className={styles.form} noValidate onSubmit={form.onSubmit((values) => deciding.mutate(values))}>
        <Choice<Values['decision']>
          label={t('what')}
          value={decision}
          onChange={(value) => form.setFieldValue('decision', value)}
          options={[
            { value: 'approve', label: t('approve') },
            { value: 'request-changes', label: t('changes') },
          ]}
        />
        {review.openThreads > 0 && <p className={styles.soft}>{t('openThreads', { count: review.openThreads })}</p>}
        <AreaField
          label={t('note')}
          hint={isApproval ? t('noteHintApprove') : t('noteHintChanges')}
          rows={3}
          maxLength={5000}
          {...form.getInputProps('note')}
        />
        {isApproval && <DocumentFields form={form} />}
        {deciding.isError && <Failure error={deciding.error} />}
      </form>
    </Sheet>
  );
}
