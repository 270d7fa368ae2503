import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A file attached to a case. Inserted once, never changed: the record of the case refers to it. */
@Entity('attachment_file')
@Index('attachment_file_case', ['instanceId', 'addedAt', 'id'])
export class AttachmentEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @TextColumn(200)
  name: string;

  @TextColumn(40)
  category: string;

  @TextColumn(100, { name: 'media_type' })
  mediaType: string;

  /** Bytes. */
  @InstantColumn()
  size: number;

  /** Hex; also the name of the file in the folder. */
  @TextColumn(64)
  sha256: string;

  /** Hex. */
  @TextColumn(64)
  sm3: string;

  @RefColumn({ name: 'added_by' })
  addedBy: string;

  @InstantColumn({ name: 'added_at' })
  addedAt: number;
}
