import { ApiError } from './api-error';

/** What an upload needs to know about the session. */
export interface UploadTarget {
  readonly url: string;
  readonly csrfToken: string;
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
    request.setRequestHeader('x-csrf-token', target.csrfToken);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => (event.lengthComputable ? onProgress(event.loaded / event.total) : undefined);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new ApiError(0, 'ui.offline'));
    request.ontimeout = () => reject(new ApiError(0, 'ui.timeout'));
    request.send(body);
  });
}
