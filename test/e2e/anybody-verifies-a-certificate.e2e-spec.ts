import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CertificateIssueService } from '../../src/credentials/certificate-issue.service.js';
import { CredentialsModule } from '../../src/credentials/credentials.module.js';
import { Certificate } from '../../src/credentials/entities/certificate.entity.js';
import { Enrolment } from '../../src/enrolment/entities/enrolment.entity.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { FeatureWorld } from '../support/feature-world.js';
import type { Answer } from '../support/http-client.js';

const NAME = 'Nguyễn <img src=x onerror=alert(1)> Ánh';
const ESCAPED = 'Nguyễn &lt;img src=x onerror=alert(1)&gt; Ánh';
const PHONE = /0\d{9}/;

describe('anybody verifies a certificate', () => {
  let world: FeatureWorld;
  let certificate: Certificate;

  const open = (path: string): Promise<Answer<string>> => world.browser().get<string>(path);
  const page = (lang = 'vi') => open(`/xac-minh/${certificate.verificationCode}?lang=${lang}`);

  async function issue(): Promise<Certificate> {
    const course = await world.publishCourse({
      title: { vi: 'Đối thoại & <thương lượng>', en: 'Dialogue' },
      completionRule: {},
      certificateRule: { kind: 'giay-chung-nhan', title: { vi: 'Giấy chứng nhận' }, validMonths: 36 },
    });
    const [school] = await world.dataSource.query<{ id: string }[]>('SELECT id FROM organisation');
    const personId = await world.admit(NAME, school?.id);
    const at = world.clock.now();
    const { courseId, revisionId } = course;
    const enrolment = { id: newId(), personId, courseId, revisionId, state: 'completed' as const };
    await world.dataSource.manager.insert(Enrolment, { ...enrolment, enrolledAt: at, completedAt: at });
    await world.get(CertificateIssueService).issue(enrolment.id);
    return world.dataSource.manager.findOneByOrFail(Certificate, { enrolmentId: enrolment.id });
  }

  beforeAll(async () => {
    world = await FeatureWorld.start([CredentialsModule], { http: true });
    await world.found('TLD', 'Tổng Liên đoàn <Lao động> Việt Nam', null);
  }, 60_000);
  afterAll(() => world.stop());
  beforeEach(async () => {
    world.clock.set('2026-11-25T02:00:00Z');
    certificate = await issue();
  });

  it('on one small page without a script, with everything that is printed and nothing more', async () => {
    const answer = await page();
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(Buffer.byteLength(answer.text)).toBeLessThan(15_000);
    expect(answer.text).not.toContain('<script');
    expect(answer.headers['content-security-policy']).toContain(`default-src 'none'`);
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
    for (const fact of [ESCAPED, certificate.registerNumber, '25/11/2026', '24/11/2029', 'Giấy còn hiệu lực']) {
      expect(answer.text).toContain(fact);
    }
    // The birth date is in the snapshot, not on the paper.
    expect(certificate.snapshot.holder.birthDate).toBe('1980-03-08');
    expect(answer.text).not.toMatch(/1980|08\/03/);
    expect(answer.text.replaceAll(certificate.registerNumber, '')).not.toMatch(PHONE);
    expect(answer.text).toContain('<meta name="robots" content="noindex">');
  });

  it('and no name, title or unit becomes markup', async () => {
    for (const lang of ['vi', 'en']) {
      const { text } = await page(lang);
      expect(text).not.toContain('<img');
      expect(text).not.toContain('<thương');
      expect(text).not.toContain('<Lao');
    }
    const typed = await open(`/xac-minh?ma=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(typed.status).toBe(404);
    expect(typed.text).not.toContain('<script');
    expect(typed.text).toContain('&quot;&gt;&lt;script&gt;');
  });

  it.each([
    ['valid', 'Giấy còn hiệu lực', 'The certificate is valid'],
    ['expired', 'Giấy đã hết hạn', 'The certificate has expired'],
    ['superseded', 'Giấy đã được cấp lại', 'The certificate was renewed'],
    ['revoked', 'Giấy đã bị thu hồi', 'The certificate was revoked'],
  ] as const)('says %s in words and by shape, in both languages', async (state, vi, en) => {
    const { manager } = world.dataSource;
    const revocation = { state: 'revoked' as const, revokedAt: world.clock.now(), revocationReason: 'Cấp nhầm người' };
    if (state === 'revoked') await manager.update(Certificate, certificate.id, revocation);
    if (state === 'superseded') await manager.update(Certificate, certificate.id, { state });
    if (state === 'expired') world.clock.set('2029-11-25T02:00:00Z');
    const shapes = new Set<string | undefined>();
    for (const [lang, words] of [
      ['vi', vi],
      ['en', en],
    ] as const) {
      const { text } = await page(lang);
      expect(text).toContain(`<h1>${words}</h1>`);
      expect(text).toContain(ESCAPED);
      expect(text).not.toContain('Cấp nhầm người');
      shapes.add(/class="state \w+">\s*(<svg[^]*?<\/svg>)/.exec(text)?.[1]);
    }
    expect(shapes.size).toBe(1);
    const json = await world.browser().get<{ state: string }>(`/api/v1/verification/${certificate.verificationCode}`);
    expect([json.status, json.body.state]).toEqual([200, state]);
    expect(json.text).not.toMatch(/1980|birth|phone|Cấp nhầm người/i);
  });

  it('typed into the form, by code or by number, however', async () => {
    const { verificationCode: code, registerNumber } = certificate;
    for (const typed of [
      code.replace(/(.{4})/g, '$1 '),
      ` ${code.toLowerCase()} `,
      registerNumber.replaceAll('-', ' '),
    ]) {
      const answer = await open(`/xac-minh?ma=${encodeURIComponent(typed)}`);
      expect([answer.status, answer.text.includes(registerNumber)]).toEqual([200, true]);
    }
    const empty = await open('/xac-minh?ma=');
    expect([empty.status, empty.text.includes('<form')]).toEqual([200, true]);
  });

  it('gets a clear answer for a code that nobody issued', async () => {
    const answer = await open('/xac-minh/0000-0000-0000-0000');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Không tìm thấy giấy chứng nhận');
    expect(answer.text).toContain('value="0000-0000-0000-0000"');
    const json = await world.browser().get<{ code: string }>('/api/v1/verification/0000000000000000');
    expect([json.status, json.body.code]).toEqual([404, 'certificate-unknown']);
  });
});
