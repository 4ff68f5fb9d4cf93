import { useSearchParams } from 'wouter';

/** What a list is asked for stands in the address: it can be kept, sent and returned to. */
export function useAsked<Key extends string>() {
  const [params, setParams] = useSearchParams();
  const given = (key: Key): string | undefined => params.get(key) ?? undefined;
  /** Nothing chosen takes the key out of the address. */
  const choose = (key: Key, value: string | undefined): void =>
    setParams(
      (former) => {
        const next = new URLSearchParams(former);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return { given, choose, clear: () => setParams({}, { replace: true }) };
}
