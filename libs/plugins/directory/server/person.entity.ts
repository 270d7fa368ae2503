import { Entity, Index, PrimaryColumn } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A person. Never removed; `active` ends access. */
@Entity('directory_person')
@Index('directory_person_unit', ['unitId'])
export class PersonEntity {
  @IdColumn()
  id: string;

  @TextColumn(100)
  name: string;

  @RefColumn({ name: 'unit_id' })
  unitId: string;

  @FlagColumn()
  active: boolean;

  @InstantColumn({ name: 'created_at' })
  createdAt: number;
}

/** A role a person holds. */
@Entity('directory_role')
@Index('directory_role_by_value', ['role', 'personId'])
export class PersonRoleEntity {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId: string;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  role: string;
}

/** A post a person holds. */
@Entity('directory_post')
@Index('directory_post_by_value', ['post', 'personId'])
export class PersonPostEntity {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId: string;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  post: string;
}

/** A certificate a person holds. Days are `YYYY-MM-DD`. */
@Entity('directory_certificate')
@Index('directory_certificate_person', ['personId'])
export class CertificateEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @TextColumn(40)
  kind: string;

  @TextColumn(100)
  number: string;

  @TextColumn(10, { name: 'valid_from' })
  validFrom: string;

  @TextColumn(10, { name: 'valid_to', nullable: true })
  validTo: string | null;
}
