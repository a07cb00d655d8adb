import type { SeedSession } from './world.ts'

// Illustrative: the times, the order, who spoke in which part and for how long. What was said is reported.
export const harvardSessions: SeedSession[] = [
  {
    slug: 'welcome',
    kind: 'ceremony',
    title: { vi: 'Chào mừng và giới thiệu đại biểu', en: 'Welcome and introductions' },
    abstract: {
      vi: 'Bốn đơn vị đồng tổ chức chào mừng khách và giới thiệu những người cùng ngồi ở bàn tròn.',
      en: 'The four hosts welcome the guests and introduce everybody at the table.',
    },
    room: 'table',
    languages: ['vi', 'en'],
    starts: '2025-03-11T18:00',
    ends: '2025-03-11T18:10',
    appearances: [],
  },
  {
    slug: 'opening',
    kind: 'keynote',
    title: { vi: 'Phát biểu khai mạc', en: 'Opening by the hosts' },
    abstract: {
      vi: 'Đại sứ Đặng Hoàng Giang nhìn nhận điện ảnh là nhịp cầu nối nhân dân hai nước, càng có ý nghĩa trong năm thứ 30 của quan hệ ngoại giao. Nguyên Thống đốc Michael Dukakis coi hợp tác điện ảnh là một phần của quan hệ song phương, gồm cả công nghệ, đào tạo và chính sách chứ không riêng sản xuất phim. Tiến sĩ Ngô Phương Lan nói về sự chuyển mình nhanh chóng của điện ảnh Việt Nam: trong vòng năm năm, doanh thu của phim nội địa đã đạt tới hàng chục triệu đô la Mỹ, và Luật Điện ảnh mới tạo thuận lợi cho các đoàn phim nước ngoài.',
      en: 'Ambassador Đặng Hoàng Giang sees film as a bridge between the two peoples, the more so in the 30th year of diplomatic relations. Former Governor Michael Dukakis counts film cooperation as part of the relation of the two countries: technology, training and policy as well as production. Dr Ngô Phương Lan tells how fast Vietnamese film is changing: within five years domestic films reached takings of tens of millions of U.S. dollars, and the new Cinema Law makes shooting easier for foreign crews.',
    },
    room: 'table',
    languages: ['vi', 'en'],
    starts: '2025-03-11T18:10',
    ends: '2025-03-11T18:35',
    appearances: [
      { person: 'dang-hoang-giang', role: 'speaker', minutes: 8 },
      { person: 'michael-dukakis', role: 'speaker', minutes: 8 },
      { person: 'ngo-phuong-lan', role: 'speaker', minutes: 8 },
    ],
  },
  {
    slug: 'identity',
    kind: 'roundtable',
    title: {
      vi: 'Giá trị nhân văn và bản sắc của điện ảnh Việt Nam',
      en: 'The human values and identity of Vietnamese film',
    },
    abstract: {
      vi: 'Tiến sĩ Ngô Phương Lan coi bản sắc dân tộc là sức mạnh của điện ảnh Việt Nam, từ “Cánh đồng hoang”, “Bao giờ cho đến tháng Mười” đến các tác phẩm hôm nay. Theo đạo diễn Tony Bùi, phim mang theo bản sắc và góp phần định hình cách thế giới nhìn một đất nước; nếu trong những năm 1990 khó khăn nằm ở hạ tầng thì nay Việt Nam đã quay được phim theo chuẩn quốc tế và câu hỏi là làm sao đến được với khán giả. Ông Nguyễn Hoàng Nguyên cho rằng các nền tảng trực tuyến đang đưa khán giả hai nước lại gần nhau, rằng nhờ Tony Bùi mà các tác phẩm kinh điển Việt Nam đã có mặt trên Criterion Channel, và ngày càng nhiều tên Việt xuất hiện trong danh đề phim Mỹ.',
      en: 'Dr Ngô Phương Lan calls national identity the strength of Vietnamese film, from “Cánh đồng hoang” and “Bao giờ cho đến tháng Mười” to the films of today. For the director Tony Bùi, film carries identity and shapes how the world sees a country; in the 1990s infrastructure was the trouble, while today Vietnam can shoot to international standard and reach is the question. Nguyễn Hoàng Nguyên finds that streaming brings the two audiences closer, that classic Vietnamese films reached the Criterion Channel through Tony Bùi, and that more Vietnamese names stand in the credits of American films.',
    },
    room: 'table',
    track: 'people',
    languages: ['vi', 'en'],
    starts: '2025-03-11T18:35',
    ends: '2025-03-11T18:55',
    appearances: [
      { person: 'ngo-phuong-lan', role: 'speaker', minutes: 6 },
      { person: 'tony-bui', role: 'speaker', minutes: 6 },
      { person: 'nguyen-hoang-nguyen', role: 'speaker', minutes: 6 },
    ],
  },
  {
    slug: 'film-industry',
    kind: 'roundtable',
    title: {
      vi: 'Xây dựng công nghiệp điện ảnh: ưu đãi, cấp phép, nhân lực',
      en: 'Building a film industry: incentives, permits, people',
    },
    abstract: {
      vi: 'Bà Meg Montagnino gợi ý học hỏi Massachusetts và Nam Phi: ưu đãi thuế hấp dẫn, hạ tầng trường quay, thủ tục cấp phép đơn giản hơn và hỗ trợ rõ ràng cho đoàn phim. Nhà sản xuất Mars lưu ý rằng chi phí thấp thôi chưa đủ, cần có hỗ trợ hậu kỳ, ưu đãi tài chính và chính sách thu hút nhân tài. Bà Angela Peri đánh giá bối cảnh quay ở Việt Nam tuyệt đẹp; để cạnh tranh với Hollywood hay Toronto, cần đào tạo những đội ngũ làm phim chuyên nghiệp.',
      en: 'Meg Montagnino suggests learning from Massachusetts and South Africa: attractive tax incentives, studio infrastructure, simpler permits and clear support for productions. The producer Mars notes that low cost is not enough: post-production support, financial incentives and ways to attract talent are needed. Angela Peri finds the locations of Vietnam wonderful; to compete with Hollywood or Toronto, professional crews have to be trained.',
    },
    room: 'table',
    track: 'industry',
    languages: ['vi', 'en'],
    starts: '2025-03-11T18:55',
    ends: '2025-03-11T19:15',
    appearances: [
      { person: 'meg-montagnino', role: 'speaker', minutes: 6 },
      { person: 'mars', role: 'speaker', minutes: 6 },
      { person: 'angela-peri', role: 'speaker', minutes: 6 },
    ],
  },
  {
    slug: 'ai-and-money',
    kind: 'roundtable',
    title: {
      vi: 'Trí tuệ nhân tạo, công nghệ và nguồn vốn cho điện ảnh',
      en: 'Artificial intelligence, technology and money for film',
    },
    abstract: {
      vi: 'Đại sứ Đặng Hoàng Giang mong trí tuệ nhân tạo trong điện ảnh phục vụ và lan tỏa các giá trị nhân văn. Tiến sĩ Ngô Phương Lan coi công nghệ này là trợ thủ, không phải nguồn của ý tưởng và cảm xúc. Theo đạo diễn Tony Bùi, trí tuệ nhân tạo cho phép nhà làm phim độc lập tạo ra tác phẩm chất lượng cao và Việt Nam nên đi sớm. Nguyên Thống đốc Michael Dukakis giới thiệu Công viên điện ảnh AIWS như một cầu nối Việt Nam với Boston, New York, Hollywood và thế giới.',
      en: 'Ambassador Đặng Hoàng Giang wants artificial intelligence in film to serve and spread human values. Dr Ngô Phương Lan takes it for an assistant, not for the source of ideas and feeling. The director Tony Bùi finds that it lets independent film makers reach high quality, and that Vietnam should be early. Former Governor Michael Dukakis presents the AIWS Film Park as a link between Vietnam and Boston, New York, Hollywood and the world.',
    },
    room: 'table',
    track: 'technology',
    languages: ['vi', 'en'],
    starts: '2025-03-11T19:15',
    ends: '2025-03-11T19:35',
    appearances: [
      { person: 'dang-hoang-giang', role: 'speaker', minutes: 4 },
      { person: 'michael-dukakis', role: 'speaker', minutes: 5 },
      { person: 'ngo-phuong-lan', role: 'speaker', minutes: 5 },
      { person: 'tony-bui', role: 'speaker', minutes: 5 },
    ],
  },
  {
    slug: 'friends-launch',
    kind: 'ceremony',
    title: {
      vi: 'Ra mắt chương trình “Những người bạn phát triển điện ảnh Việt – Mỹ”',
      en: 'Launch of “Friends of Vietnam – U.S. Film Collaboration”',
    },
    abstract: {
      vi: 'Ông Nguyễn Anh Tuấn công bố chương trình: một nền tảng lâu dài cho hợp tác sản xuất, cho công nghệ và trí tuệ nhân tạo, cho các tài năng trẻ Việt Nam. Đại sứ Đặng Hoàng Giang hoan nghênh chương trình như một bước gắn kết hai nền điện ảnh.',
      en: 'Nguyễn Anh Tuấn announces the program: a lasting platform for co-production, for technology and AI, and for young Vietnamese talent. Ambassador Đặng Hoàng Giang welcomes it as a step that joins both industries.',
    },
    room: 'table',
    languages: ['vi', 'en'],
    starts: '2025-03-11T19:35',
    ends: '2025-03-11T19:45',
    appearances: [
      { person: 'nguyen-anh-tuan', role: 'speaker', minutes: 6 },
      { person: 'dang-hoang-giang', role: 'speaker', minutes: 3 },
    ],
  },
  {
    slug: 'networking',
    kind: 'break',
    title: { vi: 'Gặp gỡ và giao lưu', en: 'Networking' },
    abstract: {
      vi: 'Khách mời trò chuyện với diễn giả, tìm hiểu chương trình vừa ra mắt và Liên hoan phim Châu Á Đà Nẵng.',
      en: 'Guests meet the speakers and learn more about the new program and about the Da Nang Asian Film Festival.',
    },
    room: 'table',
    languages: ['vi', 'en'],
    starts: '2025-03-11T19:45',
    ends: '2025-03-11T20:00',
    appearances: [],
  },
]
