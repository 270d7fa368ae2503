import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { FormLibrary, formNames, plainFormKey, StartForms } from '../model';
import moddle from '../model/form.moddle.json';
import { CaseContentController } from './case-content.controller';
import { CaseContentService } from './case-content.service';
import { FormBehavior } from './form.behavior';
import { FormController } from './form.controller';
import { FormLibraryService } from './form-library.service';
import { FormLookupService } from './form-lookup.service';
import { FormNameCheck } from './form.name-check';
import { FormPeopleService } from './form-people.service';
import { FormRepository } from './form.repository';
import { FormService } from './form.service';
import { FormVersionEntity } from './form-version.entity';
import { SubmissionService } from './submission.service';
import { CreateForms1790000050000 } from './migrations/1790000050000-create-forms';

/** Forms of tasks: published versions, filled in by people, judged again on the server. */
export const formPlugin = definePlugin({
  id: 'form',
  requires: ['directory'],
  moddle,
  entities: [FormVersionEntity],
  migrations: [CreateForms1790000050000],
  controllers: [FormController, CaseContentController],
  providers: [FormRepository, FormLookupService, FormPeopleService, FormService, FormLibraryService, SubmissionService, CaseContentService],
  ports: [
    { provide: StartForms, useClass: FormService },
    { provide: FormLibrary, useClass: FormLibraryService },
  ],
  behaviors: [FormBehavior],
  lint: { 'plain-form-key': plainFormKey },
  names: formNames,
  nameChecks: [FormNameCheck],
  messages: { 'zh-CN': zhCn, en },
});
