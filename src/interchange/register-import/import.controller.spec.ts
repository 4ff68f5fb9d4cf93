import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld } from '../../../test/support/feature-world.js';
import type { HttpClient } from '../../../test/support/http-client.js';
import { IdentityService } from '../../identity/identity.service.js';
import { PasswordService } from '../../identity/password.service.js';
import { InterchangeModule } from '../interchange.module.js';
import { ImportApplicationService } from './import-application.service.js';
import { ImportCheckService } from './import-check.service.js';

const PASSWORD = 'mat-khau-du-dai-2026';
const CSV = { 'content-type': 'text/csv' };

interface Import {
  id: string;
  state: string;
  counts: Record<string, number>;
  fault: string | null;
  can: Record<string, boolean>;
}

let world: FeatureWorld;
let officer: HttpClient;

beforeAll(async () => {
  world = await FeatureWorld.start([InterchangeModule], { http: true });
  const unit = await world.found('MINH', 'Của mình', null);
  const identity = world.get(IdentityService);
  const hash = await world.get(PasswordService).hash(PASSWORD);
  await world.dataSource.transaction(async (tx) => {
    const { id: personId } = await identity.createPerson(tx, { fullName: 'Phụ trách' });
    await identity.openAccount(tx, { personId, password: { hash }, logins: ['PT-1'] });
    await identity.grantRole(tx, { personId, role: 'unit-officer', organisationId: unit.id, validFrom: '2026-01-01' });
  });
  officer = world.browser();
  await officer.signIn('PT-1', PASSWORD);
});
afterAll(() => world?.stop());

const send = <T = Import>(body: unknown, headers: Record<string, string> = CSV, query = 'kind=people&fileName=a.csv') =>
  officer.post<T>(`/api/v1/imports?${query}`, body, headers);

const LIST = 'Họ và tên;Mã đơn vị;Chức danh;Từ ngày\nLê Ánh;minh;Chủ tịch;01/01/2026\n';

describe('a file over HTTP', () => {
  it('goes from the upload to the register', async () => {
    const begun = await send(Buffer.from(LIST));
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({ state: 'checking', can: { decide: false, apply: false, cancel: true } });
    const address = `/api/v1/imports/${begun.body.id}`;
    expect((await officer.post(`${address}/application`)).status).toBe(409);
    await world.get(ImportCheckService).check(begun.body.id);
    const checked = await officer.get<Import>(address);
    expect(checked.body).toMatchObject({ state: 'checked', counts: { total: 1, new: 1 }, can: { apply: true } });
    const rows = await officer.get<{ items: object[] }>(`${address}/rows?state=new`);
    expect(rows.body.items).toMatchObject([{ number: 2, state: 'new', value: { fullName: 'Lê Ánh' }, faults: [] }]);
    expect((await officer.get(`${address}/report`)).text).toContain('Lê Ánh');
    expect((await officer.post(`${address}/application`)).status).toBe(201);
    await world.get(ImportApplicationService).apply(begun.body.id);
    expect((await officer.get<Import>(address)).body.state).toBe('applied');
    expect((await officer.post<Import>(`${address}/application`)).body.state).toBe('applied');
    expect((await officer.post(`${address}/cancellation`)).status).toBe(409);
    const exported = await officer.post('/api/v1/exports', { kind: 'people', format: 'csv' });
    expect(exported.status).toBe(201);
    expect(exported.text).toContain('Lê Ánh');
    expect((await officer.get<{ items: Import[] }>('/api/v1/imports')).body.items).toHaveLength(1);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><p>x</p>'), 'Không tìm thấy dòng tiêu đề. Mời anh/chị dùng tệp mẫu.'],
    ['a list without what is needed', Buffer.from('Họ tên,Mã đơn vị\nA,B'), 'Thiếu cột: Chức danh, Từ ngày.'],
    ['two columns for one', Buffer.from('Họ tên,Họ và tên,Mã đơn vị\nA,B,C'), 'Có hai cột cùng nghĩa: Họ và tên.'],
    ['another alphabet', Buffer.from([0xc8, 0xe4, 0x2c, 0xc9, 0x0a, 0xc8]), 'dấu tiếng Việt'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'Đây không phải bảng tính xlsx hay CSV.'],
  ])('says what is wrong with %s', async (_, content, sentence) => {
    const { body } = await send(content);
    await world.get(ImportCheckService).check(body.id);
    const failed = await officer.get<Import>(`/api/v1/imports/${body.id}`);
    expect(failed.body.state).toBe('failed');
    expect(failed.body.fault).toContain(sentence);
    expect((await officer.get(`/api/v1/imports/${body.id}/report`)).status).toBe(409);
  });

  it('is cut off when it is too large, long before it has all come', async () => {
    let pieces = 0;
    const piece = Buffer.alloc(1_048_576, 'x');
    const endless = new Readable({
      read() {
        pieces += 1;
        this.push(pieces > 5000 ? null : piece);
      },
    });
    const answer = await send<{ type: string }>(endless);
    expect(answer.status).toBe(413);
    expect(answer.body.type).toBe('/problems/import-too-large');
    expect(pieces).toBeLessThan(100);
  });

  it('comes as itself only, and only here', async () => {
    expect((await send({ a: 1 }, {})).status).toBe(415);
    expect((await send('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await officer.post('/api/v1/exports', 'a', CSV)).status).toBe(415);
    expect((await send(Buffer.from(LIST), CSV, 'kind=cats&fileName=a')).status).toBe(422);
  });

  it('is put aside, and is then not read any more', async () => {
    const { body } = await send(Buffer.from(LIST));
    expect((await officer.post<Import>(`/api/v1/imports/${body.id}/cancellation`)).body.state).toBe('cancelled');
    await world.get(ImportCheckService).check(body.id);
    expect((await officer.get<Import>(`/api/v1/imports/${body.id}`)).body).toMatchObject({ state: 'cancelled' });
  });

  it('has a template that is understood', async () => {
    for (const kind of ['people', 'units']) {
      const { text } = await officer.get(`/api/v1/import-templates/${kind}?format=csv`);
      const { body } = await send(Buffer.from(`${text}x,x,x,x,x,x,x,x,x,x\n`), CSV, `kind=${kind}&fileName=a`);
      await world.get(ImportCheckService).check(body.id);
      expect((await officer.get<Import>(`/api/v1/imports/${body.id}`)).body).toMatchObject({ counts: { faulty: 1 } });
    }
    expect((await officer.get('/api/v1/import-templates/cats')).status).toBe(404);
  });
});
