/** Bytes of base64url, with or without padding. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  return Uint8Array.from(plain, (c) => c.charCodeAt(0));
}

/** Bytes as base64url without padding. */
export function base64url(bytes: ArrayBuffer | Uint8Array): string {
  const all = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  const plain = [...all].map((b) => String.fromCharCode(b)).join('');
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Whether this browser and this page can use passkeys. */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential === 'function' && navigator.credentials !== undefined;
}

/** Has the browser make a passkey; its answer is as the service wants it. */
export async function makePasskey(given: Readonly<Record<string, unknown>>): Promise<unknown> {
  const options = inner(given);
  const publicKey =
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'
      ? PublicKeyCredential.parseCreationOptionsFromJSON(options as unknown as PublicKeyCredentialCreationOptionsJSON)
      : creationOptions(options);
  return answerOf(await asked(() => navigator.credentials.create({ publicKey })));
}

/** Has the browser sign in by a passkey; its answer is as the service wants it. */
export async function usePasskey(given: Readonly<Record<string, unknown>>): Promise<unknown> {
  const options = inner(given);
  const publicKey =
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
      ? PublicKeyCredential.parseRequestOptionsFromJSON(options as unknown as PublicKeyCredentialRequestOptionsJSON)
      : requestOptions(options);
  return answerOf(await asked(() => navigator.credentials.get({ publicKey })));
}

/** The browser or the person said no; `message` is for people. */
export class PasskeyRefused extends Error {}

/** For browsers that do not read JSON themselves. */
export function creationOptions(o: Readonly<Record<string, unknown>>): PublicKeyCredentialCreationOptions {
  const user = o['user'] as Record<string, unknown>;
  return {
    ...o,
    challenge: bytesOf(String(o['challenge'])),
    user: { ...user, id: bytesOf(String(user['id'])) },
    excludeCredentials: descriptors(o['excludeCredentials']),
  } as unknown as PublicKeyCredentialCreationOptions;
}

/** For browsers that do not read JSON themselves. */
export function requestOptions(o: Readonly<Record<string, unknown>>): PublicKeyCredentialRequestOptions {
  return {
    ...o,
    challenge: bytesOf(String(o['challenge'])),
    allowCredentials: descriptors(o['allowCredentials']),
  } as unknown as PublicKeyCredentialRequestOptions;
}

/** The service gives what `navigator.credentials` takes as a whole: the options are its `publicKey`. */
function inner(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return (given['publicKey'] as Readonly<Record<string, unknown>> | undefined) ?? given;
}

function descriptors(list: unknown): PublicKeyCredentialDescriptor[] {
  return (Array.isArray(list) ? (list as Record<string, unknown>[]) : []).map(
    (d) => ({ ...d, id: bytesOf(String(d['id'])) }) as unknown as PublicKeyCredentialDescriptor,
  );
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask();
    if (credential) return credential as PublicKeyCredential;
  } catch (e) {
    if (!(e instanceof DOMException)) throw e;
    if (e.name === 'InvalidStateError') throw new PasskeyRefused('This device has a passkey for you already.');
    if (e.name === 'SecurityError') throw new PasskeyRefused('Passkeys do not work at this address.');
  }
  throw new PasskeyRefused('No passkey was used. Nothing was changed.');
}

function answerOf(credential: PublicKeyCredential): unknown {
  if (typeof credential.toJSON === 'function') return credential.toJSON();
  const r = credential.response as Partial<AuthenticatorAttestationResponse> & Partial<AuthenticatorAssertionResponse>;
  const binary = (value: ArrayBuffer | null | undefined) => (value ? base64url(value) : undefined);
  return {
    id: credential.id,
    rawId: base64url(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    ...(credential.authenticatorAttachment ? { authenticatorAttachment: credential.authenticatorAttachment } : {}),
    response: {
      clientDataJSON: binary(r.clientDataJSON),
      ...(r.attestationObject
        ? { attestationObject: base64url(r.attestationObject), transports: r.getTransports?.() ?? [] }
        : { authenticatorData: binary(r.authenticatorData), signature: binary(r.signature), userHandle: binary(r.userHandle) }),
    },
  };
}
