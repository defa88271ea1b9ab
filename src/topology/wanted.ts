/** What a reference may lead to. */
export type Wanted =
  | 'listener'
  | 'server'
  | 'read-source'
  | 'address'
  | 'database'
  | 'component'
  | 'certificate'
  | 'source-of-packets'
  | 'link-end';
