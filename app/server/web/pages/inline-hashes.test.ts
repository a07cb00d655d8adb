import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { namedByHashes } from './inline-hashes.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('base64')

test('our inline scripts are named by what they say, foreign ones and files are not', () => {
  const page = `<script nonce="N" src="/a.js"></script><script>evil()</script><script nonce="X">evil()</script>
    <script nonce="N">one("Đ")</script><script nonce="N" type="module" async="">import "/b.js"
</script>`
  const { html, hashes } = namedByHashes(page, 'N')
  expect(hashes).toEqual([hash('one("Đ")'), hash('import "/b.js"\n')])
  expect(html).not.toContain('"N"')
  expect(html).toContain('<script type="module" async="">import "/b.js"\n</script>')
})
