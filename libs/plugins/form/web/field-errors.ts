import type { Form } from '@bpmn-io/form-js-viewer';
import type { FieldProblem } from '@fashen/ui';

interface DrawnField {
  readonly id: string;
  readonly key?: string;
}

interface FieldRegistry {
  getAll(): readonly DrawnField[];
}

/**
 * Writes what the server found wrong below the fields. form-js has no public call for that, so the same state is set that
 * its own validation sets. Returns the problems whose field is not in the form.
 */
export function showFieldErrors(form: Form, problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const fields = form.get<FieldRegistry>('formFieldRegistry').getAll();
  const errors: Record<string, string[]> = {};
  const homeless = problems.filter((problem) => {
    const field = fields.find((candidate) => candidate.key === problem.key);
    if (!field) return true;
    (errors[field.id] ??= []).push(problem.text);
    return false;
  });
  form._setState({ errors });
  return homeless;
}
