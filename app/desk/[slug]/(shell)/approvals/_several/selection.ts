'use client'
import { createContext, useContext } from 'react'

/** What is selected in the queue, by id; several are approved at once. */
export type Selection = { selected: ReadonlySet<string>; toggle: (id: string) => void; clear: () => void }

const nothing: Selection = { selected: new Set(), toggle: () => {}, clear: () => {} }

export const SelectionContext = createContext(nothing)

/** The selection of the queue that this stands beside. */
export const useSelection = () => useContext(SelectionContext)
