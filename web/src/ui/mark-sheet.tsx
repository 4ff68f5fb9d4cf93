import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { markAttendance } from '../api/classes.js';
import { fieldErrors } from '../api/problem.js';
import type { ClassSession, Mark, RosterRow } from '../api/types.js';
import { ActionButton } from './button.js';
import { Choice } from './choice.js';
import { AreaField } from './fields.js';
import { Sheet } from './sheet.js';
import { Failure } from './states.js';
import styles from './mark-sheet.module.css';

interface Marking {
  row: RosterRow;
  session: ClassSession;
}

const SHORTEST_REASON = 3;

function MarkForm({ marking, classId, onClose }: { marking: Marking; classId: string; onClose(): void }) {
  const t = useTranslations('roster');
  const queries = useQueryClient();
  const [mark, setMark] = useState<Mark>('present');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { row, session } = marking;
  const marks = useMutation({
    mutationFn: () => markAttendance(session.id, { personId: row.personId, mark, reason: reason.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['roster', classId] });
      onClose();
    },
  });
  const isShort = reason.trim().length < SHORTEST_REASON;
  const given = fieldErrors(marks.error);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort) marks.mutate();
      }}
    >
      <p>
        <strong>{row.fullName}</strong>
        <br />
        {session.title}
      </p>
      <Choice<Mark>
        label={t('mark')}
        value={mark}
        onChange={setMark}
        options={(['present', 'excused', 'absent'] as const).map((value) => ({ value, label: t(`marks.${value}`) }))}
      />
      <AreaField
        label={t('reason')}
        hint={t('reasonHint')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={given['reason'] ?? (isTried && isShort ? t('reasonMissing') : undefined)}
        onChange={(event) => setReason(event.target.value)}
      />
      {marks.isError && <Failure error={marks.error} />}
      <div className={styles.actions}>
        <ActionButton look="quiet" onClick={onClose}>
          {t('cancel')}
        </ActionButton>
        <ActionButton type="submit" busy={marks.isPending}>
          {t('save')}
        </ActionButton>
      </div>
    </form>
  );
}

/** Records by hand that somebody was there, was not, or is on leave; never without a reason. */
export function MarkSheet({
  marking,
  classId,
  onClose,
}: {
  marking: Marking | null;
  classId: string;
  onClose(): void;
}) {
  const t = useTranslations('roster');
  return (
    <Sheet opened={marking !== null} onClose={onClose} title={t('markTitle')}>
      {marking && <MarkForm marking={marking} classId={classId} onClose={onClose} />}
    </Sheet>
  );
}
