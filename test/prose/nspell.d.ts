/** What of nspell the spelling test uses; the package has no types of its own. */
declare module 'nspell' {
  export default function nspell(dictionary: { readonly aff: Buffer; readonly dic: Buffer }): {
    correct(word: string): boolean;
  };
}
