import { createHash } from 'node:crypto';
import { type CompiledProcess, compileProcess } from '../kernel';
import { parseModel } from '../model';
import { type Queryable, rowsOf } from './violation';

/** Published processes as the table holds them, compiled anew: nothing of the running engine is trusted. */
export class StoredProcesses {
  private readonly processes = new Map<string, CompiledProcess>();

  constructor(
    private readonly source: Queryable,
    private readonly moddles: Readonly<Record<string, object>>,
  ) {}

  /** Throws when the definition is missing, is not what its hash says, or cannot be read. */
  async require(definitionId: string): Promise<CompiledProcess> {
    const known = this.processes.get(definitionId);
    if (known) return known;
    const sql = 'SELECT xml, hash FROM engine_definition WHERE id = ?';
    const [row] = await rowsOf<{ xml: string; hash: string }>(this.source, sql, [definitionId]);
    if (!row || createHash('sha256').update(row.xml).digest('hex') !== row.hash)
      throw new Error(`definition ${definitionId} is missing or changed`);
    const model = await parseModel(row.xml, this.moddles);
    if (!model.source) throw new Error(`definition ${definitionId} cannot be read`);
    const process = compileProcess(model.source);
    this.processes.set(definitionId, process);
    return process;
  }
}
