import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { LegalBasis } from '../model';
import { LegalBasisController } from './legal-basis.controller';
import { LegalBasisQueryService } from './legal-basis-query.service';
import { LegalBasisService } from './legal-basis.service';
import { LibraryVersionEntity } from './library-version.entity';
import { LibraryVersionRepository } from './library-version.repository';
import { CreateLegalBasis1790190000000 } from './migrations/1790190000000-create-legal-basis';

/** The clauses that opinions and decisions cite, in versions. */
export const legalBasisPlugin = definePlugin({
  id: 'legal-basis',
  requires: ['directory'],
  permissions: ['legal-basis.publish'],
  entities: [LibraryVersionEntity],
  migrations: [CreateLegalBasis1790190000000],
  controllers: [LegalBasisController],
  providers: [LibraryVersionRepository, LegalBasisQueryService, LegalBasisService],
  ports: [{ provide: LegalBasis, useClass: LegalBasisService }],
  messages: { 'zh-CN': zhCn, en },
});
