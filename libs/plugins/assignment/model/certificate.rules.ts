import type { Certificate, Person } from '@fashen/plugin-api';

/** True when the person holds a certificate of one of the kinds that is valid on the day. Both ends of the validity count. */
export function holdsCertificate(person: Person, kinds: readonly Certificate['kind'][], day: string): boolean {
  return person.certificates.some((certificate) => kinds.includes(certificate.kind) && isValidOn(certificate, day));
}

/** True from the first to the last day of validity, both included. Days are `YYYY-MM-DD` and compare as text. */
export function isValidOn(certificate: Certificate, day: string): boolean {
  return certificate.validFrom <= day && (certificate.validTo === undefined || day <= certificate.validTo);
}

/** The calendar day at an instant, for a fixed offset from UTC (China: 480 minutes, without summer time). */
export function dayOf(instant: Date, utcOffsetMinutes: number): string {
  return new Date(instant.getTime() + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** True for a calendar day written as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
