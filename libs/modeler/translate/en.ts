/** Shorter names for tools and parts whose titles stand under their icons in the palette. */
export const en: Readonly<Record<string, string>> = {
  'Activate hand tool': 'Move',
  'Activate lasso tool': 'Select',
  'Activate create/remove space tool': 'Space',
  'Activate global connect tool': 'Connect',
  'Create start event': 'Start',
  'Create end event': 'End',
  'Create gateway': 'Choice',
  'Create expanded sub-process': 'Nested',
  'In parallel': 'Parallel',
};
