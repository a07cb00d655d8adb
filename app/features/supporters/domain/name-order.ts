/**
 * Family names that most Vietnamese carry, folded. A name of two words or more that begins with one of them, or has any
 * letter that only Vietnamese writes, is read as a Vietnamese one: family first, given name last.
 */
const families = new Set(
  'nguyen tran le pham huynh hoang vo vu phan truong bui dang do ngo ho duong dinh doan lam mai trinh dao cao luong luu ha thai chau ta phung to ly quach vuong dam thach kieu ninh trieu nghiem tang'.split(
    ' ',
  ),
)
const vietnameseOnly =
  /[ăđơưĂĐƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỊỈĨỌỎỐỒỔỖỘỚỜỞỠỢỤỦŨỨỪỬỮỰỲỴỶỸ]/u

/** What a list of supporters is ordered by: `vi` by Vietnamese custom, `en` by English. */
type NameOrder = { vi: string; en: string }

/**
 * People stand in a Vietnamese list by their given name, in an English one by their family name; a Vietnamese name has
 * it first and any other last. A body stands by its name as it is written.
 */
export function nameOrder(name: string, body: string): NameOrder {
  if (body) return { vi: body, en: body }
  const words = name.normalize('NFC').trim().split(/\s+/u)
  const last = words.at(-1) ?? ''
  if (words.length < 2) return { vi: name, en: name }
  const byLast = `${last}, ${words.slice(0, -1).join(' ')}`
  return { vi: byLast, en: isVietnamese(words) ? words.join(' ') : byLast }
}

function isVietnamese(words: string[]): boolean {
  const folded = (words[0] ?? '').normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
  return families.has(folded) || words.some((word) => vietnameseOnly.test(word))
}
