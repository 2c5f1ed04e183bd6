/// The words of bylines in Chinese, Japanese and Korean, which put no space between them.
enum EastAsianNames {
  /// What announces the author in a line of fields, before a colon.
  static let labels: WordSet = [
    "作者", "记者", "記者", "文", "撰文", "文字", "撰稿", "著者", "筆者", "取材", "執筆", "글", "기자", "작성자",
  ]

  /// What journalists are.
  static let offices: WordSet = ["记者", "記者", "기자"]

  /// Whether a word may be a person: no house, and nobody's name.
  static func isPerson(_ word: Substring) -> Bool {
    let length = word.unicodeScalars.count
    guard (2...4).contains(length) || length == 5 && hasLongSurname(word), isEastAsianName(word) else {
      return false
    }
    let hash = WordHash(folding: word).value
    return !nobodies.contains(hash) && !DateReader.publishedWords.contains(hash)
      && !DateReader.modifiedWords.contains(hash) && !houseEndings.contains { word.hasSuffix($0) }
  }

  /// Whether a word may be a person and starts with a usual surname, so that it is one though nothing but its place says so.
  ///
  /// - Parameter surname: The scalars that the surname has at least; one is the first of many other words too.
  static func isKnownPerson(_ word: Substring, surname least: Int = 1) -> Bool {
    isPerson(word)
      && (least...3).contains { length in
        word.count <= length + 2 && surnames.contains(WordHash(folding: word.prefix(length)).value)
      }
  }

  /// Whether a word starts with a surname of three scalars, as some in Japan are.
  private static func hasLongSurname(_ word: Substring) -> Bool {
    surnames.contains(WordHash(folding: word.prefix(3)).value)
  }

  /// Whom the brackets at the end of a text's last paragraph name: "…という。（佐藤美咲）", "…。（記者 王小明）"; no editor.
  static func signature(of paragraph: String) -> String? {
    let scalars = paragraph.unicodeScalars
    guard let close = scalars.last, close == "）" || close == ")" || close == "】",
      let open = scalars.suffix(14).lastIndex(where: { "（(【".unicodeScalars.contains($0) }),
      open > scalars.startIndex,
      scalars.contains(where: { $0.value >= 0x3001 })
    else { return nil }
    let remark = paragraph[paragraph.unicodeScalars.index(after: open)...].dropLast()
    if let name = reporter(in: remark) { return name }
    let words = remark.split { " ・　:：＝／".contains($0) }
    switch words.count {
    case 1: return isKnownPerson(words[0], surname: 2) ? String(words[0]) : nil
    case 2:
      let isOffice = labels.contains(WordHash(folding: words[0]).value) || endsWithOffice(words[0])
      if isOffice, isPerson(words[1]) { return String(words[1]) }
      return WordHash(folding: words[1]).value == WordHash("기자").value && isPerson(words[0])
        ? String(words[0]) : nil
    default: return nil
    }
  }

  /// The name behind the word for a reporter: that of "記者王小明".
  static func reporter(in word: Substring) -> String? {
    guard word.utf8.first.map({ $0 >= 0x80 }) == true else { return nil }
    for office in ["記者", "记者"] where word.hasPrefix(office) {
      let name = word.dropFirst(office.count)
      return isPerson(name) ? String(name) : nil
    }
    return nil
  }

  /// Whether a word ends with what a journalist is, behind the name of the paper: "半月谈记者".
  static func endsWithOffice(_ word: Substring) -> Bool {
    ends(word, withAny: ["记者", "記者", "기자"])
  }

  /// Whether a word ends with one of some endings beyond ASCII.
  static func ends(_ word: Substring, withAny endings: [String]) -> Bool {
    // Most words tell by their last byte.
    word.utf8.last.map { $0 >= 0x80 } == true && endings.contains { word.hasSuffix($0) }
  }

  /// Whether a word says where a report is from: "台北報導".
  static func isPlaceOfReport(_ word: Substring) -> Bool {
    ends(word, withAny: ["報導", "報道", "报道"]) && (3...6).contains(word.count)
  }

  /// Whether a text ends as the names of sites do: what stands behind a dash or a low line in titles.
  static func isSite(_ text: Substring) -> Bool {
    text.unicodeScalars.count <= 12 && siteEndings.contains { text.hasSuffix($0) }
  }

  private static let siteEndings = [
    "网", "網", "报", "報", "新闻", "新聞", "在线", "線上", "频道", "頻道", "门户", "ニュース", "オンライン", "뉴스", "일보", "신문",
  ]

  /// What stands in the place of a name and is none.
  private static let nobodies = WordSet(
    words: """
      本站 本报 本報 本网 本網 本刊 佚名 网络 網路 未知 匿名 管理员 管理員 综合 綜合 整理 转载 轉載 小编 小編 编辑 編輯 责任编辑 責任編輯
      记者 記者 기자 관리자 운영자 구독 구독하기 팔로우 응원 응원하기 제보 제보하기 입력 등록 수정 페이지
      人气 人氣 浏览 瀏覽 点击 點擊 分享 収藏 收藏 返回 首页 首頁 登录 登入
      """)

  /// What the names of houses end with, and words behind a name that say what it did.
  private static let houseEndings = [
    "攝", "摄", "電", "电", "社", "网", "網", "报", "報", "部", "组", "組", "台", "室", "팀", "부", "사", "뉴스", "新聞", "新闻",
  ]

  /// Surnames that are usual in China, on Taiwan, in Japan and in Korea.
  private static let surnames = WordSet(
    words: """
      王 李 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 林 罗 羅 高 郑 鄭 梁 谢 謝 宋 唐 许 許 韩 韓 冯 馮
      邓 鄧 曹 彭 曾 肖 萧 蕭 田 董 潘 袁 蔡 蒋 蔣 余 于 杜 叶 葉 程 魏 苏 蘇 吕 呂 丁 任 卢 盧 姚 沈 钟 鍾 姜 崔 谭 譚 陆 陸 范 汪 廖 石
      贾 賈 韦 韋 付 方 邹 鄒 熊 孟 秦 邱 江 尹 薛 闫 阎 侯 雷 龙 史 陶 贺 賀 龚 龔 毛 郝 顾 顧 邵 万 萬 钱 錢 严 嚴 武 戴 莫 孔 欧阳 歐陽 司马
      佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々 山口 松本 井上 木村 斎藤 斉藤 清水 山崎 森 池田 橋本 阿部 石川
      山下 中島 石井 小川 前田 岡田 長谷 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田
      竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田
      佐久間 五十嵐 小笠原 大久保 久保田 佐々木 長谷川 宇都宮 長谷部 日比野 波多野 小野寺 小野田 小田切 大河原 西ノ宮 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 菊地 杉本 市川 古川 大西 島田 水野 桜井 高野
      김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 진 지 엄 채 원 천
      방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 제 모 탁 국 어 은 편
      """)
}
