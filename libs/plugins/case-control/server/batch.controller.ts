import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { isWorkflowError, type JsonObject, type RequestContext, Texts, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type BatchBody, batchBody } from '../model';
import { type BatchItem, BatchService } from './batch.service';

/** What became of one task. */
export interface BatchOutcome {
  readonly taskId: string;
  readonly isDone: boolean;
  readonly error?: { readonly code: string; readonly message: string; readonly params: JsonObject };
}

/** What became of a batch, in the order in which it was done. */
export interface BatchReply {
  readonly batchId: string;
  readonly items: readonly BatchOutcome[];
}

/** Many tasks at once. Each is a unit of work of its own: what fails leaves the others done. */
@Controller('tasks')
export class BatchController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: BatchService,
    private readonly texts: Texts,
  ) {}

  @Post(':taskId/seen')
  @HttpCode(204)
  @AllowSignedIn()
  see(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<void> {
    return this.units.run(context, (tx) => this.service.see(tx, taskId));
  }

  @Post('batch-submission')
  @HttpCode(200)
  @AllowSignedIn()
  async submit(@Context() context: RequestContext, @Body(parsedBy(batchBody)) { taskIds, data }: BatchBody): Promise<BatchReply> {
    const batchId = randomUUID();
    const ordered = await this.units.read(context, (tx) => this.service.order(tx, taskIds));
    const items: BatchOutcome[] = [];
    for (const taskId of ordered) items.push(await this.submitOne(context, { batchId, taskId, ...(data && { data }) }));
    return { batchId, items };
  }

  private async submitOne(context: RequestContext, item: BatchItem): Promise<BatchOutcome> {
    const { taskId } = item;
    try {
      await this.units.run(ofItem(context, taskId), (tx) => this.service.submit(tx, item));
      return { taskId, isDone: true };
    } catch (error) {
      if (!isWorkflowError(error)) throw error;
      const { code, params } = error;
      return { taskId, isDone: false, error: { code, params, message: this.texts.localize(code, params, context.locale) } };
    }
  }
}

/** A repeated batch repeats none of its items: each has a key made of that of the batch. */
function ofItem(context: RequestContext, taskId: string): RequestContext {
  if (!context.idempotency) return context;
  const { key, fingerprint } = context.idempotency;
  const own = createHash('sha256').update(`${key} ${taskId}`).digest('hex');
  return { ...context, idempotency: { key: own, fingerprint } };
}
