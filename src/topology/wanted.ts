/** What a reference may lead to. */
export type Wanted =
  | 'listener'
  | 'address'
  | 'database'
  | 'component'
  | 'certificate'
  | 'source-of-packets'
  | 'link-end';
