import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { isWorkflowError, type RequestContext, Texts, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type BatchBody, batchBody, type BatchOutcome, type BatchReply, type DryRunQuery, dryRunQuery } from '../model';
import { type BatchItem, BatchService } from './batch.service';
import { SeenService } from './seen.service';

/** Many tasks at once. Each is a unit of work of its own: what fails leaves the others done. */
@Controller('tasks')
export class BatchController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: BatchService,
    private readonly seen: SeenService,
    private readonly texts: Texts,
  ) {}

  @Post(':taskId/seen')
  @HttpCode(204)
  @AllowSignedIn()
  see(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<void> {
    return this.units.run(context, (tx) => this.seen.see(tx, taskId));
  }

  @Post('batch-submission')
  @HttpCode(200)
  @AllowSignedIn()
  async submit(
    @Context() context: RequestContext,
    @Body(parsedBy(batchBody)) { taskIds, opinion }: BatchBody,
    @Query(parsedBy(dryRunQuery)) { dryRun = false }: DryRunQuery,
  ): Promise<BatchReply> {
    const batchId = randomUUID();
    const ordered = await this.units.read(context, (tx) => this.service.order(tx, taskIds));
    const items: BatchOutcome[] = [];
    for (const taskId of ordered) items.push(await this.submitOne(context, { batchId, taskId, opinion }, dryRun));
    return { batchId, dryRun, items };
  }

  private async submitOne(context: RequestContext, item: BatchItem, dryRun: boolean): Promise<BatchOutcome> {
    const { taskId } = item;
    try {
      const { affected } = await this.units.operate(ofItem(context, taskId), { dryRun }, (tx) => this.service.submit(tx, item));
      return { taskId, isDone: true, affected };
    } catch (error) {
      if (!isWorkflowError(error)) throw error;
      const { code, params } = error;
      const refusal = { code, params, message: this.texts.localize(code, params, context.locale) };
      return { taskId, isDone: false, affected: [], error: refusal };
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
