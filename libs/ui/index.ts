/** The kit of the browser application: contract of web plugins, API client, texts, theme and components. */
export { defineWebPlugin } from './web-plugin';
export type {
  ActPanelProps,
  BatchActProps,
  CaseAction,
  CaseActionProps,
  CaseOffer,
  CaseContentProps,
  CasePartProps,
  CaseRecordProps,
  DeadlineLightProps,
  FieldProblem,
  FormViewHandle,
  FormViewProps,
  NavigationEntry,
  NextTaskProps,
  OpinionBoxHandle,
  OpinionBoxProps,
  ProcessPartProps,
  ShortcutGroup,
  StartFormProps,
  TaskAction,
  TaskActionProps,
  TaskFormProps,
  TaskNoteProps,
  TaskPartProps,
  WebPage,
  WebParts,
  WebPlugin,
  WrittenOpinion,
} from './web-plugin';
export {
  useCaseActions,
  useCaseNotes,
  useHasActs,
  usePart,
  useShortcutGroups,
  useTaskActions,
  useTaskForm,
  WebPluginsProvider,
} from './web-registry';
export type { PluginAction, PluginCaseAction, PluginShortcuts } from './web-registry';
export { ApiClient, withQuery } from './api-client';
export type { ApiClientOptions, RequestOptions } from './api-client';
export { ApiError, asApiError, isWorthRetrying } from './api-error';
export { createAttempt, randomKey, useAttempt } from './attempt';
export type { Attempt } from './attempt';
export { readClock, useMinute } from './clock';
export { findDraft, removeDraft, removeOldDrafts, saveDraft } from './draft-store';
export type { Draft } from './draft-store';
export { useErrorText } from './error-text';
export { useFindingText } from './finding-text';
export type { FindingText } from './finding-text';
export { clockText, dayText, dayTimeText, durationText, momentText, shortDayText, sizeText } from './format';
export type { Moment } from './format';
export { judgeDeadline } from './deadline.rules';
export type { Deadline, DeadlineState } from './deadline.rules';
export { isKeyTaken, useGoesOn, useKeyShortcuts, useLetterKeys } from './key-shortcuts';
export { isMissingChunk, lazyComponent, mayReload } from './lazy-component';
export { usePageTitle } from './page-title';
export { SubmitFailure } from './components/SubmitFailure';
export { useDraft } from './use-draft';
export type { OtherDraft, TaskDraftState } from './use-draft';
export { DraftConflict } from './components/DraftConflict';
export { TaskDraft } from './components/TaskDraft';
export type { DraftState } from './use-draft';
export { usePersonNames } from './person-names';
export { useOpinionSlot } from './opinion-slot';
export type { OpinionSlot, OpinionSlotOptions } from './opinion-slot';
export { usePagedList } from './queries';
export type { PagedList } from './queries';
export { SessionProvider, useHolderId, usePermission, useSession } from './session';
export type { Acting, Session } from './session';
export { createTexts, storedLocale, TextsProvider, useHasText, useLocale, useText, useTextOf } from './texts';
export type { Gaps, Text, TextSource } from './texts';
export { useTextSize } from './text-size';
export { fontFamily, palette, textSizes, themeOf } from './theme';
export type { TextSize } from './theme';
export { useIsNarrow } from './use-is-narrow';
export { PRINT_WHOLE, useWholePrint } from './use-whole-print';
export type {
  PanelKind,
  SessionPerson,
  Wire,
  WireAffected,
  WireCase,
  WireInstance,
  WireInstanceSummary,
  WireMovedTo,
  WireOperated,
  WireOperationOffer,
  WirePage,
  WirePrincipal,
  WireSession,
  WireTask,
  WireTaskDetail,
} from './wire';
export { decidesStep, endsCase, useForeseen } from './use-foreseen';
export type { Foreseen, ForeseenAct } from './use-foreseen';
export { useOperation } from './use-operation';
export type { Operation } from './use-operation';
export { AffectedList } from './components/AffectedList';
export { OperationDialog } from './components/OperationDialog';
export type { OperationDialogProps } from './components/OperationDialog';
export { useConfirmAct } from './components/ConfirmAct';
export type { Act } from './components/ConfirmAct';
export { CopyText } from './components/CopyText';
export { DataTable, MoreButton } from './components/DataTable';
export { DeadlineLight, Light } from './components/DeadlineLight';
export { ExplanationTable, valueText } from './components/ExplanationTable';
export type { ExplanationWords } from './components/ExplanationTable';
export { conditionsOf, decidingRows, knownValues, readableTest } from './explanation.rules';
export type { Condition } from './explanation.rules';
export { ActButton } from './components/ActButton';
export { MoreActs } from './components/MoreActs';
export type { MoreAct } from './components/MoreActs';
export { HashBadge } from './components/HashBadge';
export { PageHead } from './components/PageHead';
export { Candidates, PersonName, usePrincipalText } from './components/PersonName';
export { PersonPicker } from './components/PersonPicker';
export type { PersonChoice } from './components/PersonPicker';
export { RecordTimeline } from './components/RecordTimeline';
export type { TimelineLine } from './components/RecordTimeline';
export { EmptyView, ErrorView, LoadingView, StateView } from './components/StateView';
export type { ReadState } from './components/StateView';
