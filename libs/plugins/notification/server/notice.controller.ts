import { Body, Controller, Get, Headers, HttpCode, type MessageEvent, Param, Post, Put, Query, Sse } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import type { Observable } from 'rxjs';
import {
  type NoticeQuery,
  noticeQuery,
  type NoticeSettings,
  noticeSettings,
  type NoticeSettingsReply,
  type NoticeView,
  type StreamQuery,
  streamQuery,
} from '../model';
import { NoticeInboxService } from './inbox.service';
import { StreamService } from './stream.service';

/** A person's own notices over HTTP. */
@Controller('notifications')
export class NoticeController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly inbox: NoticeInboxService,
  ) {}

  @Get()
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Query(parsedBy(noticeQuery)) query: NoticeQuery): Promise<Page<NoticeView>> {
    return this.units.read(context, (tx) => this.inbox.list(tx, query));
  }

  @Get('count')
  @AllowSignedIn()
  count(@Context() context: RequestContext): Promise<{ unread: number }> {
    return this.units.read(context, (tx) => this.inbox.count(tx));
  }

  @Get('settings')
  @AllowSignedIn()
  settings(@Context() context: RequestContext): Promise<NoticeSettingsReply> {
    return this.units.read(context, (tx) => this.inbox.readSettings(tx));
  }

  @Put('settings')
  @AllowSignedIn()
  replaceSettings(@Context() context: RequestContext, @Body(parsedBy(noticeSettings)) body: NoticeSettings): Promise<NoticeSettingsReply> {
    return this.units.run(context, (tx) => this.inbox.replaceSettings(tx, body));
  }

  @Post('read')
  @HttpCode(204)
  @AllowSignedIn()
  markAllRead(@Context() context: RequestContext): Promise<void> {
    return this.units.run(context, (tx) => this.inbox.markAllRead(tx));
  }

  @Post(':id/read')
  @HttpCode(204)
  @AllowSignedIn()
  markRead(@Context() context: RequestContext, @Param('id') id: string): Promise<void> {
    return this.units.run(context, (tx) => this.inbox.markRead(tx, id));
  }
}

/** Changes as they happen, as server-sent events. */
@Controller('events')
export class StreamController {
  constructor(private readonly streams: StreamService) {}

  @Sse()
  @AllowSignedIn()
  open(
    @Context() context: RequestContext,
    @Query(parsedBy(streamQuery)) query: StreamQuery,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<Observable<MessageEvent>> {
    return this.streams.open(context, query, lastEventId);
  }
}
