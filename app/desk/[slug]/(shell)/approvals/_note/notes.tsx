'use client'
import { createContext, useContext, useState } from 'react'

type Notes = { notes: ReadonlyMap<string, string>; write: (about: string, note: string) => void }

const NotesContext = createContext<Notes>({ notes: new Map(), write: () => {} })

/** Keeps what editors type about submissions while they walk through the queue, whatever becomes of these meanwhile. */
export function NotesProvider({ children }: { children: React.ReactNode }) {
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map())
  const write = (about: string, note: string) => setNotes((before) => new Map(before).set(about, note))
  return <NotesContext value={{ notes, write }}>{children}</NotesContext>
}

/** What is typed about one thing, and how to change it; it is there until it was sent or thrown away. */
export function useNote(about: string): [note: string, write: (note: string) => void] {
  const { notes, write } = useContext(NotesContext)
  return [notes.get(about) ?? '', (note) => write(about, note)]
}
