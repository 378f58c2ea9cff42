/** What the tests use of `jsonld`, which brings no types of its own. */
declare module 'jsonld' {
  type Loaded = { contextUrl: undefined; document: object; documentUrl: string }
  export function expand(
    document: object,
    options: { safe: boolean; documentLoader: (address: string) => Promise<Loaded> },
  ): Promise<Record<string, unknown>[]>
}
