import { Injectable } from '@nestjs/common';
import type { Tx, Unit } from '@fashen/plugin-api';
import type { NewUnit } from '../model';

type UnitRow = Record<'id' | 'name', string> & Record<'parent_id' | 'head_id' | 'leader_id', string | null>;

const UNITS = 'SELECT id, name, parent_id, head_id, leader_id FROM directory_unit';

/** Rows of units. */
@Injectable()
export class UnitRepository {
  async find(tx: Tx, unitId: string): Promise<Unit | undefined> {
    return (await tx.manager.query<UnitRow[]>(`${UNITS} WHERE id = ?`, [unitId])).map(unitOf)[0];
  }

  async list(tx: Tx): Promise<readonly Unit[]> {
    return (await tx.manager.query<UnitRow[]>(`${UNITS} ORDER BY id LIMIT 1000`)).map(unitOf);
  }

  async add(tx: Tx, { id, name, parentId }: NewUnit): Promise<void> {
    await tx.manager.query('INSERT INTO directory_unit (id, name, parent_id) VALUES (?, ?, ?)', [id, name, parentId ?? null]);
  }

  async replace(tx: Tx, { id, name, parentId, headId, leaderId }: Unit): Promise<void> {
    await tx.manager.query('UPDATE directory_unit SET name = ?, parent_id = ?, head_id = ?, leader_id = ? WHERE id = ?', [
      ...[name, parentId ?? null, headId ?? null, leaderId ?? null],
      id,
    ]);
  }
}

const unitOf = ({ id, name, parent_id: parentId, head_id: headId, leader_id: leaderId }: UnitRow): Unit => ({
  ...{ id, name },
  ...(parentId && { parentId }),
  ...(headId && { headId }),
  ...(leaderId && { leaderId }),
});
