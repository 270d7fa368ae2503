/** What a request says about where it comes from. */
export interface Origins {
  /** Header `Origin`; absent when the client is no browser. */
  readonly origin?: string;
  /** Header `Host`. */
  readonly host?: string;
  /** Address that browsers use, when the settings name one. */
  readonly publicUrl?: string;
}

/** True when a page of another site sent the request. Without the header nothing is said: the CSRF token decides. */
export function isForeignOrigin({ origin, host, publicUrl }: Origins): boolean {
  if (origin === undefined) return false;
  const sender = parsedUrl(origin);
  if (!sender) return true;
  if (publicUrl) return sender.origin !== new URL(publicUrl).origin;
  return sender.host !== host;
}

function parsedUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
