import type { Answer, ModelSource } from '@fashen/conformance';
import { Definitions } from '@fashen/plugin-api';
import type { Cast } from './cast';
import type { Desk } from './desk';
import { productModel, resultsOf, UnsupportedDrawing } from './kit-model';
import type { TimeTables } from './time-tables';
import { plugins } from '../plugins';

const INSTALLED: ReadonlySet<string> = new Set(plugins.map(({ id }) => id));
/** Findings that say: two flows between the same two elements. */
const DOUBLED = /duplicate-sequence-flows|DUPLICATE/;

/** Publishes the drawings of a world. */
export class Publisher {
  /** Fields of cases that hold the result of a vote. */
  readonly results = new Set<string>();

  constructor(
    private readonly desk: Desk,
    private readonly cast: Cast,
    private readonly tables: TimeTables,
  ) {}

  async publish(model: ModelSource): Promise<Answer> {
    try {
      return await this.tryToPublish(model);
    } catch (error) {
      if (error instanceof UnsupportedDrawing) return { kind: 'unsupported', why: error.message };
      throw error;
    }
  }

  private async tryToPublish(model: ModelSource): Promise<Answer> {
    const xml = productModel(model, this.cast, INSTALLED);
    for (const { timeout } of Object.values(model.nodes)) if (timeout) await this.tables.publishPeriod(timeout);
    const definitions = this.desk.get(Definitions);
    const findings = await this.desk.run((tx) => definitions.inspect(tx, xml));
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { kind: 'refused', because: 'INVALID', code: errors.map(({ rule }) => rule).join(' ') };

    await this.desk.run((tx) => definitions.publish(tx, { xml, reason: 'conformance' }));
    for (const field of resultsOf(model.nodes)) this.results.add(field);
    for (const [, key = ''] of model.bpmn.matchAll(/calledElement="([^"]+)"/g)) this.desk.calledKeys.add(key);
    return { kind: 'done', told: findings.some(({ rule }) => DOUBLED.test(rule)) ? ['DUPLICATE_FLOW'] : [] };
  }
}
