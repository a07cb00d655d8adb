import { expect, it } from 'vitest'
import { slidesReading } from './slides-content.ts'

const zip = (...members: string[]) => Buffer.from(`PK\u0003\u0004${members.join('PK')}PK\u0005\u0006`)

it.each([
  ['talk.pptx', zip('[Content_Types].xml', 'ppt/presentation.xml'), null],
  ['talk.PPTX', zip('word/document.xml'), 'slides-kind'],
  ['talk.pptx', zip('ppt/presentation.xml', 'ppt/vbaProject.bin'), 'slides-macros'],
  ['talk.key', zip('Data/photo.jpg', 'Index/Document.iwa'), null],
  ['talk.key', zip('setup.exe'), 'slides-kind'],
  ['talk.pdf', Buffer.from('%PDF-1.7'), null],
])('%s is read whole and wherever it is cut', (name, content, fault) => {
  for (let cut = 0; cut <= content.length; cut++) {
    const reading = slidesReading(name)
    reading.read(content.subarray(0, cut))
    reading.read(content.subarray(cut))
    expect(reading.fault(), `cut at ${cut}`).toBe(fault)
  }
})
