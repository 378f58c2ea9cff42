import type { Term } from '../terms'
import { nounAt } from './counted'

const yearBefore =
  /\b(?:in|since|until|till|during|before|after|by|from|of|early|mid|late|year|years|summer|spring|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|end|beginning|start|as|through|throughout|circa|around|c\.|born|established|founded|built|completed|between|and|to|versus|vs\.?|compared with|than)[ -]$|[(,/–-]\s?$/i
const surelyYearBefore =
  /\b(?:in|since|until|till|during|early|mid|late|year|summer|spring|autumn|fall|winter|january|february|march|april|june|july|august|september|october|november|december|throughout|born|established|founded|completed)[ -]$/i
const articleBefore = /\b(?:a|an|the|this|that|its|their|his|her|our|each|\w[\w.]*[’']s)\s$/i
const countBefore =
  /\b(?:about|some|roughly|approximately|nearly|almost|over|under|least|most|than|up to|estimated|exactly|of|total|many|few|all|other|another|these|those|killed|injured|displaced|arrested|with|for|another)\s$/i

/** Whether four digits without anything between them are a year: by what stands before and behind them. */
export function isYear(text: string, { isBare, start, end, low, unit, kind }: Term): boolean {
  if (!isBare || unit || kind !== 'number' || low < 1400 || low > 2199) return false
  const lead = text.slice(Math.max(0, start - 24), start)
  if (surelyYearBefore.test(lead)) return true
  // "2000 people" counts, "a 2014 report" does not.
  const noun = nounAt(text, end)
  if (noun && (countBefore.test(lead) || isOfPeople(noun))) return false
  if (yearBefore.test(lead)) return true
  if (articleBefore.test(lead)) return true
  return low >= 1900 && low < 2100 && !noun
}

/** Whether four digits that might be a year count something, as in "some 2000 people". */
export function isCountedYear(text: string, start: number, end: number): boolean {
  const lead = text.slice(Math.max(0, start - 24), start)
  return !surelyYearBefore.test(lead) && isOfPeople(nounAt(text, end) ?? '')
}

const isOfPeople = (noun: string) =>
  /\b(?:people|persons|women|men|children|workers|residents|soldiers|troops|defectors|refugees|migrants|families|households|homes|houses|patients|students|employees|jobs|deaths|cases|votes|voters|members|passengers|victims|prisoners|inmates|citizens|civilians|police|officers|schools|vehicles|cars|animals|trees|copies|pages|words|times|units|tickets|shares|North Koreans|escapees|returnees|demonstrators|protesters|fans|spectators|visitors|tourists)$/i.test(
    noun,
  )
