import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Eta, type TemplateFunction } from 'eta';
import type { FastifyReply } from 'fastify';
import type { RequestWithActor } from '../../auth/actor.js';
import { LruCache } from '../../cache/lru-cache.js';
import type { Locale, Problem, Text } from '../../problems/problem.js';
import { keepLocale, pageLocale, withLanguage } from './page-locale.js';
import { PAGE_STYLE } from './page-style.js';

/** A page that the server renders. */
export interface Page {
  /** Absolute path of the *.eta file that makes the inside of <main>. It sees `data` as `it`. */
  view: string;
  /** Of the browser's tab; the name of the platform follows. */
  title: string;
  data: object;
  status?: number;
  /** Paths of same-origin scripts. Every page works without. */
  scripts?: string[];
  /** May be found through search engines. */
  indexed?: boolean;
}

/** One exchange with a browser. */
export interface PageExchange {
  request: RequestWithActor;
  reply: FastifyReply;
}

const VIEWS = join(import.meta.dirname, 'views');

const STYLE_HASH = `'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`;

const LAYOUT_TEXTS = {
  platform: { vi: 'Kỹ năng Công đoàn', en: 'Union Skills' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  menu: { vi: 'Ngôn ngữ và tài khoản', en: 'Language and account' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  learn: { vi: 'Vào học', en: 'My courses' },
  verify: { vi: 'Kiểm tra giấy chứng nhận', en: 'Verify a certificate' },
  other: { vi: 'English', en: 'Tiếng Việt' },
} satisfies Record<string, Text>;

const PROBLEM_TEXTS = {
  home: { vi: 'Về trang đầu', en: 'To the first page' },
  trace: { vi: 'Mã theo dõi', en: 'Trace id' },
} satisfies Record<string, Text>;

/** The texts of one language. */
export function textsIn<K extends string>(texts: Record<K, Text>, locale: Locale): Record<K, string> {
  return Object.fromEntries(Object.entries<Text>(texts).map(([key, text]) => [key, text[locale]])) as Record<K, string>;
}

function contentSecurityPolicy(scripts: string): string {
  return [
    `default-src 'none'`,
    `style-src ${STYLE_HASH}`,
    `script-src ${scripts}`,
    `img-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

const WITH_SCRIPTS = contentSecurityPolicy(`'self'`);
const WITHOUT_SCRIPTS = contentSecurityPolicy(`'none'`);

function answer(
  { request, reply }: PageExchange,
  { status, scripts = [] }: Partial<Page>,
  html: string | Buffer,
): void {
  keepLocale(request, reply);
  void reply
    .status(status ?? 200)
    .header('content-security-policy', scripts.length > 0 ? WITH_SCRIPTS : WITHOUT_SCRIPTS)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html);
}

/** Renders the pages that need no JavaScript: one HTML file each, without a second request. */
@Injectable()
export class PageRenderer {
  private readonly eta = new Eta({ autoEscape: true });
  private readonly compiled = new Map<string, TemplateFunction>();
  private readonly remembered = new LruCache<Buffer>(500);

  localeOf(request: RequestWithActor): Locale {
    return pageLocale(request);
  }

  /** Answers with the page. Nothing may keep it: what it says changes, and some of it is about one person. */
  send(exchange: PageExchange, page: Page): void {
    answer(exchange, page, this.html(exchange.request, page));
  }

  /**
   * As `send`, for a page without scripts that many people ask for: rendered once for the same facts, language and reader.
   * @param facts names everything that the page is made from and that may change
   */
  async sendRemembered(exchange: PageExchange, facts: string, make: () => Page): Promise<void> {
    const { request } = exchange;
    const key = `${request.url} ${pageLocale(request)} ${request.actor === undefined} ${facts}`;
    const html = await this.remembered.get(key, () => Promise.resolve(Buffer.from(this.html(request, make()))));
    answer(exchange, {}, html ?? '');
  }

  /** Answers with an expected error as a page. */
  sendProblem(exchange: PageExchange, problem: Problem, traceId: string | undefined): void {
    const locale = pageLocale(exchange.request);
    const data = {
      t: textsIn(PROBLEM_TEXTS, locale),
      title: problem.title[locale],
      detail: problem.detail[locale],
      traceId: problem.status >= 500 ? traceId : undefined,
    };
    const view = join(VIEWS, 'problem.eta');
    this.send(exchange, { view, title: data.title, data, status: problem.status });
  }

  private html(request: RequestWithActor, page: Page): string {
    const locale = pageLocale(request);
    const body = this.template(page.view).call(this.eta, page.data);
    const other: Locale = locale === 'vi' ? 'en' : 'vi';
    return this.template(join(VIEWS, 'layout.eta')).call(this.eta, {
      t: textsIn(LAYOUT_TEXTS, locale),
      locale,
      other,
      otherUrl: withLanguage(request.url, other),
      signedIn: request.actor !== undefined,
      style: PAGE_STYLE,
      title: page.title,
      scripts: page.scripts ?? [],
      indexed: page.indexed ?? false,
      body,
    });
  }

  private template(path: string): TemplateFunction {
    let template = this.compiled.get(path);
    if (!template) {
      template = this.eta.compile(readFileSync(path, 'utf8'));
      this.compiled.set(path, template);
    }
    return template;
  }
}
