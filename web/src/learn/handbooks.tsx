import { IconBook2, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import {
  handbookFileUrl,
  handbooksQuery,
  isBeingMade,
  requestHandbook,
  type HandbookFormat,
} from '../api/handbooks.js';
import type { Course, Handbook } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, FileLink } from '../ui/button.js';
import { Section } from '../ui/page.js';
import { Progress } from '../ui/progress.js';
import { Failure } from '../ui/states.js';
import styles from './handbooks.module.css';

/** The phone's first: most readers have nothing else. */
const FORMATS: HandbookFormat[] = ['epub', 'pdf-a5', 'pdf-a4'];
const MEGABYTE = 1_000_000;

function Ready({ handbook }: { handbook: Handbook }) {
  const t = useTranslations('handbook');
  const formats = useFormats();
  const megabytes = formats.number(Math.max(0.1, Math.round(((handbook.bytes ?? 0) / MEGABYTE) * 10) / 10));
  return (
    <FileLink
      look="quiet"
      href={handbookFileUrl(handbook)}
      download={handbook.fileName}
      icon={<IconDownload size={22} aria-hidden />}
    >
      {t('download', { megabytes })} <span className="visually-hidden">{t(`formats.${handbook.format}`)}</span>
    </FileLink>
  );
}

function Making({ handbook }: { handbook: Handbook }) {
  const t = useTranslations('handbook');
  const percent = handbook.progressPercent;
  return (
    <div className={styles.making}>
      <span role="status">{handbook.state === 'waiting' ? t('waiting') : t('making', { percent })}</span>
      <Progress percent={percent} label={t('progress')} />
    </div>
  );
}

interface Asked {
  course: Course;
  format: HandbookFormat;
  handbook: Handbook | undefined;
}

function Row({ course, format, handbook }: Asked) {
  const t = useTranslations('handbook');
  const queries = useQueryClient();
  const asking = useMutation({
    mutationFn: () => requestHandbook(queries, { slug: course.slug, revisionId: course.revisionId, format }),
  });
  const isFailed = handbook?.state === 'failed';
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <strong>{t(`formats.${format}`)}</strong>
        <p>{t(`hints.${format}`)}</p>
        {isFailed && <p role="alert">{t('failed')}</p>}
      </div>
      {handbook?.state === 'ready' && <Ready handbook={handbook} />}
      {handbook && isBeingMade(handbook) && <Making handbook={handbook} />}
      {(!handbook || isFailed) && (
        <ActionButton
          look="quiet"
          busy={asking.isPending}
          icon={<IconBook2 size={22} aria-hidden />}
          onClick={() => asking.mutate()}
        >
          {isFailed ? t('again') : t('make')} <span className="visually-hidden">{t(`formats.${format}`)}</span>
        </ActionButton>
      )}
      {asking.isError && <Failure error={asking.error} />}
    </li>
  );
}

/** The course as a book to take along. */
export function Handbooks({ course }: { course: Course }) {
  const t = useTranslations('handbook');
  const query = useQuery(handbooksQuery(course.slug, course.revisionId));
  const isPrinted = course.skillModules.some(({ lessons }) =>
    lessons.some(({ kind }) => kind !== 'quiz' && kind !== 'scenario'),
  );
  // Without network there is nothing to ask for, and what was downloaded is on the device.
  if (!isPrinted || query.data === undefined) return null;
  return (
    <Section title={t('title')}>
      <p>{t('lead')}</p>
      <ul className={styles.rows}>
        {FORMATS.map((format) => (
          <Row
            key={format}
            course={course}
            format={format}
            handbook={query.data.find((each) => each.format === format)}
          />
        ))}
      </ul>
    </Section>
  );
}
