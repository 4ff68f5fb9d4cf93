import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { devicesQuery, endDevice, endOtherDevices } from '../api/devices.js';
import type { LivingSession } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Section } from '../ui/page.js';
import { Failure, QueryView } from '../ui/states.js';
import styles from './devices.module.css';

function Device({ device }: { device: LivingSession }) {
  const t = useTranslations('me');
  const formats = useFormats();
  const queries = useQueryClient();
  const ending = useMutation({ mutationFn: () => endDevice(queries, device.id) });
  const { lastSeenAt } = device;
  return (
    <li>
      <div className={styles.device}>
        <div>
          <p>{device.device}</p>
          <p className={styles.when}>
            {device.current
              ? t('thisDevice')
              : t('lastSeen', { time: formats.time(lastSeenAt), date: formats.date(lastSeenAt) })}
          </p>
        </div>
        {!device.current && (
          <ActionButton look="quiet" busy={ending.isPending} onClick={() => ending.mutate()}>
            {t('endDevice')}
            <span className="visually-hidden"> {device.device}</span>
          </ActionButton>
        )}
      </div>
      {ending.isError && <Failure error={ending.error} />}
    </li>
  );
}

/** Where this person is signed in, and a way to end each. This device is left by signing out, which wipes it. */
export function Devices() {
  const t = useTranslations('me');
  const queries = useQueryClient();
  const query = useQuery(devicesQuery);
  const endingOthers = useMutation({ mutationFn: () => endOtherDevices(queries) });
  return (
    <Section title={t('devices')}>
      <QueryView query={query}>
        {(devices) => (
          <>
            <ul className={styles.devices}>
              {devices.map((device) => (
                <Device key={device.id} device={device} />
              ))}
            </ul>
            {devices.length > 1 && (
              <div>
                <ActionButton look="quiet" busy={endingOthers.isPending} onClick={() => endingOthers.mutate()}>
                  {t('endOthers')}
                </ActionButton>
              </div>
            )}
            {endingOthers.isError && <Failure error={endingOthers.error} />}
          </>
        )}
      </QueryView>
    </Section>
  );
}
