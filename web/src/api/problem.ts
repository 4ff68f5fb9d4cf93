import type { Refusal } from '../offline/database.js';

/** What is wrong with a file that was sent, and where. */
export interface FileFault {
  path: string | null;
  line: number | null;
  message: { vi: string; en: string };
}

/** What the server answered instead: RFC 9457, in the language that was asked for. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly body: Refusal & { errors?: { pointer: string; detail: string }[]; faults?: FileFault[]; traceId?: string },
    /** How long the server asks to wait. */
    readonly retryAfterMs?: number,
  ) {
    super(body.title);
  }

  get code(): string {
    return this.body.code;
  }
}

/** The server was not reached at all: no network, or no answer in time. */
export class NoNetwork extends Error {}

export const isProblem = (error: unknown, code: string): boolean => error instanceof ApiProblem && error.code === code;

export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;

/** Field errors of a refused form, by the first part of their pointer: `/sessions/0/title` → `sessions.0.title`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  const errors = error.body.errors ?? [];
  return Object.fromEntries(
    errors.map(({ pointer, detail }) => [pointer.replace(/^\//, '').replaceAll('/', '.'), detail]),
  );
}
