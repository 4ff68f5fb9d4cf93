import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import { notificationsQuery } from '../api/inbox.js';
import { changeLanguage, signOut, useSession } from '../api/session.js';
import { forgetPhotos, photoQueue, unsentPhotos } from '../api/essay-photos.js';
import { sendNow } from '../api/sync.js';
import { open, wipePerson } from '../offline/device-store.js';
import { DraftTexts } from '../offline/draft-texts.js';
import { useLocaleChoice, type Locale } from '../i18n/locale.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { Page, Section } from '../ui/page.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import { useOutbox } from '../ui/use-outbox.js';
import { Devices } from './devices.js';
import { InstallOffer } from './install-offer.js';
import { MailSettings } from './mail-settings.js';
import { DESTINATIONS, isOffered } from './navigation.js';
import styles from './me.module.css';

const Corrections = lazy(() => import('./corrections.js'));

function Row({ href, children, aside }: { href: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <li>
      <Link href={href} className={styles.row}>
        <span>{children}</span>
        <span className={styles.aside}>
          {aside}
          <IconChevronRight size={20} aria-hidden />
        </span>
      </Link>
    </li>
  );
}

function Places() {
  const t = useTranslations('me');
  const nav = useTranslations('nav');
  const { pending, refused } = useOutbox();
  const inbox = useQuery(notificationsQuery);
  const unread = inbox.data?.filter(({ readAt }) => readAt === null).length ?? 0;
  const waiting = pending.length + refused.length;
  return (
    <ul className={styles.rows}>
      <Row href="/thong-bao" aside={unread > 0 && t('unread', { count: unread })}>
        {nav('inbox')}
      </Row>
      <Row href="/diem-danh">{nav('checkIn')}</Row>
      <Row href="/phap-luat">{nav('law')}</Row>
      <Row href="/dong-bo" aside={waiting > 0 ? t('waiting', { count: waiting }) : t('allSent')}>
        {nav('sync')}
      </Row>
    </ul>
  );
}

/** Screens of the desk that the bar at the foot of a phone has no room for. */
function DeskPlaces() {
  const t = useTranslations('me');
  const nav = useTranslations('nav');
  const session = useSession();
  if (!session.can.manage) return null;
  return (
    <div className={styles.onPhone}>
      <Section title={t('desk')}>
        <ul className={styles.rows}>
          {DESTINATIONS.manage
            .filter((to) => !to.onPhone && isOffered(to, session))
            .map(({ href, label }) => (
              <Row key={href} href={href}>
                {nav(label)}
              </Row>
            ))}
        </ul>
      </Section>
    </div>
  );
}

function Language() {
  const t = useTranslations('language');
  const queries = useQueryClient();
  const { locale, choose } = useLocaleChoice();
  const pick = (next: Locale): void => {
    choose(next);
    // The account follows when there is a network; this device has the choice already.
    changeLanguage(queries, next).catch(() => undefined);
  };
  return (
    <Choice
      label={t('label')}
      value={locale}
      onChange={pick}
      options={[
        { value: 'vi', label: t('vi'), lang: 'vi' },
        { value: 'en', label: t('en'), lang: 'en' },
      ]}
    />
  );
}

/** How many photos of this person's answers only this device has. */
function useUnsentPhotos(isAsked: boolean): number {
  const { person } = useSession();
  const found = useQuery({
    queryKey: ['unsent-photos', person.id],
    queryFn: () => unsentPhotos(person.id),
    enabled: isAsked,
    staleTime: 0,
    gcTime: 0,
  });
  return found.data ?? 0;
}

/** How many lessons that this person writes are not with the server yet. */
function useUnsentTexts(isAsked: boolean): number {
  const { person } = useSession();
  const found = useQuery({
    queryKey: ['unsent-texts', person.id],
    queryFn: () => new DraftTexts(open).unsentOf(person.id),
    enabled: isAsked,
    staleTime: 0,
    gcTime: 0,
  });
  return found.data?.length ?? 0;
}

/** Leaving wipes this person from the device, hence only when everything has been sent. */
function SignOut() {
  const t = useTranslations('me');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { person } = useSession();
  const { pending } = useOutbox();
  const [asked, setAsked] = useState(false);
  const unsent = useUnsentTexts(asked);
  const leaving = useMutation({
    mutationFn: async () => {
      await signOut(queries);
      await Promise.all([wipePerson(person.id), forgetPhotos(person.id)]);
    },
    onSuccess: () => navigate('/dang-nhap', { replace: true }),
  });
  const close = (): void => setAsked(false);
  const waiting = pending.length + useUnsentPhotos(asked);
  const mustWait = waiting > 0;
  const actions = mustWait ? (
    <>
      <ActionButton onClick={() => void Promise.all([sendNow(), photoQueue(queries, person.id).flush()])}>
        {t('sendNow')}
      </ActionButton>
      <LinkButton href="/dong-bo" look="quiet">
        {t('seePending')}
      </LinkButton>
    </>
  ) : (
    <>
      <ActionButton look="quiet" onClick={close}>
        {t('stay')}
      </ActionButton>
      <ActionButton busy={leaving.isPending} onClick={() => leaving.mutate()}>
        {t('signOut')}
      </ActionButton>
    </>
  );
  return (
    <>
      <ActionButton look="quiet" onClick={() => setAsked(true)}>
        {t('switchPerson')}
      </ActionButton>
      <Sheet opened={asked} onClose={close} title={mustWait ? t('mustSendTitle') : t('signOutTitle')} actions={actions}>
        <p>{mustWait ? t('mustSendText', { count: waiting }) : unsent === 0 && t('signOutText')}</p>
        {!mustWait && unsent > 0 && <p>{t('unsentTexts', { count: unsent })}</p>}
        {leaving.isError && <Failure error={leaving.error} />}
      </Sheet>
    </>
  );
}

export default function Me() {
  const t = useTranslations('me');
  const { person, unit, office } = useSession();
  return (
    <Page title={t('title')} width="reading">
      <div className={styles.card}>
        <p className={styles.name}>{person.fullName}</p>
        {office && <p>{office}</p>}
        {unit && <p className={styles.unit}>{unit.name}</p>}
      </div>
      <Places />
      <DeskPlaces />
      <Section title={t('settings')}>
        <Language />
        <InstallOffer />
      </Section>
      <MailSettings />
      <Devices />
      <Section title={t('personalData')}>
        <p className={styles.note}>{t('personalDataText')}</p>
        <p>
          <a href="/api/v1/personal-data" download>
            {t('downloadData')}
          </a>
        </p>
        <Suspense>
          <Corrections />
        </Suspense>
      </Section>
      <Section title={t('leaving')}>
        <p className={styles.note}>{t('sharedPhone')}</p>
        <div>
          <SignOut />
        </div>
      </Section>
    </Page>
  );
}
