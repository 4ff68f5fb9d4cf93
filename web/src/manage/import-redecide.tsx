import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Import, ImportDecision, ImportRow } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import { DecisionCard } from './import-decision.js';
import { useDeciding } from './import-decisions.js';

/** Before the file is written a slip of the finger can still be mended. */
export function Redecide({ job, row }: { job: Import; row: ImportRow }) {
  const t = useTranslations('imports.decide');
  const words = useTranslations('words');
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<ImportDecision>();
  const close = (): void => {
    setAsking(false);
    setAnswer(undefined);
  };
  const deciding = useDeciding(job, close);
  if (row.candidates.length === 0 && row.candidateRow === null) return null;
  const actions = (
    <>
      <ActionButton look="quiet" onClick={close}>
        {words('cancel')}
      </ActionButton>
      <ActionButton
        busy={deciding.isPending}
        disabled={answer === undefined}
        onClick={() => answer && deciding.mutate([answer])}
      >
        {t('save')}
      </ActionButton>
    </>
  );
  return (
    <>
      <ActionButton look="quiet" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('again')}
        <span className="visually-hidden"> {t('againFor', { number: row.number })}</span>
      </ActionButton>
      <Sheet opened={isAsking} onClose={close} title={t('again')} actions={actions}>
        <DecisionCard row={row} value={answer} onChange={setAnswer} />
        {deciding.isError && <Failure error={deciding.error} />}
      </Sheet>
    </>
  );
}
