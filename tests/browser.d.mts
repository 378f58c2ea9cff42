export function findBrowser(): string | null
export function installDebians(say: (line: string) => void): Promise<void>
export function ensureBrowser(say: (line: string) => void): void
