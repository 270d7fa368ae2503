import { Injectable } from '@nestjs/common';
import type { DefinitionView, ProcessModel, Tx } from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import { type CompiledProcess, compileProcess } from '../kernel';
import { parseModel } from '../model';
import { PluginHost } from '../plugin-host/plugin-host';
import { DefinitionRepository } from './definition.repository';

/** A published version, ready to run. */
export interface Definition {
  readonly view: DefinitionView;
  readonly model: ProcessModel;
  readonly process: CompiledProcess;
}

const KEPT = 500;

/** Definitions by id, parsed once per process. Versions never change, so nothing has to be told to forget. */
@Injectable()
export class DefinitionStore {
  private readonly kept = new Map<string, Definition>();

  constructor(
    private readonly host: PluginHost,
    private readonly repository: DefinitionRepository,
  ) {}

  async require(tx: Tx, definitionId: string): Promise<Definition> {
    const kept = this.kept.get(definitionId);
    if (kept) return kept;
    const row = await this.repository.find(tx, definitionId);
    if (!row) throw engineErrors.DEFINITION_MISSING({ definitionId });
    const { xml, ...view } = row;
    return this.keep(await this.ready(view, xml));
  }

  /** The latest published version of a process. */
  async findLatest(tx: Tx, key: string): Promise<Definition | undefined> {
    const latest = await this.repository.findLatest(tx, key);
    return latest && this.require(tx, latest.id);
  }

  private async ready(view: DefinitionView, xml: string): Promise<Definition> {
    const { model, source, problems } = await parseModel(xml, this.host.moddles);
    if (!model || !source) throw engineErrors.MODEL_REFUSED({ findings: problems.map((problem) => ({ ...problem })) });
    return { view, model, process: compileProcess(source) };
  }

  private keep(definition: Definition): Definition {
    this.kept.set(definition.view.id, definition);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest) this.kept.delete(oldest);
    return definition;
  }
}
