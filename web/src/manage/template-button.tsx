import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { downloadTemplate } from '../api/imports.js';
import type { Import } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Failure } from '../ui/states.js';

/** An empty sheet with the right headings. */
export function TemplateButton({ kind }: { kind: Import['kind'] }) {
  const t = useTranslations('imports');
  const downloading = useMutation({ mutationFn: () => downloadTemplate(kind, 'xlsx') });
  return (
    <>
      <ActionButton
        look="quiet"
        busy={downloading.isPending}
        icon={<IconDownload size={22} aria-hidden />}
        onClick={() => downloading.mutate()}
      >
        {t('template')}
      </ActionButton>
      {downloading.isError && <Failure error={downloading.error} />}
    </>
  );
}
