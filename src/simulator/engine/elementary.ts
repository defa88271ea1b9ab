/**
 * Logarithm and exponential from additions and multiplications only. Math.log and Math.exp may differ in the last
 * bit between versions of V8; a simulated run must be the same, byte by byte, everywhere.
 */
const LN2 = Math.LN2;
const view = new DataView(new ArrayBuffer(8));

/** Natural logarithm of a positive finite number. */
export function log(x: number): number {
  view.setFloat64(0, x);
  const high = view.getUint32(0);
  let exponent = (high >>> 20) - 1023;
  view.setUint32(0, (high & 0x000fffff) | 0x3ff00000);
  let mantissa = view.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  // ln m = 2 artanh((m-1)/(m+1)); |s| <= 0.172, so eight terms reach the last bits
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  const series =
    1 +
    z *
      (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z / 17)))))));
  return exponent * LN2 + 2 * s * series;
}

/** e to the power of x, for |x| < 700. */
export function exp(x: number): number {
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let term = 1;
  let sum = 1;
  for (let i = 1; i < 16; i++) {
    term *= r / i;
    sum += term;
  }
  view.setUint32(0, (k + 1023) << 20);
  view.setUint32(4, 0);
  return sum * view.getFloat64(0);
}
