import type { FormComponent, FormSchema } from '../model';

const listTypes = ['checklist', 'taglist'];

/**
 * The schema as form-js can draw it. Bounds of length on a list mean a number of choices here, but form-js measures
 * text with them and breaks; the server judges them and its answer comes back to the field.
 */
export function drawnSchema(schema: FormSchema): FormSchema {
  return { ...schema, components: schema.components.map((component) => (isBoundedList(component) ? withoutLength(component) : component)) };
}

function isBoundedList({ type, validate }: FormComponent): boolean {
  return listTypes.includes(type) && (validate?.minLength !== undefined || validate?.maxLength !== undefined);
}

function withoutLength(component: FormComponent): FormComponent {
  const { minLength: _min, maxLength: _max, ...validate } = component.validate ?? {};
  return { ...component, validate };
}
