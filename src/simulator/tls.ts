import type { Certificate, Micros, Tls } from '../topology/types.ts';
import type { Path } from './path.ts';

/**
 * CPU of a handshake in microseconds beyond that of a plain connection: recorded from HAProxy 2.6.12 with OpenSSL 3.0
 * on one core (full RSA-2048 650 to 716, ECDSA P-256 428 to 499, resumed 329 to 402 in TLS 1.3 and 152 to 225 in
 * TLS 1.2, against 45 in plain).
 */
const FULL = { rsa2048: { '1.2': 590, '1.3': 640 }, ecdsa: { '1.2': 400, '1.3': 420 } } as const;
const RESUMED = { '1.2': 145, '1.3': 320 } as const;

/** CPU that the end with the certificate spends on one handshake. */
export function handshakeWork(key: Certificate['key'], version: Tls['version'], resumed: boolean): Micros {
  return resumed ? RESUMED[version] : FULL[key][version];
}

/**
 * Time that the handshake adds before the first byte of the request: one round trip in TLS 1.3, two in TLS 1.2, one
 * when a TLS 1.2 session is resumed (RFC 8446 figure 1, RFC 5246 figures 1 and 2).
 */
export function handshakeTime(tls: Tls, path: Path, resumed: boolean): Micros {
  const roundTrips = tls.version === '1.2' && !resumed ? 2 : 1;
  return roundTrips * (path.forth.delay + path.back.delay);
}
