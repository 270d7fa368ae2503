import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn } from '@fashen/plugin-api/server';

/** The last number given out of a sequence. */
@Entity('case_file_sequence')
export class CaseSequenceEntity {
  @PrimaryColumn({ type: 'varchar', length: 100 })
  sequence: string;

  @IntegerColumn({ name: 'last_place' })
  lastPlace: number;
}
