import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, IntegerColumn, LongTextColumn, RefColumn } from '@fashen/plugin-api/server';

/** The file somebody works on, one per decision. */
@Entity('decision_rule_draft')
export class DecisionDraftEntity {
  @PrimaryColumn({ name: 'decision_key', type: 'varchar', length: 100 })
  decisionKey: string;

  @LongTextColumn()
  xml: string;

  @IntegerColumn()
  revision: number;

  @RefColumn({ name: 'updated_by' })
  updatedBy: string;

  @InstantColumn({ name: 'updated_at' })
  updatedAt: number;
}
