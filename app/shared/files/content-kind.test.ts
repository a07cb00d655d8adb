import { describe, expect, it } from 'vitest'
import { fileFault, fileType } from './content-kind.ts'

const taken = ['pdf', 'docx', 'xlsx', 'jpg'] as const

describe('a file that is handed in', () => {
  it.each([
    ['report.pdf', true],
    ['Report.DOCX', true],
    ['table.xlsx', true],
    ['slides.pptx', false],
    ['page.html', false],
    ['drawing.svg', false],
    ['macro.docm', false],
    ['constructor', false],
    ['a.constructor', false],
  ])('%s is of a kind that is taken: %s', (name, isTaken) => {
    expect(fileType(name, taken) !== null).toBe(isTaken)
  })

  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  it.each([
    ['a PDF', 'a.pdf', '%PDF-1.4', 'application/pdf', null],
    ['a page called a PDF', 'a.pdf', '<html>', undefined, 'kind'],
    ['a picture called a PDF', 'a.pdf', 'JFIF', 'image/jpeg', 'kind'],
    ['a Word file', 'a.docx', 'word/document.xml', word, null],
    ['any other zip called one', 'a.docx', 'evil.exe', 'application/zip', 'kind'],
    ['one with macros', 'a.docx', 'word/document.xml word/vbaProject.bin', word, 'macros'],
  ])('%s is taken by what it is', (_, name, content, found, fault) => {
    expect(fileFault({ name, content: Buffer.from(content), found }, taken)).toBe(fault)
  })
})
