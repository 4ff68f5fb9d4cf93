import { IconAlertTriangle, IconCircleCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useFormats } from '../i18n/formats.js';
import type { SaveState } from '../offline/draft-keeper.js';
import styles from './studio.module.css';

const ICON = { size: 20, 'aria-hidden': true };

/** Where the text is, always in sight: on its way, on this device, or with the server. */
export function SaveLine({ state }: { state: SaveState }) {
  const t = useTranslations('studio.save');
  const formats = useFormats();
  const words = (): string => {
    if (state.kind === 'saved')
      return state.at === null ? t('untouched') : t('saved', { time: formats.time(new Date(state.at).toISOString()) });
    return state.kind === 'refused' ? `${t('refused')} ${state.problem.title}` : t(state.kind);
  };
  const icons = {
    saved: <IconCircleCheck {...ICON} />,
    saving: <IconLoader2 {...ICON} />,
    kept: <IconCloudOff {...ICON} />,
    unkept: <IconAlertTriangle {...ICON} />,
    refused: <IconAlertTriangle {...ICON} />,
    conflict: <IconAlertTriangle {...ICON} />,
  };
  return (
    <p role="status" className={styles.save} data-state={state.kind}>
      {icons[state.kind]}
      <span>{words()}</span>
    </p>
  );
}
