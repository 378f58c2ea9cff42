import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone } from '@/app/_ui/toast'
import { readCsv, type Table } from '@/server/past/csv-rows'
import { matchColumns, type PastField, type PastRow } from '@/server/past/past-check'
import {
  lackingIn,
  mostRows,
  type Placed,
  type Places,
  rowsOfDocument,
  rowsOfTable,
  type TakenIn,
} from '@/server/past/past-file'
import { Refused, refuseIf, say } from '@/server/refusal'
import { words } from '@/server/words'

/** A file that was chosen: a table with what its columns are, or the rows of ClaimReviews. */
type Chosen = { table: Table; places: Places } | { table: null; rows: Placed[] }
/** What became, or would become, of the rows, with the rows by their lines. */
export type PastOutcome = TakenIn & { isDry: boolean; rows: Map<number, PastRow> }

/** Holds a file of earlier checks, says what would become of its rows, and takes them in. What is chosen anew is tried anew. */
export function usePast(slug: string) {
  const trpc = useTRPC()
  const trying = useMutation(trpc.past.tryRows.mutationOptions())
  const taking = useMutation(trpc.past.takeIn.mutationOptions())
  const [file, setFile] = useState<Chosen | null>(null)
  const [whyNot, setWhyNot] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<PastOutcome | null>(null)
  const hold = (next: Chosen | null, why: string | null = null) => {
    setFile(next)
    setWhyNot(why)
    setOutcome(null)
  }
  const choose = async (chosen: File) => {
    try {
      hold(await readChosen(chosen))
    } catch (error) {
      hold(null, sentenceFor(error))
    }
  }
  const place = (field: PastField, column: number) => {
    if (file?.table) hold({ ...file, places: { ...file.places, [field]: column } })
  }
  const send = async (isDry: boolean) => {
    if (!file || trying.isPending || taking.isPending) return
    try {
      const rows = rowsIn(file)
      const asked = { desk: slug, rows }
      const taken = await (isDry ? trying : taking).mutateAsync(asked)
      setWhyNot(null)
      setOutcome({ ...taken, isDry, rows: new Map(rows.map(({ line, row }) => [line, row])) })
      if (!isDry) sayDone(words()('settings.past.done'))
    } catch (error) {
      setWhyNot(sentenceFor(error))
    }
  }
  return {
    ...{ file, whyNot, outcome, choose, place },
    isBusy: trying.isPending || taking.isPending,
    tryRows: () => send(true),
    takeIn: () => send(false),
  }
}

async function readChosen(chosen: File): Promise<Chosen> {
  const text = textOf(await chosen.arrayBuffer())
  if (/\.json(ld)?$/i.test(chosen.name)) return { table: null, rows: rowsOfDocument(text) }
  const table = readCsv(text)
  return { table, places: matchColumns(table.columns, new Map()) }
}

function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Read as anything else, words would come in that nobody wrote.
    throw new Refused({ code: 'past-encoding' })
  }
}

/** What is to be sent; refuses a table that lacks a column, and what nobody could send. */
function rowsIn(file: Chosen): Placed[] {
  const lacking = file.table ? lackingIn(file.places) : []
  const fields = lacking.map((field) => words()(`settings.past.field.${field}`)).join(', ')
  refuseIf(fields ? { code: 'past-columns', values: { fields } } : null)
  const rows = file.table ? rowsOfTable(file.table, file.places) : file.rows
  refuseIf(rows.length ? null : { code: 'past-no-rows' })
  const isTooMany = rows.length > mostRows
  refuseIf(isTooMany ? { code: 'past-too-many', values: { count: rows.length, most: mostRows } } : null)
  return rows
}

const sentenceFor = (error: unknown) => (error instanceof Refused ? say(error.refusal) : sentenceOf(error))
