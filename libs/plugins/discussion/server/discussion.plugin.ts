import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { discussionLint } from '../model';
import moddle from '../model/discussion.moddle.json';
import { ConveningService } from './convening.service';
import { DiscussionController } from './discussion.controller';
import { DiscussionQueryService } from './discussion-query.service';
import { MeetingBehavior } from './meeting.behavior';
import { MeetingEntity, ViewEntity } from './meeting.entity';
import { MeetingRepository } from './meeting.repository';
import { MeetingService } from './meeting.service';
import { CreateDiscussion1790180000000 } from './migrations/1790180000000-create-discussion';

/** Collective discussion by the heads of the organ, with everything said kept for good. */
export const discussionPlugin = definePlugin({
  id: 'discussion',
  requires: ['case-file', 'decision-rule', 'directory', 'legal-review'],
  moddle,
  entities: [MeetingEntity, ViewEntity],
  migrations: [CreateDiscussion1790180000000],
  controllers: [DiscussionController],
  providers: [MeetingRepository, ConveningService, MeetingService, DiscussionQueryService],
  behaviors: [MeetingBehavior],
  lint: discussionLint,
  messages: { 'zh-CN': zhCn, en },
});
