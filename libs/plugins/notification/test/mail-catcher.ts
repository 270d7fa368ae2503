import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

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
    const dialogue = new Dialogue(this, (line) => void socket.write(`${line}\r\n`));
    let text = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const lines = `${text}${chunk.toString('utf8')}`.split('\r\n');
      text = lines.pop() ?? '';
      for (const line of lines) dialogue.hear(line);
    });
    socket.write('220 catcher\r\n');
  }
}

/** One connection: what was said so far. */
class Dialogue {
  private from = '';
  private to: string[] = [];
  private data: string | undefined;

  constructor(
    private readonly catcher: MailCatcher,
    private readonly say: (line: string) => void,
  ) {}

  hear(line: string): void {
    if (this.data === undefined) this.say(this.answer(line));
    else if (line === '.') this.take(this.data);
    else this.data += `${line}\n`;
  }

  private answer(line: string): string {
    const [verb = ''] = line.toUpperCase().split(/[ :]/);
    const address = /<(.*)>/.exec(line)?.[1] ?? '';
    if (verb === 'MAIL') this.from = address;
    if (verb === 'RCPT' && this.catcher.refusal) return this.catcher.refusal;
    if (verb === 'RCPT') this.to.push(address);
    if (verb === 'DATA') this.data = '';
    return ANSWERS[verb] ?? '250 ok';
  }

  private take(source: string): void {
    this.catcher.mails.push({ from: this.from, to: this.to, source });
    this.data = undefined;
    this.to = [];
    this.say('250 taken');
  }
}

const ANSWERS: Readonly<Record<string, string>> = { DATA: '354 go on', QUIT: '221 bye' };
