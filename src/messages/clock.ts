/** `2:05` of 125: minutes and seconds of seconds, hours and minutes of minutes. */
export function clock(count: number): string {
  return `${Math.floor(count / 60)}:${String(Math.floor(count % 60)).padStart(2, '0')}`;
}
