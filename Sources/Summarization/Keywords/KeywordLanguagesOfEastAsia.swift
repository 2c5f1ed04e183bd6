/// Vietnamese, which parts the syllables of its words by spaces.
extension KeywordLanguage {
  static let ofEastAsia: [String: KeywordLanguage] = [
    "vi": KeywordLanguage(
      "vi",
      common: """
        tháng năm ngày giờ phút tuần hôm nay qua mai sáng trưa chiều tối đêm lúc khoảng gần một hai ba bốn sáu bảy tám chín mười trăm nghìn
        ngàn triệu tỷ tỉ đồng usd euro việc cuộc chiếc cái con cùng lại phải làm cho biết nói thêm rõ thấy đi lên xuống ra mới lớn nhỏ cao
        thấp đầu cuối giữa phần số lần mỗi từng cả chỉ cần thể thời gian nơi hiện đang đều đó này kia ấy thì nên bởi tp q p hcm ảnh video
        clip xem thứ chủ nhật nhất nhì dù khác cách trong ngoài tới đây vẫn
        """,
      titles: """
        ông bà anh chị cô chú bác em cháu cụ sĩ sư viên đốc tịch trưởng tướng thống thư phán úy tá hậu thủ hlv mc ts ths pgs gs bs nsnd nsưt
        vương vợ chồng mẹ cha con đội
        """,
      speech: "nói khẳng chia cho cho-biết kể", articles: "",
      things: """
        tp q p tỉnh quận huyện phường xã thôn ấp bản làng phố đường sông núi hồ cầu chợ chùa đền sân viện trường học ty đoàn hàng bộ sở ban
        báo đài bộ lạc hội hiệu tàu đảo vịnh biển cảng bay ga khu phim trình giải
        """, putsCountriesBehindTitles: true, separatesSyllables: true)
  ]

  /// Vietnamese words that begin with a capital and name what somebody or something is.
  static let wordsOfSyllables = WordMap(
    phrases:
      """
      công ty,công an,tổng thống,tổng giám,tổng bí,tổng cục,tổng công,tổng thư,bộ trưởng,bộ công,bộ y,bộ giáo,bộ quốc,bộ ngoại,bộ giao,bộ tài,bộ luật,bệnh viện,
      đại học,đại sứ,đại tá,đại biểu,trường đại,ủy ban,uỷ ban,hội đồng,chủ tịch,phó chủ,phó giám,phó tổng,giám đốc,thủ tướng,quốc hội,quốc phòng,chính phủ,nhà nước,
      tòa án,toà án,thành phố,thành ủy,ngân hàng,tập đoàn,văn phòng,liên đoàn,liên hợp,liên minh,viện kiểm,điện kremlin,điện lực,cục cảnh,cục hàng,cục quản,
      cơ quan,ngoại trưởng,thứ trưởng,trung tâm,trung ương,đảng ủy,đảng cộng,sở y,sở giáo,sở giao,sở xây,sở văn,ban chấp,ban quản,ban tổ,cảnh sát,nhà trắng,
      nhà hát,đội tuyển,câu lạc,luật sư,thượng viện,hạ viện,hiệp hội,học viện,chi cục,phòng cảnh,đường sắt,hàng không
      """)

  /// Countries whose Vietnamese names are one syllable, which may be a given name as well.
  static let countriesOfOneSyllable = WordMap("mỹ nga anh pháp đức nhật hàn trung úc ý ấn")

  /// Vietnamese family names.
  static let familyNames = WordMap(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương đoàn lâm mai trịnh đào phùng hà tô lưu quách thái cao lương
    châu tạ tăng kiều vương triệu khổng nghiêm chu
    """)
}
