/** A page of readers that a correction changes, or who is told of it; a new kind joins here when it exists. */
export type Dependent =
  | { what: 'claim'; path: string; number: number }
  | { what: 'article'; path: string; title: string; claims: number }
  | { what: 'latest' | 'corrections'; path: string }
  | { what: 'webhooks' | 'followers'; count: number }
