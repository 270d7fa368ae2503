import { definePlugin, Sessions } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { AccountRegistry, StepUp } from '../model';
import { accountConfig } from './account.config';
import { AccountController } from './account.controller';
import { AccountRegistryService, SetupGate } from './account-registry.service';
import { AccountService } from './account.service';
import { AttemptEntity } from './attempt.entity';
import { AttemptRepository } from './attempt.repository';
import { AttemptsService } from './attempts.service';
import { CredentialEntity } from './credential.entity';
import { CredentialRepository } from './credential.repository';
import { CreateAccounts1790000020000 } from './migrations/1790000020000-create-accounts';
import { CreatePins1790000020001 } from './migrations/1790000020001-create-pins';
import { PasswordHasher } from './password-hasher';
import { PasswordController } from './password.controller';
import { PasswordService } from './password.service';
import { PinController } from './pin.controller';
import { PinEntity } from './pin.entity';
import { PinRepository } from './pin.repository';
import { PinService } from './pin.service';
import { SessionController } from './session.controller';
import { SessionCookie } from './session-cookie';
import { SessionEntity } from './session.entity';
import { SessionRepository } from './session.repository';
import { SessionService } from './session.service';
import { SetupController } from './setup.controller';
import { SetupService } from './setup.service';
import { SignInService } from './sign-in.service';
import { StepUpService } from './step-up.service';

/** Local accounts with passwords, and sessions. */
export const accountPlugin = definePlugin({
  id: 'account',
  requires: ['directory'],
  config: accountConfig,
  permissions: ['account.manage'],
  entities: [CredentialEntity, SessionEntity, AttemptEntity, PinEntity],
  migrations: [CreateAccounts1790000020000, CreatePins1790000020001],
  controllers: [SessionController, PasswordController, PinController, AccountController, SetupController],
  providers: [
    PasswordHasher,
    CredentialRepository,
    AttemptRepository,
    SessionRepository,
    AttemptsService,
    PinRepository,
    PinService,
    SessionService,
    AccountService,
    PasswordService,
    SessionCookie,
    SignInService,
    SetupGate,
    SetupService,
  ],
  ports: [
    { provide: Sessions, useClass: SessionService },
    { provide: AccountRegistry, useClass: AccountRegistryService },
    { provide: StepUp, useClass: StepUpService },
  ],
  messages: { 'zh-CN': zhCn, en },
});
