import type { Certificate } from '@fashen/plugin-api';
import { roleTable } from './role-table';

/** Permissions that come with these roles, each once, in a fixed order. An unknown role brings nothing. */
export function permissionsOf(roles: readonly string[]): readonly string[] {
  const held = roleTable.filter((role) => roles.includes(role.id));
  return [...new Set(held.flatMap((role) => role.permissions))].sort();
}

/** True when the certificate was in force on that day (`YYYY-MM-DD`), first and last day included. */
export function isInForce(certificate: Certificate, day: string): boolean {
  if (day < certificate.validFrom) return false;
  return certificate.validTo === undefined || day <= certificate.validTo;
}
