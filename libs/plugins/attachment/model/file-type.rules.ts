/** A kind of file that may be attached. */
export interface FileKind {
  /** Extensions in small letters, without dot. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
}

/** What may be attached: documents, pictures, recordings. Nothing that a browser would run. */
export const fileKinds: readonly FileKind[] = [
  { extensions: ['pdf'], mediaType: 'application/pdf' },
  { extensions: ['docx'], mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  { extensions: ['xlsx'], mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  { extensions: ['png'], mediaType: 'image/png' },
  { extensions: ['mp4'], mediaType: 'video/mp4' },
  { extensions: ['mp3'], mediaType: 'audio/mpeg' },
  { extensions: ['txt'], mediaType: 'text/plain' },
];

/** The kind an extension promises, if it is on the list. */
export const kindOfName = (name: string): FileKind | undefined => fileKinds.find((kind) => kind.extensions.includes(extensionOf(name)));

/** Text after the last dot, in small letters; empty when there is none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const NAME_LENGTH = 150;
// Control characters, marks that turn the direction of writing ("exe.pdf" shown for "fdp.exe"), zero-width characters.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/**
 * The name under which a file is shown and offered for download: last part of the path, without invisible characters, shortened
 * in front of the extension. Files are stored under their hash, so a name never reaches the file system. Empty when nothing is left.
 */
export function cleanName(raw: string): string {
  const base = raw.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const visible = base.replace(invisible, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '').trim();
  const characters = [...visible];
  if (characters.length <= NAME_LENGTH) return visible;
  const extension = [...`.${extensionOf(visible)}`].slice(0, 10);
  return [...characters.slice(0, NAME_LENGTH - extension.length), ...extension].join('');
}

/** The `Content-Disposition` of a download by RFC 6266: always saved, never shown, the real name in UTF-8. */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const marked = /<\s*(!doctype|html|head|body|script|svg|iframe|\?xml|\?php)/i;

/** True when a text is really markup that a browser or server would act on. */
export const looksLikeMarkup = (start: string): boolean => marked.test(start);
