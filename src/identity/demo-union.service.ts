import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganisationService } from '../organisation/organisation.service.js';
import { DEMO_PASSWORD, DEMO_PEOPLE, DEMO_UNITS, type DemoPerson, type DemoRole } from './demo-union.js';
import { IdentityService } from './identity.service.js';
import { PasswordService } from './password.service.js';

export { DEMO_PASSWORD };

export interface DemoUnionAccount {
  role: DemoRole;
  login: string;
  password: string;
  personId: string;
  fullName: string;
  /** Name of the unit. */
  unit: string;
}

export interface DemoUnion {
  /** One of each role first, then more cadres. */
  accounts: DemoUnionAccount[];
  /** Ids by code: TLD, LDLD-PN, TCD, CDCS-LUAVANG, CDCS-BENXUAN, CDCS-ANHSAO. */
  units: Map<string, string>;
}

/** The demonstration union: an invented federation with a school, three factories and people to sign in as. */
@Injectable()
export class DemoUnionService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly identity: IdentityService,
    private readonly passwords: PasswordService,
  ) {}

  /** Seeds what is missing and leaves the rest as people have changed it since. Processes starting together wait. */
  async seed(tx: EntityManager): Promise<DemoUnion> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:demo-union'))`);
    await this.identity.ensureOfficeTitles(tx);
    const units = await this.foundUnits(tx);
    const accounts: DemoUnionAccount[] = [];
    // One hash for all: the password is public, and hashing it fourteen times would delay the first start.
    let passwordHash: string | undefined;
    for (const person of DEMO_PEOPLE) {
      const known = await this.identity.findPersonByLogin(tx, person.login);
      passwordHash ??= known ? undefined : await this.passwords.hash(DEMO_PASSWORD);
      const personId = known?.id ?? (await this.admitPerson(tx, person, { units, passwordHash: passwordHash ?? '' }));
      const unit = DEMO_UNITS.find(({ code }) => code === person.unitCode)?.name ?? '';
      const { role, login, fullName } = person;
      accounts.push({ role, login, password: DEMO_PASSWORD, personId, fullName, unit });
    }
    return { accounts, units };
  }

  private async foundUnits(tx: EntityManager): Promise<Map<string, string>> {
    const units = new Map<string, string>();
    for (const { parentCode, ...unit } of DEMO_UNITS) {
      const known = await this.organisations.findByCode(tx, unit.code);
      const parentId = parentCode === null ? null : idOf(units, parentCode);
      units.set(unit.code, known?.id ?? (await this.organisations.found(tx, { ...unit, parentId })).id);
    }
    return units;
  }

  private async admitPerson(
    tx: EntityManager,
    demo: DemoPerson,
    { units, passwordHash }: { units: Map<string, string>; passwordHash: string },
  ): Promise<string> {
    const { id: personId } = await this.identity.createPerson(tx, demo);
    const logins = [demo.login, demo.memberCode];
    await this.identity.openAccount(tx, { personId, password: { hash: passwordHash }, logins });
    await this.identity.giveOffice(tx, {
      personId,
      organisationId: idOf(units, demo.unitCode),
      titleCode: demo.titleCode,
      validFrom: demo.since,
    });
    for (const { role, unitCode } of demo.grants) {
      const organisationId = idOf(units, unitCode);
      await this.identity.grantRole(tx, { personId, role, organisationId, validFrom: demo.since });
    }
    return personId;
  }
}

function idOf(units: Map<string, string>, code: string): string {
  const id = units.get(code);
  if (id === undefined) throw new Error(`The demonstration union has no unit ${code}`);
  return id;
}
