import type { CourseSurvey, JsonObject, MovePreview } from '@fashen/plugin-api';
import { isWorkflowError } from '@fashen/plugin-api';
import { type CompiledProcess, type CourseStep, kernelErrors, type KernelState, rebuild, type Rebuilt, waitsOf } from '../kernel';
import { visitsOf } from './course-visits';

interface Standing {
  readonly state: KernelState;
  readonly variables: JsonObject;
}

/** What a course worked off anew shows to people. */
export function previewOf({ closed, opened, undone }: Rebuilt): MovePreview {
  return {
    closed: closed.map(({ executionId, nodeId }) => ({ executionId, nodeId })),
    opened: opened.filter(({ role }) => role === 'activity').map(({ nodeId }) => ({ nodeId })),
    undone,
  };
}

/** All visits of a course, and what reopening each ended one alone would do. Of an instance that has ended nothing can be reopened. */
export function surveyOf(process: CompiledProcess, standing: Standing, course: readonly CourseStep[], now: Date): CourseSurvey {
  const waits = waitsOf(process, standing.state);
  const visits = visitsOf(process, course, new Set(waits.map(({ executionId }) => executionId)));
  const ended = waits.length === 0 ? [] : visits.filter(({ endedBy }) => endedBy !== undefined);
  const undoing = ended.flatMap(({ executionId }) => {
    const preview = findPreview(() => rebuild(process, standing, { course, reopen: [executionId] }, { now }));
    return preview ? [[executionId, preview] as const] : [];
  });
  return { visits, undoing: new Map(undoing) };
}

function findPreview(work: () => Rebuilt): MovePreview | undefined {
  try {
    return previewOf(work());
  } catch (error) {
    if (isWorkflowError(error) && error.code === kernelErrors.NOTHING_WAITS.code) return undefined;
    throw error;
  }
}
