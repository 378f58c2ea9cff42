type Body = Record<string, unknown>

export function faultOfRedaction(
  redaction: { index: number; body: Body },
  redacted: { kind: string; body: Body } | null,
): string | null
