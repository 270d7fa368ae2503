import { kernelErrors } from './kernel.errors';
import type { KernelState } from './types';

/**
 * Brings a saved state to the format of this release. The only place that knows older formats: a new format adds one function here and
 * keeps a saved example under `libs/engine/test/states`.
 */
export function readState(saved: unknown): KernelState {
  if (isState(saved)) return saved;
  const version = typeof saved === 'object' && saved !== null && 'v' in saved ? String(saved.v) : 'none';
  throw kernelErrors.STATE_UNKNOWN({ version });
}

const isState = (saved: unknown): saved is KernelState =>
  typeof saved === 'object' && saved !== null && 'v' in saved && saved.v === 1 && 't' in saved && Array.isArray(saved.t);
