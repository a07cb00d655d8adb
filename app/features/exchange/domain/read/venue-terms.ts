// Words with which houses and halls begin, or in English end. Those that are names of people too ("Hồ", "Đường", "Park",
// "Nick Hall") are left out, or count only behind two other words.
const begins =
  /^(?:(?:sảnh|phòng|tầng|rạp|sân khấu|sân vận động|nhà hát|nhà văn hóa|nhà văn hoá|nhà thờ|nhà khách|nhà hàng|bảo tàng|thư viện|khách sạn|hội trường|giảng đường|trung tâm|cung văn hóa|cung văn hoá|cung thiếu nhi|công viên|quảng trường|tòa nhà|toà nhà|trường (?:đại học|cao đẳng|thpt)|đại học|học viện|chùa)|(?:room|hotel|palace|museum|library|university|auditorium|café|cafe))(?=\s|$)/iu
const ends =
  /(?:^|\s)(?:room|studio|hotel|palace|museum|library|university|college|campus|theatre|theater|opera house|auditorium|ballroom|lobby|foyer|gallery|pavilion|arena|stadium|cinema|avenue|plaza|lounge|café|cafe|club)$|^\S+\s+\S+.*\s(?:hall|house|church|school|square|street|road|tower|building|terrace|gardens?)$/iu

const cities = new Set(
  `hà nội|đà nẵng|hồ chí minh|thành phố hồ chí minh|tp hồ chí minh|tp. hồ chí minh|sài gòn|hải phòng|cần thơ|nha trang
đà lạt|hội an|vũng tàu|quy nhơn|hạ long|phan thiết|buôn ma thuột|điện biên phủ|phú quốc|an giang|bà rịa|bạc liêu|bắc giang
bắc kạn|bắc ninh|bến tre|bình dương|bình định|bình phước|bình thuận|cà mau|cao bằng|đắk lắk|đắk nông|điện biên|đồng nai
đồng tháp|gia lai|hà giang|hà nam|hà tĩnh|hải dương|hậu giang|hòa bình|hưng yên|khánh hòa|kiên giang|kon tum|lai châu
lạng sơn|lào cai|lâm đồng|long an|nam định|nghệ an|ninh bình|ninh thuận|phú thọ|phú yên|quảng bình|quảng nam|quảng ngãi
quảng ninh|quảng trị|sóc trăng|sơn la|tây ninh|thái bình|thái nguyên|thanh hóa|thừa thiên huế|tiền giang|trà vinh
tuyên quang|vĩnh long|vĩnh phúc|yên bái|việt nam|new york|new york city|los angeles|san francisco|san jose|san diego
new orleans|las vegas|hong kong|kuala lumpur|phnom penh|chiang mai|siem reap|new delhi|tel aviv|abu dhabi|buenos aires
rio de janeiro|são paulo|mexico city|cape town|santa fe|saint petersburg|viet nam|united states|united kingdom|south korea
washington dc|ho chi minh city|ha noi|da nang|hai phong|can tho|hoi an`.split(/[|\n]/),
)

/** A city or a country: they look like names, and are nobody's. */
export const isCity = (text: string): boolean =>
  cities.has(
    text
      .normalize('NFC')
      .trim()
      .toLowerCase()
      .replace(/^(?:tp\.?|thành phố|tỉnh)\s+(?!hồ chí)/u, ''),
  )

/** A house, a hall or a street by its words: "Nhà hát Lớn", "Harvard Art Museum". */
export const isHouse = (text: string): boolean => begins.test(text.trim()) || ends.test(text.trim())
