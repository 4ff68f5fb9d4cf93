import { IconCloudUpload } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import { useSession } from '../api/session.js';
import { recall, remember } from '../offline/small-values.js';
import { useOutbox } from '../ui/use-outbox.js';
import { BrandMark } from './brand.js';
import { ConnectionStrip } from './connection-strip.js';
import {
  audienceOf,
  audiencesOf,
  DESTINATIONS,
  HOMES,
  isAt,
  isBare,
  isOffered,
  type Audience,
  type Destination,
} from './navigation.js';
import styles from './shell.module.css';

const AUDIENCE_KEY = 'us.audience';

/** The side of the application that is open; on screens shared by all sides, the one last used. */
function useAudience(): Audience {
  const [path] = useLocation();
  const offered = audiencesOf(useSession());
  const here = audienceOf(path);
  useEffect(() => {
    if (here) remember(AUDIENCE_KEY, here);
  }, [here]);
  const wanted = here ?? (recall(AUDIENCE_KEY) as Audience | null) ?? 'learn';
  return offered.includes(wanted) ? wanted : 'learn';
}

function NavLink({ to, className }: { to: Destination; className?: string }) {
  const t = useTranslations('nav');
  const [path] = useLocation();
  const { icon: Icon } = to;
  return (
    <Link href={to.href} className={className} aria-current={isAt(path, to) ? 'page' : undefined}>
      <Icon size={24} aria-hidden />
      <span>{t(to.label)}</span>
    </Link>
  );
}

function AudienceSwitch({ current }: { current: Audience }) {
  const t = useTranslations('nav');
  const [, navigate] = useLocation();
  const offered = audiencesOf(useSession());
  if (offered.length < 2) return null;
  return (
    <select
      className={styles.audience}
      aria-label={t('audience')}
      value={current}
      onChange={(event) => navigate(HOMES[event.target.value as Audience])}
    >
      {offered.map((audience) => (
        <option key={audience} value={audience}>
          {t(`audiences.${audience}`)}
        </option>
      ))}
    </select>
  );
}

/** How much is on this device only; nothing when everything has been sent. */
function PendingChip() {
  const t = useTranslations('sync');
  const { pending, refused } = useOutbox();
  const count = pending.length + refused.length;
  if (count === 0) return null;
  return (
    <Link href="/dong-bo" className={styles.pending}>
      <IconCloudUpload size={20} aria-hidden />
      {refused.length > 0 ? t('refusedCount', { count: refused.length }) : t('pendingCount', { count })}
    </Link>
  );
}

export function Shell({ children, banner }: { children: ReactNode; banner?: ReactNode }) {
  const t = useTranslations('nav');
  const [path] = useLocation();
  const session = useSession();
  const audience = useAudience();
  const destinations = DESTINATIONS[audience].filter((to) => isOffered(to, session));
  if (isBare(path)) return <main className={styles.bare}>{children}</main>;
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.header}>
        <Link href={HOMES[audience]} className={styles.brand}>
          <BrandMark />
          <span>{t('brand')}</span>
        </Link>
        <div className={styles.right}>
          <PendingChip />
          <AudienceSwitch current={audience} />
          <span className={styles.person}>{session.person.fullName}</span>
        </div>
      </header>
      <nav className={styles.sidebar} aria-label={t('main')}>
        {destinations.map((to) => (
          <NavLink key={to.href} to={to} className={styles.sideLink} />
        ))}
      </nav>
      <main id="main" className={styles.main} tabIndex={-1}>
        <ConnectionStrip />
        {banner}
        {children}
      </main>
      <nav className={styles.bottom} aria-label={t('main')}>
        {destinations
          .filter(({ onPhone }) => onPhone)
          .map((to) => (
            <NavLink key={to.href} to={to} className={styles.bottomLink} />
          ))}
      </nav>
    </div>
  );
}
