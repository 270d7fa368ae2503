import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { OpinionDrafts, policySettings, SignatureMethod } from '../model';
import moddle from '../model/opinion.moddle.json';
import { AccountSignatureService } from './account-signature.service';
import { CitationService } from './citation.service';
import { ClauseController } from './clause.controller';
import { ClauseService } from './clause.service';
import { CorrectionService } from './correction.service';
import { CaseEndSubscriber, PartEndSubscriber, TaskEndSubscriber } from './draft.subscriber';
import { DraftEntity } from './draft.entity';
import { DraftRepository } from './draft.repository';
import { DraftService } from './draft.service';
import { DraftVersionEntity } from './draft-version.entity';
import { CreateOpinions1790150000000 } from './migrations/1790150000000-create-opinions';
import { AddCitations1790150000003 } from './migrations/1790150000003-add-citations';
import { AddFormDrafts1790150000002 } from './migrations/1790150000002-add-form-drafts';
import { AddPrincipalAndRevision1790150000001 } from './migrations/1790150000001-add-principal-and-revision';
import { OpinionBehavior } from './opinion.behavior';
import { opinionConfig } from './opinion.config';
import { OpinionDraftsService } from './opinion-drafts.service';
import { OpinionController } from './opinion.controller';
import { OpinionEntity } from './opinion.entity';
import { OpinionKeepingService } from './opinion-keeping.service';
import { OpinionReadingController } from './opinion-reading.controller';
import { OpinionRepository } from './opinion.repository';
import { OpinionService } from './opinion.service';
import { PhraseController } from './phrase.controller';
import { PhraseEntity } from './phrase.entity';
import { PhraseRepository } from './phrase.repository';
import { PhraseService } from './phrase.service';
import { SignatureCheckService } from './signature-check.service';
import { SignatureEntity } from './signature.entity';
import { SignatureRepository } from './signature.repository';
import { SigningService } from './signing.service';
import { SnapshotService } from './snapshot.service';
import { SubmissionService } from './submission.service';
import { VerificationService } from './verification.service';

/** Opinions of those who handle a case: drafts, versions, phrases and signatures. */
export const opinionPlugin = definePlugin({
  id: 'opinion',
  requires: ['account', 'attachment', 'case-file', 'directory', 'legal-basis', 'record'],
  config: opinionConfig,
  moddle,
  permissions: ['opinion.managePhrases'],
  entities: [DraftEntity, DraftVersionEntity, OpinionEntity, SignatureEntity, PhraseEntity],
  migrations: [CreateOpinions1790150000000, AddPrincipalAndRevision1790150000001, AddFormDrafts1790150000002, AddCitations1790150000003],
  controllers: [OpinionController, OpinionReadingController, PhraseController, ClauseController],
  providers: [
    DraftRepository,
    OpinionRepository,
    SignatureRepository,
    PhraseRepository,
    DraftService,
    CitationService,
    OpinionKeepingService,
    CorrectionService,
    SnapshotService,
    SigningService,
    SignatureCheckService,
    SubmissionService,
    OpinionService,
    VerificationService,
    PhraseService,
    ClauseService,
  ],
  ports: [
    { provide: SignatureMethod, useClass: AccountSignatureService },
    { provide: OpinionDrafts, useClass: OpinionDraftsService },
  ],
  behaviors: [OpinionBehavior],
  subscribers: [TaskEndSubscriber, PartEndSubscriber, CaseEndSubscriber],
  lint: { 'policy-settings': policySettings },
  messages: { 'zh-CN': zhCn, en },
});
