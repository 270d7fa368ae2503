import type { JsonObject, Tx } from '@fashen/plugin-api';
import type { NoticeKind } from './notice-kinds';

/** Something to be told to people. */
export interface NewNotice {
  readonly kind: NoticeKind;
  /** Principals: `person:li`, `role:legal-reviewer`, `role:legal-reviewer@legal`, `unit:legal`. */
  readonly to: readonly string[];
  /** The same source never tells the same person the same kind twice: the id of an event or of a job. At most 64 characters. */
  readonly sourceId: string;
  readonly instanceId?: string;
  readonly taskId?: string;
  /** Fill the gaps of the text, such as `title`, `businessKey`, `step`. Of a case both are filled in by themselves. */
  readonly params?: JsonObject;
}

/** Tells people something. Implemented by the plugin `notification`; for plugins whose notices do not follow from the table alone. */
export abstract class Notices {
  /** Writes in the open transaction, so the people are told exactly if it commits; mail goes out afterwards. */
  abstract tell(tx: Tx, notice: NewNotice): Promise<void>;
}
