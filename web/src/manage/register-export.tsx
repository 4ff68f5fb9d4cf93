import { IconFileExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { downloadRegister } from '../api/imports.js';
import { mayImport, useSession } from '../api/session.js';
import type { Import } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { ActSheet } from './act-sheet.js';
import { OwnUnitField, useOwnUnit } from './own-unit-field.js';
import { ActForm, UNIT_ACT } from './unit-act-form.js';
import styles from './import.module.css';

type Format = 'xlsx' | 'csv';

function ExportForm({ unitId, onDone }: { unitId: string | null; onDone(): void }) {
  const t = useTranslations('exports');
  const [kind, setKind] = useState<Import['kind']>('people');
  const [format, setFormat] = useState<Format>('xlsx');
  const [isAsked, setAsked] = useState(false);
  const unit = useOwnUnit(unitId);
  const exporting = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: (organisationId: string) => downloadRegister({ kind, format, organisationId }),
    onSuccess: onDone,
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (unit.value) exporting.mutate(unit.value.id);
  };
  return (
    <ActForm error={exporting.error} onSubmit={send}>
      <Choice<Import['kind']>
        label={t('kind')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'people', label: t('people') },
          { value: 'units', label: t('units') },
        ]}
      />
      <OwnUnitField unit={unit} label={t('unit')} error={isAsked && !unit.value ? t('unitMissing') : undefined} />
      <Choice<Format>
        label={t('format')}
        value={format}
        onChange={setFormat}
        options={[
          { value: 'xlsx', label: 'Excel (.xlsx)' },
          { value: 'csv', label: 'CSV' },
        ]}
      />
      <p className={styles.note}>{kind === 'people' ? t('notePeople') : t('noteUnits')}</p>
    </ActForm>
  );
}

/** The register of a unit and those below it as a file; of the officer's own unit when none is named. */
export function RegisterExport({ unitId = null }: { unitId?: string | null }) {
  const t = useTranslations('exports');
  const [isAsking, setAsking] = useState(false);
  if (!mayImport(useSession())) return null;
  const close = (): void => setAsking(false);
  return (
    <>
      <ActionButton
        look="quiet"
        aria-haspopup="dialog"
        icon={<IconFileExport size={22} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('title')}
      </ActionButton>
      <ActSheet opened={isAsking} onClose={close} title={t('title')} submit={t('submit')}>
        <ExportForm unitId={unitId} onDone={close} />
      </ActSheet>
    </>
  );
}
