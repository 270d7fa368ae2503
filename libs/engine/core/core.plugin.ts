import { engineModdle } from '@fashen/bpmn';
import { definePlugin } from '@fashen/plugin-api';
import { CalledProcessCheck, calledProcesses } from '../definition/called-process.name-check';
import { DefinitionEntity, DraftEntity } from '../definition/definition.entity';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { JobEntity } from '../job/job.entity';
import { CreateEngine1790000000000 } from '../migrations/1790000000000-create-engine';
import { AddCourseAndSeats1790100000000 } from '../migrations/1790100000000-add-course-and-seats';
import { AddFormerHolders1790100000100 } from '../migrations/1790100000100-add-former-holders';
import { AddFlags1790100000200 } from '../migrations/1790100000200-add-flags';
import { OutboxEntity } from '../outbox/outbox.entity';
import { InstanceEntity, SubscriptionEntity } from '../runtime/instance.entity';
import { FormerHolderEntity, TaskCandidateEntity, TaskEntity } from '../task/task.entity';
import { JobBehavior } from './job.behavior';
import { MessageJob } from './message.job';
import { NoBehaviorJob } from './no-behavior.job';
import { TimerJob } from './timer.job';
import { TimerStartJob } from './timer-start.job';

/** What the engine itself brings, in the shape of a plugin. The host puts it first. */
export const corePlugin = definePlugin({
  id: 'engine',
  moddle: engineModdle,
  entities: [
    ...[DefinitionEntity, DraftEntity, InstanceEntity, SubscriptionEntity],
    ...[TaskEntity, TaskCandidateEntity, FormerHolderEntity, JobEntity, OutboxEntity],
  ],
  migrations: [CreateEngine1790000000000, AddCourseAndSeats1790100000000, AddFormerHolders1790100000100, AddFlags1790100000200],
  behaviors: [JobBehavior],
  jobs: [TimerJob, MessageJob, TimerStartJob, NoBehaviorJob],
  names: calledProcesses,
  nameChecks: [CalledProcessCheck],
  messages: { 'zh-CN': zhCn, en },
});
