/** What a site is for: answering reads, taking writes. */
export type FunctionName = 'reads' | 'writes';
