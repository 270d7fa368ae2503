import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { notificationErrors } from '../model';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';

/** A mail to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for each attempt. */
  readonly messageId: string;
}

const CONNECT_MS = 5_000;
const ANSWER_MS = 8_000;

/** Hands mails to the bureau's mail server. */
@Injectable()
export class MailSender implements OnModuleDestroy {
  private readonly transport: Transporter | undefined;

  constructor(@Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig) {
    this.transport = config.smtpUrl ? createTransport(optionsOf(new URL(config.smtpUrl))) : undefined;
  }

  /** Throws `MAIL_NOT_SENT` when the server does not take it. */
  async send(mail: Mail): Promise<void> {
    try {
      if (!this.transport) throw new Error('mail is off');
      await this.transport.sendMail({ from: this.config.mailFrom, ...mail });
    } catch {
      // The answer of a mail server may contain the address; operators see the code.
      throw notificationErrors.MAIL_NOT_SENT();
    }
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}

/** A password is never sent without TLS. */
function optionsOf(url: URL): object {
  const secure = url.protocol === 'smtps:';
  const auth = url.username && { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    ...(auth && { auth, requireTLS: true }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
