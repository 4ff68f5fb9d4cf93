import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import styles from './page.module.css';

let screensShown = 0;

/** Names the document and moves the reader of a screen reader to the heading when the screen changes. */
function usePageHeading(title: string) {
  const t = useTranslations('app');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${t('name')}`;
  }, [title, t]);
  useEffect(() => {
    screensShown += 1;
    // The first screen of a visit leaves the focus where the browser put it.
    if (screensShown > 1) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

interface PageProps {
  title: string;
  /** Shown instead of the title when it carries more than words. */
  heading?: ReactNode;
  back?: { href: string; label: string };
  /** The way to this screen, above its heading, where one step back is not enough. */
  above?: ReactNode;
  /** One or two sentences under the heading. */
  lead?: ReactNode;
  /** Buttons beside the heading on a wide screen, under it on a phone. */
  actions?: ReactNode;
  /** Lists and tables take the whole width; reading does not. */
  width?: 'reading' | 'normal' | 'full';
  children: ReactNode;
}

export function Page({ title, heading, back, above, lead, actions, width = 'normal', children }: PageProps) {
  const ref = usePageHeading(title);
  return (
    <div className={styles.page} data-width={width}>
      {back && (
        <Link href={back.href} className={styles.back}>
          <IconArrowLeft size={20} aria-hidden />
          {back.label}
        </Link>
      )}
      {above}
      <div className={styles.top}>
        <div className={styles.titles}>
          <h1 ref={ref} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** A part of a page under its own heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionTop}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
