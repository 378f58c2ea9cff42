import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { titleOfFile, typeOfFile } from '../../server/article/file/file-type'
import { aPdf, aWordFile } from '../write-files'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['a PDF', aPdf([[]]), 'pdf'],
  ['a Word document', aWordFile([{ text: 'Dam' }]), 'docx'],
  ['another archive', zipSync({ 'a.txt': strToU8('Dam') }), 'unknown'],
  ['an old or a locked Word document', bytes('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), 'old-word'],
  ['a picture', bytes('\x89PNG\r\n\x1A\n\0\0\0\rIHDR'), 'unknown'],
  ['captions', bytes('1\r\n00:00:01,000 --> 00:00:02,000\r\nHello'), 'captions'],
  ['WebVTT', bytes('WEBVTT\n\n00:01.000 --> 00:02.000\nHello'), 'captions'],
  ['a mail', bytes('Received: from here\r\nFrom: a@b.example\r\nSubject: Dam\r\n\r\nHello'), 'mail'],
  ['a page', bytes('<!doctype html><p>Dam'), 'html'],
  ['words with colons', bytes('Subject: a dam\nKarsell: it gave way\n\nHello'), 'text'],
  ['words', bytes('The dam gave way.'), 'text'],
])('%s is told by its bytes, whatever it is called', (_, file, type) => {
  expect(typeOfFile(file, 'report.docx')).toBe(type)
})

test('a Word document of many megabytes is told, whole or cut short, wherever its pictures stand', () => {
  const parts = unzipSync(aWordFile([{ text: 'Dam' }]))
  const picture = { 'word/media/image1.png': new Uint8Array(3_000_000) }
  const last = zipSync({ ...parts, ...picture }, { level: 0 })
  const first = zipSync({ ...picture, ...parts }, { level: 0 })
  expect([last, first, last.subarray(0, -1_000_000)].map((file) => typeOfFile(file))).toEqual(
    Array(3).fill('docx'),
  )
})

test('a page that begins with words is told by its name', () => {
  expect(typeOfFile(bytes('Dam <b>gave</b> way'), 'dam.html')).toBe('html')
})

test('a file’s name without its ending is the title where there is no other', () => {
  expect(titleOfFile('C:\\Desk\\Dam report.final.pdf')).toBe('Dam report.final')
  expect(titleOfFile('.pdf')).toBeNull()
  expect(titleOfFile(undefined)).toBeNull()
})
