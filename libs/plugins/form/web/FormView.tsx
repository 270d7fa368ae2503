import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './form.css';
import { Form } from '@bpmn-io/form-js-viewer';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { JsonObject } from '@fashen/plugin-api';
import { ErrorView, type FormViewHandle, type FormViewProps, useHasText, useLocale, useText } from '@fashen/ui';
import type { FormSchema } from '../model';
import { keepCalendarInSight, nameDays } from './date-picker';
import { drawnSchema } from './drawn-schema.rules';
import { showFieldErrors } from './field-errors';

type Translate = (template: string, replacements?: Readonly<Record<string, unknown>>) => string;

/** Words of form-js in the language of the page; what has no text stays as it is. */
function useTranslate(): Translate {
  const text = useText('form');
  const hasText = useHasText();
  return (template, replacements = {}) => {
    const key = `formjs.${template}`;
    if (hasText('form', key)) return text(key, replacements);
    return template.replace(/\{(\w+)\}/g, (gap, name: string) => String(replacements[name] ?? gap));
  };
}

function focusFirstWrong(box: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = box?.querySelector('.fjs-has-errors, .hasErrors')?.closest('.fjs-form-field');
    field?.querySelector<HTMLElement>('input, textarea, [tabindex]')?.focus();
  });
}

/** Tells when a person first touches the form: form-js also reports changes of its own while it fills in defaults. */
function watchTouch(box: HTMLElement, onTouch: () => void): () => void {
  const events = ['pointerdown', 'keydown', 'input'] as const;
  events.forEach((name) => box.addEventListener(name, onTouch, true));
  return () => events.forEach((name) => box.removeEventListener(name, onTouch, true));
}

function handleOf(form: Form, box: HTMLElement | null): FormViewHandle {
  return {
    read: (keepFocus = false) => {
      const { data, errors } = form.submit();
      const problems = Object.values(errors).flat().length;
      if (problems > 0 && !keepFocus) focusFirstWrong(box);
      return { data: data as JsonObject, problems };
    },
    show: (problems) => {
      const homeless = showFieldErrors(form, problems);
      focusFirstWrong(box);
      return homeless;
    },
  };
}

/** Draws a form-js form. Switching the language draws it again with what was typed. */
export function FormView({ schema, data, onChange, handle }: FormViewProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const typed = useRef<JsonObject>(data);
  const changed = useRef(onChange);
  const translate = useRef<Translate>(undefined);
  const { locale } = useLocale();
  const [failure, setFailure] = useState<unknown>();
  const text = useText('form');
  translate.current = useTranslate();
  changed.current = onChange;

  useEffect(() => {
    if (!box.current) return undefined;
    let isAlive = true;
    let isReady = false;
    let isTouched = false;
    const words: Translate = (template, replacements) => translate.current?.(template, replacements) ?? template;
    const forgetTouch = watchTouch(box.current, () => (isTouched = true));
    const forgetCalendar = keepCalendarInSight(box.current);
    nameDays(locale);
    const form = new Form({ container: box.current, additionalModules: [{ translate: ['value', words] }] });
    form.on('changed', (state: { readonly data: JsonObject }) => {
      if (!isReady || !isTouched) return;
      typed.current = state.data;
      changed.current?.(state.data);
    });
    form.importSchema(drawnSchema(schema as FormSchema), typed.current).then(
      () => {
        if (!isAlive) return;
        isReady = true;
        handle.current = handleOf(form, box.current);
      },
      (error: unknown) => (isAlive ? setFailure(error) : undefined),
    );
    return () => {
      isAlive = false;
      handle.current = null;
      forgetTouch();
      forgetCalendar();
      form.destroy();
    };
  }, [schema, locale, handle]);

  if (failure) return <ErrorView error={failure} />;
  const words = { '--fs-select-words': JSON.stringify(text('formjs.Select')) } as Record<string, string>;
  return <div ref={box} className="fs-form" style={words} />;
}
