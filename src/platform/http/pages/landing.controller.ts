import { join } from 'node:path';
import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { RequestWithActor } from '../../auth/actor.js';
import { Public } from '../../auth/can.decorator.js';
import type { Text } from '../../problems/problem.js';
import { AUTO_SUBMIT_SCRIPT } from './auto-submit-script.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageRenderer, textsIn } from './page-renderer.js';

const VIEW = join(import.meta.dirname, 'views/landing.eta');
const DAY_SECONDS = 86_400;

const TEXTS = {
  title: { vi: 'Học để bảo vệ người lao động tốt hơn', en: 'Learning to stand up for workers' },
  lead: {
    vi: 'Khoá học ngắn cho cán bộ công đoàn, bắt đầu với giải quyết tranh chấp lao động: mỗi điều đều dẫn đúng điều luật. Học trên điện thoại giữa giờ nghỉ, câu trả lời không mất khi rớt mạng, có giấy chứng nhận ai cũng kiểm tra được.',
    en: 'Short courses for trade-union cadres, beginning with labour disputes: every statement cites its article. On a phone, between shifts; answers survive a lost network; with a certificate that anybody can verify.',
  },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  learn: { vi: 'Học tiếp', en: 'Continue learning' },
  signInHint: {
    vi: 'Bằng số điện thoại hoặc mã đoàn viên, không cần e-mail.',
    en: 'With a phone number or member code; no e-mail needed.',
  },
  forWhom: { vi: 'Dành cho ai', en: 'Who it is for' },
  verify: { vi: 'Kiểm tra giấy chứng nhận', en: 'Verify a certificate' },
  code: { vi: 'Mã xác minh hoặc số vào sổ', en: 'Verification code or register number' },
  codeHint: {
    vi: 'In trên giấy, dưới mã QR. Không cần đăng nhập.',
    en: 'Printed under the QR code. No account needed.',
  },
  check: { vi: 'Kiểm tra', en: 'Verify' },
} satisfies Record<string, Text>;

const PEOPLE: { who: Text; what: Text }[] = [
  {
    who: { vi: 'Cán bộ công đoàn', en: 'Union cadres' },
    what: {
      vi: 'Học giữa giờ nghỉ, làm bài, điểm danh và giữ giấy chứng nhận trên điện thoại.',
      en: 'Learn between shifts, take quizzes, check in to classes and keep their certificates on the phone.',
    },
  },
  {
    who: { vi: 'Giảng viên kiêm chức', en: 'Volunteer lecturers' },
    what: {
      vi: 'Điểm danh bằng mã QR đổi liên tục, thấy ngay ai đã có mặt.',
      en: 'Take attendance with a QR code that keeps changing, and see at once who is there.',
    },
  },
  {
    who: { vi: 'Trường và công đoàn cấp trên', en: 'Schools and superior unions' },
    what: {
      vi: 'Mở lớp, theo dõi từng người, cấp giấy và giữ sổ cấp giấy chứng nhận.',
      en: 'Open classes, follow each person, issue certificates and keep the register.',
    },
  },
];

/** The first page, and the one script that server-rendered pages share. */
@ApiExcludeController()
@Controller()
@UseFilters(PageProblemFilter)
export class LandingController {
  constructor(private readonly pages: PageRenderer) {}

  @Public('says what this is, to everybody')
  @Get()
  landing(@Req() request: RequestWithActor, @Res() reply: FastifyReply): void {
    const locale = this.pages.localeOf(request);
    const t = textsIn(TEXTS, locale);
    const people = PEOPLE.map(({ who, what }) => ({ who: who[locale], what: what[locale] }));
    const data = { t, people, signedIn: request.actor !== undefined };
    this.pages.send({ request, reply }, { view: VIEW, title: t.title, data, indexed: true });
  }

  @Public('holds no data')
  @Get('pages/auto-submit.js')
  autoSubmit(@Res() reply: FastifyReply): void {
    void reply
      .header('cache-control', `public, max-age=${DAY_SECONDS}`)
      .type('text/javascript; charset=utf-8')
      .send(AUTO_SUBMIT_SCRIPT);
  }
}
