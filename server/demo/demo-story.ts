import type { ClaimKind, Role, SourceKind, Stance, SubmissionKind, Verdict } from '../../db/vocabulary'

/** The invented newsroom of the demo: what its people import, write and decide. Nothing in it is real. */
export const demoDesk = { name: 'Meridian Fact Desk', timeZone: 'Europe/Berlin' } as const

export const demoPeople = {
  maren: { name: 'Maren Holt', role: 'reviewer' },
  idris: { name: 'Idris Okoye', role: 'reviewer' },
  lena: { name: 'Lena Sørby', role: 'reviewer' },
  tomas: { name: 'Tomas Vey', role: 'reviewer' },
  ruth: { name: 'Ruth Adeyemi', role: 'admin' },
  jonas: { name: 'Jonas Pryce', role: 'editor' },
  ana: { name: 'Ana Ferro', role: 'observer' },
} as const satisfies Record<string, { name: string; role: Role }>
export type DemoPerson = keyof typeof demoPeople

export type DemoArticle = {
  address: string
  title: string
  publisher: string
  byline: string
  /** ISO 8601 with zone. */
  published: string
  importedBy: DemoPerson
  /** Paragraphs; a table is its rows. */
  body: (string | string[][])[]
  claims: DemoClaim[]
}

export type DemoClaim = {
  /** Exact words of the body. */
  quote: string
  statement: string
  speaker: string
  saidAt: string
  kind: ClaimKind
  topics?: string[]
  by: DemoPerson
  /** Wrote in it, too; may not approve it either. */
  alsoBy?: DemoPerson
  verdict?: Verdict
  shortAnswer?: string
  notKnown?: string
  /** Paragraphs; [1] cites the first source. */
  rationale?: string[]
  sources?: DemoSource[]
  /** One thread about it, in order; @name mentions one of the newsroom's people. */
  thread?: { by: DemoPerson; text: string }[]
  /** What happened to it after it was written, in order. */
  steps?: DemoStep[]
}

export type DemoSource = {
  kind: SourceKind
  stance: Stance
  title: string
  publisher: string
  date: string
  quote: string
  place?: string
  address?: string
}

export type DemoStep =
  | { act: 'submit'; by: DemoPerson; kind?: SubmissionKind; publicNote?: string; reason?: string }
  | { act: 'doubt'; by: DemoPerson; line: string }
  | { act: 'approve' | 'return'; by: DemoPerson; note?: string }
  | {
      act: 'edit'
      by: DemoPerson
      verdict?: Verdict
      shortAnswer?: string
      rationale?: string[]
      source?: DemoSource
    }

/** Submitted by one, approved by another: how most checks go out. */
export function published(by: DemoPerson, editor: DemoPerson): DemoStep[] {
  return [
    { act: 'submit', by },
    { act: 'approve', by: editor },
  ]
}
