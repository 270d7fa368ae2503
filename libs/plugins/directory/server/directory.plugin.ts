import { definePlugin, Directory } from '@fashen/plugin-api';
import { PersonRegistry } from '../model';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { DirectoryController } from './directory.controller';
import { DirectoryRepository } from './directory.repository';
import { DirectoryService } from './directory.service';
import { AddHeads1790190000000 } from './migrations/1790190000000-add-heads';
import { CreateDirectory1790000010000 } from './migrations/1790000010000-create-directory';
import { CertificateEntity, PersonEntity, PersonPostEntity, PersonRoleEntity } from './person.entity';
import { PersonRegistryService } from './person-registry.service';
import { UnitRepository } from './unit.repository';
import { UnitEntity } from './unit.entity';

/** Units, persons, roles and certificates. */
export const directoryPlugin = definePlugin({
  id: 'directory',
  permissions: ['directory.manage'],
  entities: [UnitEntity, PersonEntity, PersonRoleEntity, PersonPostEntity, CertificateEntity],
  migrations: [CreateDirectory1790000010000, AddHeads1790190000000],
  controllers: [DirectoryController],
  providers: [DirectoryRepository, UnitRepository, DirectoryService],
  ports: [
    { provide: Directory, useClass: DirectoryService },
    { provide: PersonRegistry, useClass: PersonRegistryService },
  ],
  messages: { 'zh-CN': zhCn, en },
});
