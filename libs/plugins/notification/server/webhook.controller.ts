import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { type Page, type RequestContext, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type DeliveryView,
  type NewWebhook,
  newWebhook,
  type NewWebhookReply,
  type ReplayBody,
  replayBody,
  type WebhookChange,
  webhookChange,
  type WebhookQuery,
  webhookQuery,
  type WebhookView,
} from '../model';
import { DeliveryService } from './delivery.service';
import { WebhookService } from './webhook.service';
import type { Webhook } from './webhook.repository';

/** Webhooks over HTTP, for operators. */
@Controller('webhooks')
@Allow('notification.webhooks')
export class WebhookController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly webhooks: WebhookService,
    private readonly deliveries: DeliveryService,
  ) {}

  @Get()
  list(@Context() context: RequestContext, @Query(parsedBy(webhookQuery)) query: WebhookQuery): Promise<Page<WebhookView>> {
    return this.units.read(context, (tx) => this.webhooks.list(tx, query));
  }

  @Post()
  add(@Context() context: RequestContext, @Body(parsedBy(newWebhook)) body: NewWebhook): Promise<NewWebhookReply> {
    return this.units.run(context, (tx) => this.webhooks.add(tx, body));
  }

  @Put(':webhookId')
  replace(
    @Context() context: RequestContext,
    @Param('webhookId') webhookId: string,
    @Body(parsedBy(webhookChange)) body: WebhookChange,
  ): Promise<WebhookView> {
    return this.units.run(context, (tx) => this.webhooks.replace(tx, webhookId, body));
  }

  @Delete(':webhookId')
  @HttpCode(204)
  remove(@Context() context: RequestContext, @Param('webhookId') webhookId: string): Promise<void> {
    return this.units.run(context, (tx) => this.webhooks.remove(tx, webhookId));
  }

  @Post(':webhookId/test')
  @HttpCode(202)
  test(@Context() context: RequestContext, @Param('webhookId') webhookId: string): Promise<DeliveryView> {
    return this.withWebhook(context, webhookId, (tx, webhook) => this.deliveries.test(tx, webhook));
  }

  @Get(':webhookId/deliveries')
  listDeliveries(
    @Context() context: RequestContext,
    @Param('webhookId') webhookId: string,
    @Query(parsedBy(webhookQuery)) query: WebhookQuery,
  ): Promise<Page<DeliveryView>> {
    return this.units.read(context, (tx) => this.deliveries.list(tx, webhookId, query));
  }

  @Post(':webhookId/deliveries/:deliveryId/again')
  @HttpCode(202)
  redeliver(
    @Context() context: RequestContext,
    @Param('webhookId') webhookId: string,
    @Param('deliveryId') deliveryId: string,
  ): Promise<DeliveryView> {
    return this.withWebhook(context, webhookId, (tx, webhook) => this.deliveries.redeliver(tx, webhook, deliveryId));
  }

  @Post(':webhookId/replay')
  @HttpCode(202)
  replay(
    @Context() context: RequestContext,
    @Param('webhookId') webhookId: string,
    @Body(parsedBy(replayBody)) body: ReplayBody,
  ): Promise<{ planned: number; next?: string }> {
    return this.withWebhook(context, webhookId, (tx, webhook) => this.deliveries.replay(tx, webhook, body.fromEventId));
  }

  private withWebhook<T>(context: RequestContext, webhookId: string, work: (tx: Tx, webhook: Webhook) => Promise<T>): Promise<T> {
    return this.units.run(context, async (tx) => work(tx, await this.webhooks.require(tx, webhookId)));
  }
}
