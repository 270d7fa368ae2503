import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What the proxy does to the first COMMIT it sees: lose it before the server gets it, or lose the server's answer. */
export type CommitFault = 'lose-command' | 'lose-answer';

/** Stands between us and the database and cuts the line at the worst moment, as often as it is told. */
export class MysqlProxy {
  fault: CommitFault | undefined;
  cuts = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {
    server.on('connection', (client) => this.join(client));
  }

  static async start(target: { readonly host: string; readonly port: number }): Promise<MysqlProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new MysqlProxy(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const server = connect(this.target);
    const cut = (): void => {
      this.cuts += 1;
      client.destroy();
      server.destroy();
    };
    let cutsAnswer = false;
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => (client.destroy(), server.destroy()));
    }
    client.on('data', (part) => {
      const fault = part.includes('COMMIT') ? this.takeFault() : undefined;
      if (fault === 'lose-command') return cut();
      cutsAnswer = fault === 'lose-answer';
      server.write(part);
    });
    server.on('data', (part) => (cutsAnswer ? cut() : client.write(part)));
  }

  private takeFault(): CommitFault | undefined {
    const fault = this.fault;
    this.fault = undefined;
    return fault;
  }
}
