export function faultsOfPage(record: Buffer, page: Buffer, shown: { isVersion: boolean }): string[]
