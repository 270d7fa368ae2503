import { type DayNames, dayNamesIn } from './day-names.rules';

/** The part of flatpickr, the date picker inside form-js, that is used here. It makes itself known to the window. */
interface DatePicker {
  readonly localize: (names: DayNames) => void;
}

/** Names months and days in date pickers that are drawn from now on. */
export function nameDays(locale: string): void {
  (window as { readonly flatpickr?: DatePicker }).flatpickr?.localize(dayNamesIn(locale));
}

/** Brings a calendar that opens at the lower edge into sight. Returns how to stop. */
export function keepCalendarInSight(box: HTMLElement): () => void {
  const look = (): void => {
    requestAnimationFrame(() => box.querySelector('.flatpickr-calendar.open')?.scrollIntoView({ block: 'nearest' }));
  };
  box.addEventListener('focusin', look);
  return () => box.removeEventListener('focusin', look);
}
