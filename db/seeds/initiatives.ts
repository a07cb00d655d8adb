import { aiwsFilmPark, friendsOfFilm, pai } from './initiative-parts.ts'
import { paragraphs, type SeedInitiative } from './world.ts'

export const initiatives: SeedInitiative[] = [
  {
    slug: 'friends-of-film',
    name: {
      vi: 'Những người bạn phát triển điện ảnh Việt – Mỹ',
      en: 'Friends of Vietnam – U.S. Film Collaboration',
    },
    summary: {
      vi: 'Nơi gặp gỡ lâu dài của chuyên gia, nhà làm phim và nhà đầu tư muốn cùng phát triển điện ảnh hai nước.',
      en: 'A lasting meeting place for experts, film makers and investors who want to build film between the two countries.',
    },
    description: {
      vi: paragraphs(
        'Chương trình ra mắt tại bàn tròn ở Đại học Harvard ngày 11 tháng 3 năm 2025, do ông Nguyễn Anh Tuấn, Đồng Chủ tịch kiêm Giám đốc điều hành Diễn đàn Toàn cầu Boston, công bố.',
        'Chương trình quy tụ chuyên gia từ Harvard, MIT và Diễn đàn Toàn cầu Boston cùng các nhà làm phim, nhà đầu tư. Mục đích là hỗ trợ các dự án và kết nối nguồn lực của hai phía: hợp tác sản xuất, công nghệ và trí tuệ nhân tạo, tài năng trẻ Việt Nam.',
      ),
      en: paragraphs(
        'The program was launched at the roundtable at Harvard University on March 11, 2025. Nguyễn Anh Tuấn, co-chair and CEO of the Boston Global Forum, announced it.',
        'It brings together experts from Harvard, MIT and the Boston Global Forum with film makers and investors. It supports projects and links the resources of both sides: co-production, technology and artificial intelligence, and young Vietnamese talent.',
      ),
    },
    bornAt: 'harvard-roundtable-2025',
    organizations: ['vfda', 'bgf'],
    parts: friendsOfFilm,
  },
  {
    slug: 'aiws-film-park',
    name: { vi: 'Công viên điện ảnh AIWS', en: 'AIWS Film Park' },
    summary: {
      vi: 'Trung tâm và hệ sinh thái điện ảnh ứng dụng trí tuệ nhân tạo theo các chuẩn mực của AI World Society (AIWS).',
      en: 'A film center and ecosystem that uses artificial intelligence after the standards of AI World Society (AIWS).',
    },
    description: {
      vi: paragraphs(
        'Công viên điện ảnh AIWS được hình dung là một trung tâm điện ảnh và một hệ sinh thái sử dụng trí tuệ nhân tạo theo các chuẩn mực của AI World Society (AIWS).',
        'Công viên sẽ kết nối với các trung tâm điện ảnh và sáng tạo: Boston, New York, Hollywood, Washington DC, San Francisco, Paris, Rome, Venice và London. Việc đào tạo được thực hiện cùng Harvard, MIT, UCLA và các đối tác khác.',
        'Tại bàn tròn ở Harvard, nguyên Thống đốc Michael Dukakis nêu ý tưởng dùng công viên này để nối Việt Nam với Boston, New York, Hollywood và thế giới.',
      ),
      en: paragraphs(
        'The AIWS Film Park is meant as a film center and an ecosystem that uses artificial intelligence after the standards of AI World Society (AIWS).',
        'It is to be linked with hubs of film and creative work: Boston, New York, Hollywood, Washington DC, San Francisco, Paris, Rome, Venice and London. Training is to be done with Harvard, MIT, UCLA and others.',
        'At the Harvard roundtable, former Governor Michael Dukakis spoke of the park as a link between Vietnam and Boston, New York, Hollywood and the world.',
      ),
    },
    organizations: ['bgf'],
    parts: aiwsFilmPark,
  },
  {
    slug: 'pai',
    name: { vi: 'Bộ chỉ số thu hút đoàn phim (PAI)', en: 'Production Attraction Index (PAI)' },
    summary: {
      vi: 'Bộ chỉ số của VFDA đo mức độ hấp dẫn của từng địa phương đối với các đoàn làm phim.',
      en: 'VFDA’s index of how well a province attracts film crews.',
    },
    description: {
      vi: paragraphs(
        'Bộ chỉ số thu hút đoàn phim (Production Attraction Index, PAI) của Hiệp hội Xúc tiến Phát triển Điện ảnh Việt Nam cho biết một địa phương thu hút các đoàn làm phim tốt đến đâu. Hiệp hội đang đưa bộ chỉ số đến các tỉnh, thành phố.',
        'Tại bàn tròn ở Harvard, Tiến sĩ Ngô Phương Lan nhấn mạnh rằng chỉ có bối cảnh đẹp thì chưa đủ: công nghệ, ưu đãi, đào tạo và phát hành mới làm nên hệ sinh thái điện ảnh. Hiệp hội tìm đối tác trong các cơ quan điện ảnh, trường đại học và doanh nghiệp công nghệ Hoa Kỳ.',
      ),
      en: paragraphs(
        'The Production Attraction Index (PAI) of the Vietnam Film Development Association tells how well a province attracts film crews. The association is bringing it to the provinces.',
        'At the Harvard roundtable Dr Ngô Phương Lan stressed that locations alone are not enough: technology, incentives, training and distribution make the ecosystem. The association seeks partners among film bodies, universities and technology firms in the United States.',
      ),
    },
    organizations: ['vfda'],
    parts: pai,
  },
]
