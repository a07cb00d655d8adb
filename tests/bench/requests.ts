const browser = {
  'User-Agent':
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Encoding': 'gzip, deflate, br',
  'Accept-Language': 'vi-VN,vi;q=0.9,en;q=0.8',
}

/** The bytes of a request as a browser makes it. */
export function getBytes(port: number, path: string, headers: Record<string, string> = {}): Buffer {
  return request('GET', port, path, headers, '')
}

export function postBytes(
  port: number,
  path: string,
  body: string,
  headers: Record<string, string> = {},
): Buffer {
  const form = {
    Origin: `http://127.0.0.1:${port}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(Buffer.byteLength(body)),
  }
  return request('POST', port, path, { ...form, ...headers }, body)
}

function request(
  method: string,
  port: number,
  path: string,
  headers: Record<string, string>,
  body: string,
): Buffer {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...browser, ...headers })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body}`)
}

/** Hands out a request so many times. */
export function repeated(bytes: Buffer, count: number): () => Buffer | null {
  let left = count
  return () => (left-- > 0 ? bytes : null)
}

export function queued(list: Buffer[]): () => Buffer | null {
  let at = 0
  return () => list[at++] ?? null
}

let last = 0

/** A person nobody has seen before, with an address of their own on the net. */
export function newcomer(category: string): { body: string; from: string } {
  const n = ++last
  const body = new URLSearchParams({
    name: `Nguyễn Thị Đoan Trang ${n}`,
    email: `trang.nguyen.${n}@example.org`,
    organization: 'Đại học Quốc gia Thành phố Hồ Chí Minh',
    position: 'Giảng viên',
    language: n % 2 ? 'vi' : 'en',
    category,
    consent: 'on',
  })
  return { body: body.toString(), from: `198.${18 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}` }
}

export function registrations(port: number, event: string, category: string, count: number): Buffer[] {
  return Array.from({ length: count }, () => {
    const { body, from } = newcomer(category)
    return postBytes(port, `/vi/events/${event}/register`, body, { 'X-Forwarded-For': from })
  })
}
