import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import { noteReachable } from './connection.js';
import { NoNetwork } from './problem.js';
import type { Import, ImportDecision, ImportRow } from './types.js';

/** As the server does. */
export const LARGEST_FILE = 50 * 1_048_576;

/** How often is asked how far the server is. */
const ASK_EVERY_MS = 1000;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const isUnderWay = ({ state }: Import): boolean => state === 'checking' || state === 'applying';

/** One's own imports, newest first. */
export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports'],
  queryFn: ({ pageParam }) => {
    const query = pageParam === null ? {} : { cursor: pageParam };
    return body(client.GET('/api/v1/imports', { params: { query } }));
  },
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  refetchInterval: (query) =>
    query.state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? 3 * ASK_EVERY_MS : false,
});

/** One import; asked again and again while the server is at it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => body(client.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? ASK_EVERY_MS : false),
    staleTime: 0,
    retry: false,
  });

/** Rows in one state, or all, in the order of the file. */
export const importRowsQuery = ({ id, state }: Pick<Import, 'id' | 'state'>, only: ImportRow['state'] | null) =>
  infiniteQueryOptions({
    queryKey: ['import-rows', id, state, only],
    queryFn: ({ pageParam }) => {
      const query = { ...(only === null ? {} : { state: only }), ...(pageParam === null ? {} : { cursor: pageParam }) };
      return body(client.GET('/api/v1/imports/{id}/rows', { params: { path: { id }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });

export interface Sending {
  kind: Import['kind'];
  organisationId: string;
  file: File;
  /** Told how much has left this device, 0–100. */
  onProgress(percent: number): void;
  signal: AbortSignal;
}

/** @throws ApiProblem import-too-large, import-without-unit, not-found; NoNetwork */
export function sendImport({ kind, organisationId, file, onProgress, signal }: Sending): Promise<Import> {
  return body(
    client.POST('/api/v1/imports', {
      params: { query: { kind, organisationId, fileName: file.name.slice(-200).normalize('NFC') } },
      body: '',
      bodySerializer: () => null,
      headers: { 'content-type': typeOf(file.name) },
      fetch: (request) => sendFile(request, file, { onProgress, signal }),
    }),
  );
}

function typeOf(name: string): string {
  if (/\.xlsx$/i.test(name)) return XLSX;
  return /\.csv$/i.test(name) ? 'text/csv' : 'application/octet-stream';
}

/** What `fetch` cannot do yet: say how much of a body has been sent. A slow line may take minutes, so there is no limit. */
function sendFile(
  { url, method, headers }: Request,
  file: File,
  { onProgress, signal }: Pick<Sending, 'onProgress' | 'signal'>,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open(method, url);
    headers.forEach((value, name) => sending.setRequestHeader(name, value));
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? (100 * loaded) / total : 0);
    sending.onload = () => {
      noteReachable(true);
      const { status, responseText } = sending;
      const type = sending.getResponseHeader('content-type') ?? 'application/json';
      resolve(new Response(responseText, { status, headers: { 'content-type': type } }));
    };
    sending.onerror = () => {
      noteReachable(false);
      reject(new NoNetwork('the file was not sent'));
    };
    sending.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
}

/** @throws ApiProblem import-not-ready, import-decision-invalid */
export async function decideImport(queries: QueryClient, id: string, decisions: ImportDecision[]): Promise<void> {
  keep(
    queries,
    await body(client.POST('/api/v1/imports/{id}/decisions', { params: { path: { id } }, body: { decisions } })),
  );
  queries.removeQueries({ queryKey: ['import-rows', id] });
}

/** @throws ApiProblem import-not-ready, import-has-faults, import-undecided */
export async function applyImport(queries: QueryClient, id: string): Promise<void> {
  keep(queries, await body(client.POST('/api/v1/imports/{id}/application', { params: { path: { id } } })));
}

/** @throws ApiProblem import-not-ready */
export async function cancelImport(queries: QueryClient, id: string): Promise<void> {
  keep(queries, await body(client.POST('/api/v1/imports/{id}/cancellation', { params: { path: { id } } })));
  queries.removeQueries({ queryKey: ['import-rows', id] });
}

function keep(queries: QueryClient, job: Import): void {
  queries.setQueryData(importQuery(job.id).queryKey, job);
  void queries.invalidateQueries({ queryKey: importsQuery.queryKey });
}

/** What an import has written is read anew. */
export async function forgetRegister(queries: QueryClient): Promise<void> {
  const keys = ['units', 'unit', 'unit-history', 'organisations', 'offices', 'people', 'person', 'record'];
  await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}

type Format = 'xlsx' | 'csv';

interface Sheet {
  data?: Blob;
  error?: unknown;
  response: Response;
}

/** Headings in the language of the screen. */
export const downloadTemplate = (kind: Import['kind'], format: Format): Promise<void> =>
  download(
    client.GET('/api/v1/import-templates/{kind}', { params: { path: { kind }, query: { format } }, parseAs: 'blob' }),
  );

/** The officer's own sheet with a column of errors. @throws ApiProblem import-not-ready */
export const downloadReport = (id: string): Promise<void> =>
  download(client.GET('/api/v1/imports/{id}/report', { params: { path: { id } }, parseAs: 'blob' }));

/** The register of a unit and those below it. It is on record. */
export const downloadRegister = (asked: { kind: Import['kind']; format: Format; organisationId: string }) =>
  download(client.POST('/api/v1/exports', { body: asked, parseAs: 'blob' }));

/** Puts a file where the browser puts files. */
async function download(asked: Promise<Sheet>): Promise<void> {
  const content = await body(asked);
  const { response } = await asked;
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'danh-sach';
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
