import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organisation } from '../../organisation/entities/organisation.entity.js';

/** The register (sổ) of one issuer and year; its row lock hands out numbers without gaps. */
@Entity()
export class CertificateRegister {
  @PrimaryColumn('uuid')
  issuerId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  issuer: Relation<Organisation>;

  @PrimaryColumn('int')
  year: number;

  @Column('int')
  lastNumber: number;
}
