import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { unitQuery } from '../api/units.js';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import { UnitPicker } from './unit-picker.js';
import styles from './units.module.css';

/** Which unit, with all below it, a list is about. */
export function UnitFilter({ id, onPick }: { id?: string; onPick(id: string | undefined): void }) {
  const t = useTranslations('unitFilter');
  const [isPicking, setPicking] = useState(false);
  const unit = useQuery({ ...unitQuery(id ?? ''), enabled: id !== undefined });
  const close = (): void => setPicking(false);
  return (
    <div className={styles.unitFilter}>
      <p>
        <span className={styles.label}>{t('unit')}</span>
        {id === undefined ? t('allUnits') : <strong>{unit.data?.name ?? '…'}</strong>}
      </p>
      <div className={styles.buttons}>
        <ActionButton look="quiet" aria-haspopup="dialog" onClick={() => setPicking(true)}>
          {t('pickUnit')}
        </ActionButton>
        {id !== undefined && (
          <ActionButton look="plain" onClick={() => onPick(undefined)}>
            {t('dropUnit')}
          </ActionButton>
        )}
      </div>
      <Sheet opened={isPicking} onClose={close} title={t('pickUnit')}>
        <UnitPicker
          label={t('unit')}
          value={null}
          onChange={(picked) => {
            onPick(picked?.id);
            close();
          }}
        />
      </Sheet>
    </div>
  );
}
