import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SessionCookieService } from '../identity/session-cookie.service.js';
import { SessionService } from '../identity/session.service.js';
import type { Actor, RequestWithActor } from '../platform/auth/actor.js';
import { Public } from '../platform/auth/can.decorator.js';
import { Config } from '../platform/config/config.js';
import { PageProblemFilter } from '../platform/http/pages/page-problem.filter.js';
import { PageRenderer, textsIn, type PageExchange } from '../platform/http/pages/page-renderer.js';
import { Problem } from '../platform/problems/problem.js';
import { CheckInScanService } from './check-in-scan.service.js';
import type { CheckedIn } from './check-in.service.js';
import { CHECK_IN_TEXTS } from './check-in.texts.js';
import { CheckInFormDto } from './dto/check-in.dto.js';

const VIEWS = join(import.meta.dirname, 'views');
const AUTO_SUBMIT = '/pages/auto-submit.js';
const DEVICE_COOKIE = 'us_device';
const YEAR_SECONDS = 31_536_000;

const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });

/**
 * The page behind the QR code, for the phone's own camera and without JavaScript. Opening it writes nothing (message
 * previews open links); who is not signed in signs in on the same page, and is as punctual as the scan was.
 */
@ApiExcludeController()
@Controller('d')
@UseFilters(PageProblemFilter)
export class CheckInPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly scans: CheckInScanService,
    private readonly sessions: SessionService,
    private readonly sessionCookie: SessionCookieService,
    private readonly config: Config,
  ) {}

  @Public('scan first, sign in later: shows only the name of the session that is being held')
  @Get(':token')
  async scan(
    @Param('token') token: string,
    @Req() request: RequestWithActor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const device = this.deviceOf(request, reply);
    const receipt = await this.scans.receive({ token, device });
    await this.showForm({ request, reply }, { receipt });
  }

  @Public('the form carries the sign-in, or the cookie of who is signed in')
  @Post(':token')
  async submit(
    @Param('token') token: string,
    @Body() body: CheckInFormDto,
    @Req() request: RequestWithActor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const exchange = { request, reply };
    const scan = { token, device: this.deviceOf(request, reply) };
    const actor = await this.actorOf(exchange, body).catch(async (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      await this.showForm(exchange, { receipt: body.receipt, problem: error, name: body.name });
      return null;
    });
    if (reply.sent || actor === null) return;
    if (!actor) return this.showForm(exchange, { receipt: body.receipt });
    const checkedIn = await this.scans.checkIn(actor, scan, body.receipt);
    await this.showDone(exchange, { actor, checkedIn, receipt: body.receipt });
  }

  /** Who signs in with the form comes before who is signed in: a phone may be shared. */
  private async actorOf({ request, reply }: PageExchange, form: CheckInFormDto): Promise<Actor | undefined> {
    const { name = '', password = '' } = form;
    if (name.trim() === '' && password === '') return request.actor;
    const { token, actor } = await this.sessions.signIn({
      name,
      password,
      address: request.ip,
      userAgent: request.headers['user-agent'],
      replaces: request.actor?.sessionId,
    });
    this.sessionCookie.set(reply, token);
    request.actor = actor;
    return actor;
  }

  /** A random name for this browser, to which receipts are bound. */
  private deviceOf(request: RequestWithActor, reply: FastifyReply): string {
    const known = request.cookies[DEVICE_COOKIE];
    if (known !== undefined && /^[\w-]{22}$/.test(known)) return known;
    const device = randomBytes(16).toString('base64url');
    const secure = this.config.publicUrl.startsWith('https:');
    void reply.setCookie(DEVICE_COOKIE, device, {
      path: '/d',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: YEAR_SECONDS,
    });
    return device;
  }

  private async showForm(
    exchange: PageExchange,
    form: { receipt?: string | undefined; problem?: Problem; name?: string | undefined },
  ): Promise<void> {
    const { request } = exchange;
    const locale = this.pages.localeOf(request);
    const t = textsIn(CHECK_IN_TEXTS, locale);
    const session = await this.scans.sessionOf((request.params as { token: string }).token);
    const signedIn = request.actor && !form.problem ? await this.sessions.view(request.actor) : null;
    const data = {
      t,
      session,
      action: request.url.split('?')[0],
      receipt: form.receipt ?? '',
      person: signedIn?.card.fullName ?? null,
      name: form.name ?? '',
      problem: form.problem ? { title: form.problem.title[locale], detail: form.problem.detail[locale] } : null,
    };
    const { retryAfterSeconds } = form.problem?.extras ?? {};
    if (retryAfterSeconds !== undefined) void exchange.reply.header('retry-after', String(retryAfterSeconds));
    this.pages.send(exchange, {
      view: join(VIEWS, 'check-in.eta'),
      title: t.title,
      data,
      status: form.problem?.status ?? 200,
      scripts: signedIn ? [AUTO_SUBMIT] : [],
    });
  }

  private async showDone(
    exchange: PageExchange,
    { actor, checkedIn, receipt }: { actor: Actor; checkedIn: CheckedIn; receipt?: string | undefined },
  ): Promise<void> {
    const t = textsIn(CHECK_IN_TEXTS, this.pages.localeOf(exchange.request));
    const { card } = await this.sessions.view(actor);
    const data = {
      t,
      checkedIn,
      time: clock.format(checkedIn.occurredAt),
      person: card.fullName,
      action: exchange.request.url.split('?')[0],
      receipt: receipt ?? '',
    };
    this.pages.send(exchange, { view: join(VIEWS, 'checked-in.eta'), title: t.done, data });
  }
}
