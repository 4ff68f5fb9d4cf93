import createClient from 'openapi-fetch';
import { noteReachable } from './connection.js';
import { ApiProblem, NoNetwork } from './problem.js';
import type { paths } from './schema.js';

const TIMEOUT_MS = 30_000;

let language: 'vi' | 'en' = 'vi';

/** The language in which the server words its problems. */
export function speak(locale: 'vi' | 'en'): void {
  language = locale;
}

/** The server takes "en" first as English and everything else as Vietnamese; the browser's own header often says so. */
const browserSpeaks = (): 'vi' | 'en' => (/^en\b/i.test(navigator.language) ? 'en' : 'vi');

async function request(input: Request): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(input, { signal: stop.signal });
    noteReachable(true);
    return response;
  } catch (error) {
    noteReachable(false);
    throw new NoNetwork(error instanceof Error ? error.message : 'no answer');
  } finally {
    clearTimeout(timer);
  }
}

export const client = createClient<paths>({ fetch: request });

client.use({
  onRequest({ request: outgoing, schemaPath }) {
    // The server announces the first reads for preloading, and a preload is used only for a request with the same headers.
    const preloaded =
      outgoing.method === 'GET' && (schemaPath === '/api/v1/session' || schemaPath === '/api/v1/enrolments');
    if (!preloaded && language !== browserSpeaks()) outgoing.headers.set('accept-language', language);
    return outgoing;
  },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of a good answer.
 * @throws ApiProblem for anything the server refuses, NoNetwork when it is not reached
 */
export async function body<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) return data as T;
  throw problemOf(response, error);
}

function problemOf(response: Response, error: unknown): ApiProblem {
  const { status } = response;
  const given = typeof error === 'object' && error !== null ? (error as Partial<ApiProblem['body']>) : {};
  const seconds = Number(response.headers.get('retry-after'));
  const { title = '', detail = '', code = 'unknown' } = given;
  const retryAfterMs = seconds > 0 ? seconds * 1000 : undefined;
  return new ApiProblem(status, { ...given, title, detail, code, status }, retryAfterMs);
}
