import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { CaseGate, catalogNames, legalReviewLint, ParameterSets, ReviewDesk } from '../model';
import moddle from '../model/legal-review.moddle.json';
import { CaseGateService } from './case-gate.service';
import { CaseRootService } from './case-root.service';
import { CaseStateService } from './case-state.service';
import { CatalogBehavior } from './catalog.behavior';
import { CatalogService } from './catalog.service';
import { DecisionBehavior } from './decision.behavior';
import { DecisionService } from './decision.service';
import { DisputeService } from './dispute.service';
import { DisputeRecordService } from './dispute-record.service';
import { DraftBehavior } from './draft.behavior';
import { EvaluationEntity } from './evaluation.entity';
import { EvaluationRepository } from './evaluation.repository';
import { FrozenDraftEntity } from './frozen-draft.entity';
import { FrozenDraftRepository } from './frozen-draft.repository';
import { FrozenDraftService } from './frozen-draft.service';
import { HearingBehavior } from './hearing.behavior';
import { HearingRequestBehavior } from './hearing-request.behavior';
import { HearingService } from './hearing.service';
import { LegalReviewController } from './legal-review.controller';
import { LegalReviewSubscriber } from './legal-review.subscriber';
import { CreateLegalReview1790000070000 } from './migrations/1790000070000-create-legal-review';
import { OpinionEntity } from './opinion.entity';
import { OpinionRepository } from './opinion.repository';
import { OpinionService } from './opinion.service';
import { ParameterSetController } from './parameter-set.controller';
import { ActivationEntity, ParameterSetEntity } from './parameter-set.entity';
import { ParameterSetRepository } from './parameter-set.repository';
import { ParameterSetService } from './parameter-set.service';
import { ReviewBehavior } from './review.behavior';
import { ReviewDeskService } from './review-desk.service';
import { ReviewQueryService } from './review-query.service';
import { ReviewTaskService } from './review-task.service';
import { ReviewViewService } from './review-view.service';
import { SignatureBehavior } from './signature.behavior';
import { SignatureService } from './signature.service';
import { STATISTICS, StatisticsController } from './statistics.controller';
import { StatisticsRepository } from './statistics.repository';
import { StatisticsService } from './statistics.service';

/** Legal review: the catalog, opinions and signatures, and the gate no decision gets around. */
export const legalReviewPlugin = definePlugin({
  id: 'legal-review',
  requires: ['assignment', 'calendar', 'case-file', 'deadline', 'decision-rule'],
  moddle,
  entities: [ParameterSetEntity, ActivationEntity, EvaluationEntity, FrozenDraftEntity, OpinionEntity],
  migrations: [CreateLegalReview1790000070000],
  permissions: [STATISTICS],
  controllers: [LegalReviewController, ParameterSetController, StatisticsController],
  providers: [
    ...[ParameterSetRepository, ParameterSetService, EvaluationRepository, CatalogService],
    ...[FrozenDraftRepository, FrozenDraftService, OpinionRepository, CaseRootService, CaseStateService, HearingService, ReviewTaskService],
    ...[OpinionService, SignatureService, DisputeService, DisputeRecordService, DecisionService, ReviewViewService, ReviewQueryService],
    ...[StatisticsRepository, StatisticsService],
  ],
  ports: [
    { provide: ParameterSets, useClass: ParameterSetService },
    { provide: CaseGate, useClass: CaseGateService },
    { provide: ReviewDesk, useClass: ReviewDeskService },
  ],
  behaviors: [CatalogBehavior, DraftBehavior, ReviewBehavior, SignatureBehavior, HearingBehavior, HearingRequestBehavior, DecisionBehavior],
  subscribers: [LegalReviewSubscriber],
  lint: legalReviewLint,
  names: catalogNames,
  messages: { 'zh-CN': zhCn, en },
});
