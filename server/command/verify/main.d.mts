export const usages: string[]
export function verifyCommand(args: string[]): Promise<boolean>
