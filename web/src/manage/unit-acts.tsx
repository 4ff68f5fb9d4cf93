import { useIsMutating } from '@tanstack/react-query';
import {
  IconArrowMerge,
  IconArrowsRightLeft,
  IconArrowsSplit2,
  IconChevronRight,
  IconCircleX,
  IconEdit,
  IconPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Unit } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import { AbolishForm, CountForm, MoveForm, RenameForm } from './unit-act-forms.js';
import { ACT_FORM, UNIT_ACT } from './unit-act-form.js';
import { FoundForm } from './unit-founding.js';
import styles from './units.module.css';

const ACTS = ['count', 'rename', 'move', 'found', 'abolish'] as const;
type ActName = (typeof ACTS)[number];

const ICONS: Record<ActName, Icon> = {
  count: IconUsers,
  rename: IconEdit,
  move: IconArrowsRightLeft,
  found: IconPlus,
  abolish: IconCircleX,
};

/** Acts with screens of their own: they are about more than one unit. */
const REFORM_PATHS = { merge: 'sap-nhap', split: 'chia-tach' };

const mayReform = ({ can, children }: Unit): (keyof typeof REFORM_PATHS)[] => [
  ...(can.abolish || (can.rename && children > 0) ? (['merge'] as const) : []),
  ...(can.abolish ? (['split'] as const) : []),
];

const RIGHTS: Record<ActName, keyof Unit['can']> = {
  count: 'recordHeadCount',
  rename: 'rename',
  move: 'move',
  found: 'foundBelow',
  abolish: 'abolish',
};

interface UnitActsProps {
  unit: Unit;
  /** Told in words what was recorded. */
  onDone(message: string): void;
  onFounded(unit: Unit): void;
}

function Menu({ unit, acts, onPick }: { unit: Unit; acts: readonly ActName[]; onPick(act: ActName): void }) {
  const t = useTranslations('acts');
  return (
    <ul className={styles.plain}>
      {acts.map((act) => {
        const Sign = ICONS[act];
        return (
          <li key={act}>
            <button type="button" className={styles.act} onClick={() => onPick(act)}>
              <Sign size={24} aria-hidden />
              <span>
                <strong>{t(act)}</strong>
                <span className={styles.facts}>{t(`${act}Text`)}</span>
              </span>
              <IconChevronRight size={22} aria-hidden />
            </button>
          </li>
        );
      })}
      {mayReform(unit).map((act) => {
        const Sign = act === 'merge' ? IconArrowMerge : IconArrowsSplit2;
        return (
          <li key={act}>
            <Link href={`/ql/don-vi/${unit.id}/${REFORM_PATHS[act]}`} className={styles.act}>
              <Sign size={24} aria-hidden />
              <span>
                <strong>{t(act)}</strong>
                <span className={styles.facts}>{t(`${act}Text`)}</span>
              </span>
              <IconChevronRight size={22} aria-hidden />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Foot({ act, onCancel }: { act: ActName; onCancel(): void }) {
  const t = useTranslations('acts');
  const words = useTranslations('words');
  const isBusy = useIsMutating({ mutationKey: UNIT_ACT }) > 0;
  return (
    <>
      <ActionButton look="quiet" onClick={onCancel}>
        {words('cancel')}
      </ActionButton>
      <ActionButton type="submit" form={ACT_FORM} busy={isBusy} look={act === 'abolish' ? 'danger' : 'primary'}>
        {act === 'abolish' ? t('doAbolish') : t('save')}
      </ActionButton>
    </>
  );
}

/** What may be done with a unit, each act in its own form and with the day on which it takes effect. */
export function UnitActs({ unit, onDone, onFounded }: UnitActsProps) {
  const t = useTranslations('acts');
  const words = useTranslations('unit');
  const [step, setStep] = useState<'menu' | ActName | null>(null);
  const offered = ACTS.filter((act) => unit.can[RIGHTS[act]]);
  if (offered.length === 0) return null;
  const close = (): void => setStep(null);
  const done = (message: string): void => {
    close();
    onDone(message);
  };
  const isForm = step !== null && step !== 'menu';
  return (
    <>
      <ActionButton aria-haspopup="dialog" icon={<IconEdit size={22} aria-hidden />} onClick={() => setStep('menu')}>
        {words('change')}
      </ActionButton>
      <Sheet
        opened={step !== null}
        onClose={close}
        title={isForm ? t(step) : t('title')}
        actions={isForm && <Foot act={step} onCancel={close} />}
      >
        {isForm && <p className={styles.subject}>{unit.name}</p>}
        {step === 'menu' && <Menu unit={unit} acts={offered} onPick={setStep} />}
        {step === 'rename' && <RenameForm unit={unit} onDone={done} />}
        {step === 'move' && <MoveForm unit={unit} onDone={done} />}
        {step === 'count' && <CountForm unit={unit} onDone={done} />}
        {step === 'abolish' && <AbolishForm unit={unit} onDone={done} />}
        {step === 'found' && <FoundForm parent={unit} onFounded={onFounded} />}
      </Sheet>
    </>
  );
}
