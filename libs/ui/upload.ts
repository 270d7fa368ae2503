import { ApiError } from './api-error';

/** Where an upload goes, with the headers of the session. */
export interface UploadTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends multipart data and tells how much of it has gone, from 0 to 1. `fetch` cannot tell that. */
export function sendWithProgress(
  target: UploadTarget,
  body: FormData,
  onProgress: (share: number) => void,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', target.url);
    for (const [name, value] of Object.entries(target.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => (event.lengthComputable ? onProgress(event.loaded / event.total) : undefined);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new ApiError(0, 'ui.offline'));
    request.ontimeout = () => reject(new ApiError(0, 'ui.timeout'));
    request.send(body);
  });
}
