import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { DemoUnionService } from './demo-union.service.js';
import { IdentityService } from './identity.service.js';
import { PasswordService } from './password.service.js';

let database: TestDatabase;
let identity: IdentityService;
let demo: DemoUnionService;
let passwords: PasswordService;
const clock = new FakeClock();

beforeAll(async () => {
  database = await createTestDatabase();
  const audit = new AuditService(clock);
  const organisations = new OrganisationService(clock, audit);
  passwords = new PasswordService();
  identity = new IdentityService(organisations, passwords, clock, audit);
  demo = new DemoUnionService(organisations, identity, passwords);
  // As at every start of the application.
  await identity.ensureOfficeTitles(database.dataSource.manager);
});
afterAll(() => database.drop());

const seed = () => database.dataSource.transaction((tx) => demo.seed(tx));

describe('the demonstration union', () => {
  it('is there once, also when processes start together and start again', async () => {
    const together = await Promise.all([seed(), seed(), seed()]);
    const again = await seed();
    for (const union of together) expect(union).toEqual(again);
    const [count] = await database.dataSource.query<{ people: number; units: number; accounts: number }[]>(
      `SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM organisation) AS units,
              (SELECT count(*) FROM user_account) AS accounts`,
    );
    expect(count).toEqual({ people: 14, units: 6, accounts: 14 });
  });

  it('has somebody to sign in as for each audience, each with unit and office', async () => {
    const { accounts, units } = await seed();
    expect(accounts.slice(0, 4).map(({ role, login }) => [role, login])).toEqual([
      ['cadre', '0901000001'],
      ['lecturer', '0901000002'],
      ['school', '0901000003'],
      ['federation', '0901000004'],
    ]);
    const ids = accounts.map(({ personId }) => personId);
    const cards = await identity.personCards(database.dataSource.manager, ids);
    for (const { personId, fullName, unit } of accounts) {
      const card = cards.get(personId);
      expect(card).toMatchObject({ fullName, unit: { name: unit } });
      expect(card?.office).not.toBeNull();
      expect(fullName).toBe(fullName.normalize('NFC'));
      const age = 2026 - Number(card?.birthDate?.slice(0, 4));
      expect(age).toBeGreaterThanOrEqual(25);
      expect(age).toBeLessThanOrEqual(60);
    }
    expect(cards.get(accounts[2]?.personId ?? '')?.unit?.id).toBe(units.get('TCD'));
  });

  it('keeps what people changed since', async () => {
    const { accounts } = await seed();
    const { personId } = accounts[0] ?? { personId: '' };
    const hash = await passwords.hash('mật khẩu mới');
    await database.dataSource.query('UPDATE user_account SET password_hash = $2 WHERE person_id = $1', [
      personId,
      hash,
    ]);
    await seed();
    const rows: { password_hash: string }[] = await database.dataSource.query(
      'SELECT password_hash FROM user_account WHERE person_id = $1',
      [personId],
    );
    expect(rows).toEqual([{ password_hash: hash }]);
  });
});
