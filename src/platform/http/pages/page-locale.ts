import type { FastifyReply } from 'fastify';
import type { RequestWithActor } from '../../auth/actor.js';
import type { Locale } from '../../problems/problem.js';

const LANGUAGE_COOKIE = 'lang';
const YEAR_SECONDS = 31_536_000;

const asLocale = (value: unknown): Locale | null => (value === 'vi' || value === 'en' ? value : null);

/** `?lang=`, else the browser's last choice, else the signed-in person's language, else Vietnamese. */
export function pageLocale(request: RequestWithActor): Locale {
  const asked = asLocale((request.query as Record<string, unknown> | undefined)?.['lang']);
  return asked ?? asLocale(request.cookies[LANGUAGE_COOKIE]) ?? request.actor?.locale ?? 'vi';
}

/** Remembers in the browser which language was asked for. */
export function keepLocale(request: RequestWithActor, reply: FastifyReply): void {
  const asked = asLocale((request.query as Record<string, unknown> | undefined)?.['lang']);
  if (asked) void reply.setCookie(LANGUAGE_COOKIE, asked, { path: '/', sameSite: 'lax', maxAge: YEAR_SECONDS });
}

/** The same page in another language. */
export function withLanguage(url: string, locale: Locale): string {
  // The host does not matter: only path and query go into the link.
  const address = new URL(url, 'http://page');
  address.searchParams.set('lang', locale);
  return `${address.pathname}${address.search}`;
}
