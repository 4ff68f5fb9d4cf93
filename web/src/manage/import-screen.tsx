import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { forgetRegister, importQuery } from '../api/imports.js';
import type { Import } from '../api/types.js';
import { unitQuery } from '../api/units.js';
import { useFormats } from '../i18n/formats.js';
import { Page } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { withDeskWords } from './desk-words.js';
import { ImportColumns } from './import-columns.js';
import { ImportDecisions } from './import-decisions.js';
import { ImportRows } from './import-rows.js';
import { ImportStanding } from './import-standing.js';

function Lead({ job }: { job: Import }) {
  const t = useTranslations('imports');
  const formats = useFormats();
  const { data: unit } = useQuery(unitQuery(job.organisationId));
  const { createdAt } = job;
  return (
    <>
      <p>
        {t(`kinds.${job.kind}`)} · {t('sentAt', { date: formats.date(createdAt), time: formats.time(createdAt) })}
      </p>
      {unit && <p>{t('into', { name: unit.name })}</p>}
    </>
  );
}

/** One file: how far it is, what it would change, what is wrong with it, and what the officer decides. */
function ImportPage({ job }: { job: Import }) {
  const t = useTranslations('imports');
  const queries = useQueryClient();
  const { state } = job;
  useEffect(() => {
    if (state === 'applied') void forgetRegister(queries);
  }, [state, queries]);
  const isRead = state === 'checked' || state === 'applied';
  return (
    <Page title={job.fileName} back={{ href: '/ql/nhap', label: t('title') }} lead={<Lead job={job} />} width="full">
      <ImportStanding job={job} />
      {/* What would be decided for a file that comes again corrected would be lost. */}
      {job.can.decide && job.counts.faulty === 0 && job.counts.undecided > 0 && <ImportDecisions job={job} />}
      {isRead && <ImportRows job={job} />}
      {isRead && <ImportColumns job={job} />}
    </Page>
  );
}

function ImportScreen({ id }: { id: string }) {
  return <QueryView query={useQuery(importQuery(id))}>{(job) => <ImportPage job={job} />}</QueryView>;
}

export default withDeskWords(ImportScreen);
