import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail as it came over the wire. */
export interface CaughtMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

/** A small mail server on this machine that keeps what it gets. */
export class MailCatcher {
  readonly mails: CaughtMail[] = [];
  /** Answer to the next mails instead of taking them. */
  refusal: string | undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<MailCatcher> {
    const server = createServer();
    const catcher = new MailCatcher(server);
    server.on('connection', (socket) => catcher.converse(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return catcher;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private converse(socket: Socket): void {
    let [text, from, data] = ['', '', undefined as string | undefined];
    let to: string[] = [];
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const hear = (line: string): void => {
      if (data !== undefined) {
        if (line !== '.') return void (data += `${line}\n`);
        this.mails.push({ from, to, source: data });
        [data, to] = [undefined, []];
        return say('250 taken');
      }
      const address = /<(.*)>/.exec(line)?.[1] ?? '';
      if (/^(EHLO|HELO)/i.test(line)) return say('250 catcher');
      if (/^MAIL FROM/i.test(line)) from = address;
      if (/^RCPT TO/i.test(line)) to.push(address);
      if (/^RCPT TO/i.test(line) && this.refusal) return say(this.refusal);
      if (/^DATA/i.test(line)) return void ((data = ''), say('354 go on'));
      if (/^QUIT/i.test(line)) return void socket.end('221 bye\r\n');
      say('250 ok');
    };
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const lines = `${text}${chunk.toString('utf8')}`.split('\r\n');
      text = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say('220 catcher');
  }
}
