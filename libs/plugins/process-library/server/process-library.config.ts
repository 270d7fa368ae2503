import { z } from 'zod';

/** Settings of the plugin. */
export const processLibraryConfig = z.object({
  /**
   * One person may draw and publish. Small bureaus have one modeler; with `false` a second one must publish what the first has saved.
   */
  allowSinglePublisher: z.boolean().default(true),
});
export type ProcessLibraryConfig = z.infer<typeof processLibraryConfig>;
