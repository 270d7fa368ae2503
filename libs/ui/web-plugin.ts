import type { ComponentType, ReactNode } from 'react';
import type { JsonObject, Messages } from '@fashen/plugin-api';
import type { WireCase, WireOperationOffer, WireTask, WireTaskDetail } from './wire';

/** What a task form gets. */
export interface TaskFormProps {
  readonly task: WireTaskDetail;
  /** Call after the server has accepted the act. */
  readonly onDone: () => void;
  /** Call when the task turned out to have changed meanwhile, so that the page reads it again. What was typed stays. */
  readonly onStale: () => void;
}

/** What a part of the case workspace gets. */
export interface CasePartProps {
  readonly caseId: string;
  readonly view: WireCase;
}

/** The record of a case; linked with the diagram both ways. */
export interface CaseRecordProps extends CasePartProps {
  /** Node whose lines are marked. */
  readonly selectedNodeId?: string;
  readonly onSelectNode: (nodeId: string | undefined) => void;
}

/** What a part of the page of a process gets. */
export interface ProcessPartProps {
  readonly processKey: string;
}

/** What the form that starts a case gets. */
export interface StartFormProps {
  readonly processKey: string;
  readonly onStarted: (caseId: string) => void;
}

/** Something the server found wrong with one answer, in words. */
export interface FieldProblem {
  /** Path of the field, such as `party.name`. */
  readonly key: string;
  readonly text: string;
}

/** What the owner of a drawn form may ask of it. */
export interface FormViewHandle {
  /** The answers, and how many fields are wrong; wrong fields say so themselves, and the first gets the focus unless `keepFocus` is set. */
  readonly read: (keepFocus?: boolean) => { readonly data: JsonObject; readonly problems: number };
  /** Shows at the fields what the server found wrong. Returns the problems whose field is not there. */
  readonly show: (problems: readonly FieldProblem[]) => readonly FieldProblem[];
}

/** What a drawn form gets. */
export interface FormViewProps {
  /** form-js schema. */
  readonly schema: object;
  readonly data: JsonObject;
  /** Called after a person changed an answer. */
  readonly onChange?: (data: JsonObject) => void;
  readonly handle: { current: FormViewHandle | null };
}

/** What the panel gets in which a task is claimed, done or explained. */
export interface ActPanelProps {
  readonly taskId: string;
  /** Called once the person has done the task. */
  readonly onDone?: () => void;
  /** Called after a task was done, claimed or put back, so that the page around it reads again. */
  readonly onChanged: () => void;
}

/** What the part gets that leads to the next task of one's own. */
export interface NextTaskProps {
  /** The task that is in sight anyway. */
  readonly exceptId?: string;
}

/** What the part gets that does the same to several tasks. */
export interface BatchActProps {
  /** The chosen tasks, possibly of several steps; may be none. */
  readonly tasks: readonly WireTask[];
  /** Call after some of them were done and the person has read what became of each. */
  readonly onDone: () => void;
}

/** What gets the part that tells beforehand what a task is about. */
export interface TaskNoteProps {
  readonly task: WireTask;
}

/** What gets the part that explains a task. */
export interface TaskPartProps {
  readonly task: WireTaskDetail;
}

/** What the dialog of an operation on a task gets. */
export interface TaskActionProps {
  readonly task: WireTaskDetail;
  readonly offer: WireOperationOffer;
  /** Call after the server has done it. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A button on a task. At most two stand in sight, the rest under "more"; what cannot be done now is grey and says why. */
export interface TaskAction {
  /** Id of the operation on the server, such as `approval.transfer`. */
  readonly id: string;
  /** Key of the button's text in the `ui` texts of the plugin. */
  readonly textKey: string;
  /** Small numbers stand first. 10 to 19 decide, 20 to 39 ask others, 40 to 59 send back, 60 and more tell. */
  readonly order: number;
  /** Cannot be undone: the button is marked and the dialog shows what will happen first. */
  readonly isDanger?: boolean;
  /** Letter that opens the dialog while the task is in sight. */
  readonly letter?: string;
  readonly dialog: ComponentType<TaskActionProps>;
}

/** What the part gets that shows what people have filled in. */
export interface CaseContentProps {
  readonly caseId: string;
  /** Revision of the case, so that it is read again after a change. */
  readonly revision?: number;
}

/** What the dialog of an operation on a case gets. */
export interface CaseActionProps extends CasePartProps {
  readonly onClose: () => void;
}

/** Whether an operation on a case can be done now. */
export interface CaseOffer {
  /** Error code that says why not; absent when it can. */
  readonly reason?: string;
}

/** A button in the head of a case, for an operation on the case as a whole. At most two stand in sight, the rest under "more". */
export interface CaseAction {
  /** `<plugin>.<operation>`. */
  readonly id: string;
  /** Key of the button's text in the `ui` texts of the plugin. */
  readonly textKey: string;
  /** Small numbers stand first. */
  readonly order: number;
  readonly isDanger?: boolean;
  /** A hook: what the signed-in person is offered on this case; `undefined` hides the button. */
  readonly useOffer: (props: CasePartProps) => CaseOffer | undefined;
  readonly dialog: ComponentType<CaseActionProps>;
}

/** A term as a light shows it. */
export interface DeadlineLightProps {
  readonly dueAt?: string;
  readonly ended?: boolean;
  /** The task it is about; with it the light can say why it is due on its day, or why it has none. */
  readonly task?: Pick<WireTask, 'id' | 'instanceId' | 'executionId'>;
  /** Draws nothing where there is no term. */
  readonly isQuiet?: boolean;
  /** Stands inside a button, so it must not be one itself. */
  readonly isInControl?: boolean;
}

/** What a person says about a task. */
export interface WrittenOpinion {
  readonly text: string;
  readonly clauses: readonly string[];
}

/** What the owner of a task form may ask of the opinion box in it. */
export interface OpinionBoxHandle {
  /**
   * Hands the opinion to the server and sends the act. Where the step asks for a signature the server says over what; the person signs and
   * the act is sent again. Rejects with what is wrong. `foreseen` says, beside what is signed, what the act will do.
   */
  readonly submit: <T>(send: () => Promise<T>, foreseen?: ReactNode) => Promise<T>;
  /** Whether the step asks for a signature. */
  readonly isSigned: boolean;
}

/** What the box gets in which an opinion is written. Task forms have it through `useOpinionSlot`. */
export interface OpinionBoxProps {
  readonly task: WireTaskDetail;
  readonly handle: { current: OpinionBoxHandle | null };
  /** Called with the opinion as it stands, at the beginning too. */
  readonly onContent?: (opinion: WrittenOpinion) => void;
  /** Draws no field: the opinion is given by the act itself, and only signed here. */
  readonly signsOnly?: boolean;
  /** Drawn instead where the step asks for no opinion. */
  readonly children?: ReactNode;
}

/** Parts that one plugin draws inside a page of another one. The first plugin that offers a part draws it. */
export interface WebParts {
  readonly formView: ComponentType<FormViewProps>;
  readonly startForm: ComponentType<StartFormProps>;
  readonly actPanel: ComponentType<ActPanelProps>;
  /** The way to the next task of one's own, where the present one is not one's own or over. */
  readonly nextTask: ComponentType<NextTaskProps>;
  /** Beside the chosen rows of a list of tasks: a button and its dialog. */
  readonly batchAct: ComponentType<BatchActProps>;
  /** Where the opinion on a task is written. */
  readonly opinionBox: ComponentType<OpinionBoxProps>;
  readonly caseDocuments: ComponentType<CasePartProps>;
  readonly caseRecord: ComponentType<CaseRecordProps>;
  readonly caseBasis: ComponentType<CasePartProps>;
  /** What those who handled the case have said. */
  readonly caseOpinions: ComponentType<CasePartProps>;
  /** What people have filled in, for those who read before they decide. */
  readonly caseContent: ComponentType<CaseContentProps>;
  /** A small tool in the top bar, beside the search. */
  readonly topBarTool: ComponentType;
  /** Switches to the work of those for whom one may act; in the top bar. */
  readonly actingSwitch: ComponentType;
  /** Says above every page for whom one acts, with the way back. */
  readonly actingBanner: ComponentType;
  /** Who else reads the case. */
  readonly caseReaders: ComponentType<CasePartProps>;
  /** Why a task came back, where the head of its case is not in sight. Draws nothing when it has nothing to say. */
  readonly taskNote: ComponentType<TaskNoteProps>;
  /** How a task stands with others; for those who cannot do it now. Draws nothing when it has nothing to say. */
  readonly taskStanding: ComponentType<TaskPartProps>;
  readonly caseClocks: ComponentType<CasePartProps>;
  /** Cases that still run in older versions of a process; draws nothing when there are none. */
  readonly oldVersionCases: ComponentType<ProcessPartProps>;
  readonly deadlineLight: ComponentType<DeadlineLightProps>;
}

/** An entry of the left navigation. */
export interface NavigationEntry {
  /** Key in the `ui` texts of the plugin. */
  readonly textKey: string;
  readonly icon: ComponentType;
  /** Small numbers stand first. */
  readonly order: number;
  /** Letter that leads here after `g`. */
  readonly letter?: string;
}

/** What keys do on a page, for the list of shortcuts. */
export interface ShortcutGroup {
  /** Key in the `ui` texts of the plugin, as are those of the shortcuts. */
  readonly titleKey: string;
  readonly shortcuts: readonly (readonly [keys: string, textKey: string])[];
}

/** A page of a plugin. It is loaded when somebody goes there. */
export interface WebPage {
  /** Path without the leading slash, such as `cases/:caseId`. */
  readonly path: string;
  readonly navigation?: NavigationEntry;
  /** Hides the page from those without it; the server refuses them anyway. */
  readonly permission?: string;
  readonly load: () => Promise<ComponentType>;
}

/** What a plugin adds to the browser application: plain data, joined with its server part by the id. */
export interface WebPlugin {
  /** The same id as the server plugin. */
  readonly id: string;
  /** Forms of the act panel by panel kind. */
  readonly taskForms?: Readonly<Record<string, ComponentType<TaskFormProps>>>;
  /** Panel kinds whose form shows the buttons in sight itself: all other operations on such a task stand under "more". */
  readonly formsWithActs?: readonly string[];
  readonly actions?: readonly TaskAction[];
  /** Lines in the head of a case, such as why it was returned. Each draws nothing when it has nothing to say. */
  readonly caseNotes?: readonly ComponentType<CasePartProps>[];
  readonly caseActions?: readonly CaseAction[];
  readonly parts?: Partial<WebParts>;
  readonly pages?: readonly WebPage[];
  readonly shortcuts?: readonly ShortcutGroup[];
  readonly messages: Messages;
}

/** Declares a web plugin. Only gives the literal its type. */
export function defineWebPlugin(plugin: WebPlugin): WebPlugin {
  return plugin;
}
