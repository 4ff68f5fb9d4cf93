import { join } from 'node:path';
import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { RequestWithActor } from '../platform/auth/actor.js';
import { Public } from '../platform/auth/can.decorator.js';
import { PageProblemFilter } from '../platform/http/pages/page-problem.filter.js';
import { PageRenderer, textsIn, type Page, type PageExchange } from '../platform/http/pages/page-renderer.js';
import { Problem } from '../platform/problems/problem.js';
import { printedFacts, shortDate } from './certificate-wording.rules.js';
import { CertificateUnknown } from './credentials.problems.js';
import { VerificationQueryDto } from './dto/verification.dto.js';
import { VerificationService, type Verification } from './verification.service.js';
import { refreshWords, stateWords, VERIFICATION_TEXTS } from './verification.texts.js';

const VIEWS = join(import.meta.dirname, 'views');
const SHOWN_MAX = 60;

/** The page that the QR code of a certificate opens: one small HTML file, no script, no account. */
@ApiExcludeController()
@Controller('xac-minh')
@UseFilters(PageProblemFilter)
export class VerificationPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly verification: VerificationService,
  ) {}

  @Public('anybody who is shown a certificate may check it')
  @Get()
  async form(
    @Query() { ma }: VerificationQueryDto,
    @Req() request: RequestWithActor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (ma !== undefined && ma.trim() !== '') return this.answer({ request, reply }, ma);
    const t = textsIn(VERIFICATION_TEXTS, this.pages.localeOf(request));
    this.pages.send(
      { request, reply },
      { view: join(VIEWS, 'verification-form.eta'), title: t.title, data: { t }, indexed: true },
    );
  }

  @Public('anybody who is shown a certificate may check it')
  @Get(':code')
  async result(
    @Param('code') code: string,
    @Req() request: RequestWithActor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer({ request, reply }, code);
  }

  private async answer(exchange: PageExchange, typed: string): Promise<void> {
    const verification = await this.verification.verify(typed, exchange.request.ip).catch((error: unknown) => {
      if (error instanceof Problem && error.code === CertificateUnknown.code) return error;
      throw error;
    });
    if (verification instanceof Problem) this.showUnknown(exchange, typed, verification);
    else
      await this.pages.sendRemembered(exchange, factsOf(verification), () => this.resultPage(exchange, verification));
  }

  private resultPage(exchange: PageExchange, verification: Verification): Page {
    const locale = this.pages.localeOf(exchange.request);
    const t = textsIn(VERIFICATION_TEXTS, locale);
    const words = stateWords(verification, locale);
    const data = {
      t,
      state: verification.state,
      words,
      refresh: refreshWords(verification, locale),
      facts: printedFacts(verification.certificate, locale),
      checkedOn: shortDate(verification.checkedOn),
    };
    return { view: join(VIEWS, 'verification.eta'), title: words.title, data };
  }

  private showUnknown(exchange: PageExchange, typed: string, problem: Problem): void {
    const locale = this.pages.localeOf(exchange.request);
    const t = textsIn(VERIFICATION_TEXTS, locale);
    const data = { t, typed: typed.slice(0, SHOWN_MAX), detail: problem.detail[locale] };
    const view = join(VIEWS, 'verification-unknown.eta');
    this.pages.send(exchange, { view, title: t.unknown, data, status: problem.status });
  }
}

/** The snapshot never changes: the register number stands for it. */
function factsOf({ certificate, ...changing }: Verification): string {
  return [certificate.registerNumber, ...Object.values(changing)].join(' ');
}
