import { useInfiniteQuery } from '@tanstack/react-query';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { unitsQuery } from '../api/units.js';
import type { Organisation } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { UnitRow } from './unit-row.js';
import type { OpenBranches } from './use-open-branches.js';
import styles from './units.module.css';

interface BranchProps {
  /** The unit whose branch this is; the top of the tree when absent. */
  parentId?: string;
  asOf?: string;
  branches: OpenBranches;
}

/** A few at the top are opened at once: they alone say nothing that the reader does not know. */
const FEW = 3;

function Twig({ unit, asOf, branches, isOpen }: BranchProps & { unit: Organisation; isOpen: boolean }) {
  const t = useTranslations('units');
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const toggle =
    unit.children > 0 ? (
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-label={t('open', { name: unit.name })}
        onClick={() => branches.set(unit.id, !isOpen)}
      >
        <Chevron size={24} aria-hidden />
      </button>
    ) : (
      <span className={styles.leaf} />
    );
  return (
    <li>
      <UnitRow unit={unit} asOf={asOf} before={toggle} />
      {isOpen && unit.children > 0 && <Branch parentId={unit.id} asOf={asOf} branches={branches} />}
    </li>
  );
}

/** The units below one, each of which opens in its turn. What is not open is not asked for. */
export function Branch({ parentId, asOf, branches }: BranchProps) {
  const t = useTranslations('units');
  const words = useTranslations('words');
  const query = useInfiniteQuery(unitsQuery({ asOf, parentId }));
  if (query.isPending) return <Loading lines={3} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const units = query.data.pages.flatMap(({ items }) => items);
  const isTop = parentId === undefined;
  if (isTop && units.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return (
    <>
      <ul className={isTop ? styles.tree : styles.branch} aria-label={isTop ? t('tree') : undefined}>
        {units.map((unit) => (
          <Twig
            key={unit.id}
            unit={unit}
            asOf={asOf}
            branches={branches}
            isOpen={branches.isOpen(unit.id) ?? (isTop && units.length <= FEW)}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className={styles.more}>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words('more')}
          </ActionButton>
        </div>
      )}
    </>
  );
}
