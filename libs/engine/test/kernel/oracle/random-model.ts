import { fileOf, flow, timer } from '../model-text';
import { Random } from './random';

/** Answers that conditions ask for: every act sets them anew. */
export const ANSWERS = Array.from({ length: 8 }, (_, index) => `c${index}`);

/** Blocks both sides understand in the same way. */
export const SHARED_BLOCKS = [
  ...['task', 'task', 'service', 'sequence', 'sequence', 'exclusive', 'parallel', 'inclusive', 'loop', 'parallelItems', 'sequentialItems'],
  ...['interruptingTimer', 'repeatingTimer', 'interruptingMessage', 'subProcess', 'subProcessTimer', 'subProcessError'],
  ...['timer', 'message', 'receive', 'eventGateway', 'failingTask', 'terminatingSubProcess', 'callActivity', 'oddInclusive'],
] as const;

/** Blocks that the oracle does not know or gets wrong. */
export const OWN_BLOCKS = [...['accompanyingMessage', 'eventSubProcess', 'accompanyingEventSubProcess', 'itemSubProcess']] as const;

type Kind = (typeof SHARED_BLOCKS)[number] | (typeof OWN_BLOCKS)[number];

interface Block {
  readonly xml: string;
  readonly first: string;
  readonly last: string;
}

/** Writes random block-structured models: what is split is joined, what loops waits. */
class ModelWriter {
  private readonly random: Random;
  private readonly roots: string[] = ['<error id="E" errorCode="E1"/>'];
  private count = 0;

  constructor(
    seed: number,
    private readonly kinds: readonly Kind[],
  ) {
    this.random = new Random(seed);
  }

  file(depth: number): string {
    const inner = this.block(depth);
    const body = `<startEvent id="start"/><endEvent id="end"/>${inner.xml}${flow('start', inner.first)}${flow(inner.last, 'end')}`;
    return fileOf(body, this.roots.join(''));
  }

  private id(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  private answer(): string {
    return `${this.random.pick(ANSWERS)} = true`;
  }

  private block(depth: number): Block {
    const kind = depth <= 0 || this.count > 40 ? 'task' : this.random.pick(this.kinds);
    return this.writers[kind](depth - 1);
  }

  private readonly writers: Readonly<Record<Kind, (depth: number) => Block>> = {
    task: () => this.single('T', (id) => `<userTask id="${id}"/>`),
    service: () => this.single('S', (id) => `<serviceTask id="${id}"/>`),
    callActivity: () => this.single('CALL', (id) => `<callActivity id="${id}" calledElement="other"/>`),
    timer: () => this.single('TC', (id) => `<intermediateCatchEvent id="${id}">${timer('PT1H')}</intermediateCatchEvent>`),
    message: () => this.single('MC', (id) => `<intermediateCatchEvent id="${id}">${this.message(id)}</intermediateCatchEvent>`),
    receive: () => this.single('R', (id) => `<receiveTask id="${id}" messageRef="${this.messageRoot(id)}"/>`),
    sequence: (depth) => this.sequence(this.block(depth), this.block(depth)),
    exclusive: (depth) => this.split('exclusive', [this.block(depth), this.block(depth)]),
    inclusive: (depth) => this.split('inclusive', [this.block(depth), this.block(depth), this.block(depth - 1)]),
    parallel: (depth) => this.parallel([this.block(depth), this.block(depth)]),
    loop: (depth) => this.loop(this.sequence(this.writers.task(0), this.block(depth))),
    parallelItems: () => this.items('MP', false),
    sequentialItems: () => this.items('MS', true),
    interruptingTimer: (depth) => this.boundary(this.writers.task(0), timer('PT1H'), this.block(depth - 1)),
    interruptingMessage: (depth) => this.boundary(this.writers.task(0), this.message(this.id('m')), this.block(depth - 1)),
    subProcessTimer: (depth) => this.boundary(this.subProcess(this.block(depth)), timer('PT1H'), this.block(depth - 1)),
    failingTask: (depth) =>
      this.boundary(
        this.single('F', (id) => `<userTask id="${id}"/>`),
        '<errorEventDefinition errorRef="E"/>',
        this.block(depth - 1),
      ),
    repeatingTimer: () => this.beside(timer(`R${1 + this.random.below(3)}/PT1H`, 'timeCycle')),
    accompanyingMessage: () => this.beside(this.message(this.id('m'))),
    subProcess: (depth) => this.subProcess(this.block(depth)),
    subProcessError: (depth) => this.subProcessError(this.block(depth), this.block(depth - 1)),
    eventGateway: (depth) => this.eventGateway(this.block(depth - 1), this.block(depth - 1)),
    itemSubProcess: (depth) => this.subProcess(this.block(depth), this.itemsSettings(this.random.below(2) === 0)),
    eventSubProcess: (depth) => this.subProcess(this.block(depth), this.handler(true)),
    accompanyingEventSubProcess: (depth) => this.subProcess(this.block(depth), this.handler(false)),
    terminatingSubProcess: (depth) => this.terminating(this.block(depth), this.block(depth)),
    oddInclusive: (depth) => this.oddInclusive(this.block(depth), this.block(depth)),
  };

  private single(prefix: string, write: (id: string) => string): Block {
    const id = this.id(prefix);
    return { xml: write(id), first: id, last: id };
  }

  private sequence(a: Block, b: Block): Block {
    return { xml: a.xml + b.xml + flow(a.last, b.first), first: a.first, last: b.last };
  }

  private split(kind: 'exclusive' | 'inclusive', branches: readonly Block[]): Block {
    const [open, close] = [this.id('G'), this.id('J')];
    const last = branches.length - 1;
    const lines = branches.map((branch, index) => {
      const isDefault = index === last;
      return (
        branch.xml +
        flow(open, branch.first, isDefault ? undefined : this.answer(), isDefault ? `${open}_default` : undefined) +
        flow(branch.last, close)
      );
    });
    const xml = `<${kind}Gateway id="${open}" default="${open}_default"/><${kind}Gateway id="${close}"/>${lines.join('')}`;
    return { xml, first: open, last: close };
  }

  private parallel(branches: readonly Block[]): Block {
    const [open, close] = [this.id('P'), this.id('PJ')];
    const lines = branches.map((branch) => branch.xml + flow(open, branch.first) + flow(branch.last, close));
    return { xml: `<parallelGateway id="${open}"/><parallelGateway id="${close}"/>${lines.join('')}`, first: open, last: close };
  }

  private loop(inner: Block): Block {
    const [head, tail, after] = [this.id('L'), this.id('LT'), this.id('LA')];
    const xml = `<exclusiveGateway id="${head}"/><exclusiveGateway id="${tail}" default="${tail}_default"/><task id="${after}"/>${inner.xml}`;
    return {
      xml:
        xml +
        flow(head, inner.first) +
        flow(inner.last, tail) +
        flow(tail, head, this.answer()) +
        flow(tail, after, undefined, `${tail}_default`),
      first: head,
      last: after,
    };
  }

  private items(prefix: string, isSequential: boolean): Block {
    return this.single(prefix, (id) => `<userTask id="${id}">${this.itemsSettings(isSequential)}</userTask>`);
  }

  private itemsSettings(isSequential: boolean): string {
    const condition = this.random.below(2) === 0 ? `<completionCondition>= ${this.answer()}</completionCondition>` : '';
    return `<multiInstanceLoopCharacteristics isSequential="${isSequential}" engine:collection="= list" engine:itemVariable="item">${condition}</multiInstanceLoopCharacteristics>`;
  }

  /** An interrupting boundary event whose way joins the normal way again. */
  private boundary(host: Block, event: string, handler: Block): Block {
    const [id, join] = [this.id('B'), this.id('BJ')];
    const xml = `${host.xml}<boundaryEvent id="${id}" attachedToRef="${host.last}">${event}</boundaryEvent><exclusiveGateway id="${join}"/>${handler.xml}`;
    return { xml: xml + flow(id, handler.first) + flow(handler.last, join) + flow(host.last, join), first: host.first, last: join };
  }

  /** A boundary event that does not interrupt, with an automatic way of its own. */
  private beside(event: string): Block {
    const [host, id, step, end] = [this.id('T'), this.id('BN'), this.id('A'), this.id('E')];
    const xml = `<userTask id="${host}"/><boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="false">${event}</boundaryEvent><task id="${step}"/><endEvent id="${end}"/>`;
    return { xml: xml + flow(id, step) + flow(step, end), first: host, last: host };
  }

  private subProcess(inner: Block, more = ''): Block {
    const [id, start, end] = [this.id('SUB'), this.id('s'), this.id('e')];
    const xml = `<subProcess id="${id}">${more}<startEvent id="${start}"/><endEvent id="${end}"/>${inner.xml}${flow(start, inner.first)}${flow(inner.last, end)}</subProcess>`;
    return { xml, first: id, last: id };
  }

  private subProcessError(inner: Block, handler: Block): Block {
    const [question, bad] = [this.id('Q'), this.id('EE')];
    const tail = `<exclusiveGateway id="${question}" default="${question}_default"/><endEvent id="${bad}"><errorEventDefinition errorRef="E"/></endEvent>`;
    const end = this.single('A', (id) => `<task id="${id}"/>`);
    const all = {
      xml:
        inner.xml +
        tail +
        end.xml +
        flow(inner.last, question) +
        flow(question, bad, this.answer()) +
        flow(question, end.first, undefined, `${question}_default`),
      first: inner.first,
      last: end.last,
    };
    return this.boundary(this.subProcess(all), '<errorEventDefinition errorRef="E"/>', handler);
  }

  private eventGateway(a: Block, b: Block): Block {
    const [gateway, join] = [this.id('EG'), this.id('EJ')];
    const [byMessage, byTime] = [this.writers.message(0), this.writers.timer(0)];
    const xml = `<eventBasedGateway id="${gateway}"/><exclusiveGateway id="${join}"/>${byMessage.xml}${byTime.xml}${a.xml}${b.xml}`;
    const ways = flow(gateway, byMessage.first) + flow(gateway, byTime.first) + flow(byMessage.last, a.first) + flow(byTime.last, b.first);
    return { xml: xml + ways + flow(a.last, join) + flow(b.last, join), first: gateway, last: join };
  }

  private handler(isInterrupting: boolean): string {
    const inner = this.writers.task(0);
    const [id, start, end] = [this.id('ESP'), this.id('es'), this.id('ee')];
    const repeat = this.random.below(2) === 0 ? timer('R2/P1D', 'timeCycle') : this.message(id);
    const event = isInterrupting ? this.random.pick([timer('P1D'), this.message(`${id}m`)]) : repeat;
    return `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${start}" isInterrupting="${isInterrupting}">${event}</startEvent><endEvent id="${end}"/>${inner.xml}${flow(start, inner.first)}${flow(inner.last, end)}</subProcess>`;
  }

  private terminating(a: Block, b: Block): Block {
    const [fork, stop] = [this.id('P'), this.id('TE')];
    const xml = `<parallelGateway id="${fork}"/><endEvent id="${stop}"><terminateEventDefinition/></endEvent>${a.xml}${b.xml}${flow(fork, a.first)}${flow(fork, b.first)}${flow(a.last, stop)}`;
    return this.subProcess({ xml, first: fork, last: b.last });
  }

  /** An inclusive join behind a parallel split, one branch of which may end on its own. */
  private oddInclusive(a: Block, b: Block): Block {
    const [fork, question, alone, join] = [this.id('P'), this.id('Q'), this.id('E'), this.id('OJ')];
    const nodes = `<parallelGateway id="${fork}"/><exclusiveGateway id="${question}" default="${question}_default"/><endEvent id="${alone}"/><inclusiveGateway id="${join}"/>`;
    const ways =
      flow(fork, a.first) + flow(fork, b.first) + flow(a.last, join) + flow(b.last, question) + flow(question, join, this.answer());
    return { xml: nodes + a.xml + b.xml + ways + flow(question, alone, undefined, `${question}_default`), first: fork, last: join };
  }

  private message(owner: string): string {
    return `<messageEventDefinition messageRef="${this.messageRoot(owner)}"/>`;
  }

  private messageRoot(owner: string): string {
    const id = `Msg_${owner}`;
    this.roots.push(`<message id="${id}" name="${id}"/>`);
    return id;
  }
}

/** A random model as a BPMN file. The same seed gives the same file. */
export const randomModel = (seed: number, kinds: readonly Kind[], depth = 3): string => new ModelWriter(seed, kinds).file(depth);
