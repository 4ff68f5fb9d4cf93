import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

export interface OpenBranches {
  /** Undefined when nobody has opened or closed it. */
  isOpen(id: string): boolean | undefined;
  set(id: string, isOpen: boolean): void;
}

const KEY = ['units-open'];

/** Which branches are open; who comes back from a unit finds the tree as it was left. Gone with the signed-in person. */
export function useOpenBranches(): OpenBranches {
  const queries = useQueryClient();
  const [open, setOpen] = useState<Record<string, boolean>>(() => queries.getQueryData(KEY) ?? {});
  return {
    isOpen: (id) => open[id],
    set(id, isOpen) {
      const next = { ...open, [id]: isOpen };
      queries.setQueryData(KEY, next);
      setOpen(next);
    },
  };
}
