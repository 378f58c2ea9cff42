export function findBrowser(): string | null
export function ensureBrowser(say: (line: string) => void): void
