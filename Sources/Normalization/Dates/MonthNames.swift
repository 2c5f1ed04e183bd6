/// A month as a text names it.
struct MonthName {
  /// The calendar that the name belongs to.
  enum Calendar: UInt8 {
    case gregorian
    /// Gregorian, but years may be counted from the Buddha's death, 543 years earlier.
    case buddhist
    /// The solar Hijri calendar of Iran.
    case persian
  }

  /// 1 to 12.
  var number: Int
  var calendar: Calendar
  /// The tokens that the name takes up.
  var length = 1
}

/// The month that is named at a token, in one word or two (`كانون الثاني`, `ม.ค.`).
func monthName(in tokens: [Token], at index: Int) -> MonthName? {
  guard tokens[index].kind == .word else { return nil }
  var next = index + 1
  if next < tokens.count, tokens[next].isMark(".") { next += 1 }
  if next < tokens.count, tokens[next].kind == .word,
    let code = monthCodes[
      WordHash.joined(WordHash.joined(WordHash.seed, tokens[index].hash), tokens[next].hash)]
  {
    return MonthName(code: code, length: next + 1 - index)
  }
  return monthCodes[tokens[index].hash].map { MonthName(code: $0, length: 1) }
}

/// The number of a month by the hash of its name or of a usual short form, in lower case and without a full stop.
func month(_ name: UInt64) -> Int? { monthCodes[name].map { MonthName(code: $0, length: 1).number } }

extension MonthName {
  /// A month out of its code: the number, and 16 times the calendar.
  fileprivate init(code: UInt8, length: Int) {
    number = Int(code & 0x0F)
    calendar = Calendar(rawValue: code >> 4) ?? .gregorian
    self.length = length
  }
}

/// The names of the months in the languages whose dates are read, January to December; a bar parts the months where a
/// name has two words. Where two languages mean different months by one name, the later line wins.
private let gregorianNames = """
  january february march april may june july august september october november december
  jan feb mar apr may jun jul aug sep oct nov dec
  jan febr marc apr may june july aug sept oct nov dec
  januar februar märz april mai juni juli august september oktober november dezember
  jänner feber mrz apr mai jun jul aug sep okt nov dez
  jän feb mär apr mai juni juli aug sept okt nov dez
  januar februar mäerz abrëll mee juni juli august september oktober november dezember
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre
  janv févr mars avr mai juin juil août sept oct nov déc
  jan fév mars avr mai juin jul aoû sept oct nov déc
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  ene feb mar abr may jun jul ago set oct nov dic
  enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre
  xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro
  gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
  gener febrer març d'abril maig juny juliol d'agost setembre d'octubre novembre desembre
  gen febr març abr maig juny jul ag set oct nov des
  gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
  gen feb mar apr mag giu lug ago set ott nov dic
  jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru
  janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
  jan fev mar abr mai jun jul ago set out nov dez
  januari februari maart april mei juni juli augustus september oktober november december
  jan feb mrt apr mei jun jul aug sep okt nov dec
  januarie februarie maart april mei junie julie augustus september oktober november desember
  januar februar marts april maj juni juli august september oktober november december
  januari februari mars april maj juni juli augusti september oktober november december
  januar februar mars april mai juni juli august september oktober november desember
  jan feb mars apr mai jun jul aug sep okt nov des
  janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
  tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
  tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu
  tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu
  jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
  janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris
  janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī
  sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
  sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis
  siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
  siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac
  siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenog prosinca
  stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
  styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
  sty lut mar kwi maj cze lip sie wrz paź lis gru
  ledna února března dubna května června července srpna září října listopadu prosince
  leden únor březen duben květen červen červenec srpen září říjen listopad prosinec
  led úno bře dub kvě čer čvc srp zář říj lis pro
  januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
  január február marec apríl máj jún júl august september október november december
  januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra
  januar februar marec april maj junij julij avgust september oktober november december
  jan feb mar apr maj jun jul avg sep okt nov dec
  januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra
  január február március április május június július augusztus szeptember október november december
  jan febr márc ápr máj jún júl aug szept okt nov dec
  ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
  ianuarie feb mart apr mai iun iul aug sept oct noi dec
  ian feb mar apr mai iun iul aug sep oct noi dec
  janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor
  ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
  oca şub mar nis may haz tem ağu eyl eki kas ara
  yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
  yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr
  urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren abuztuaren irailaren urriaren azaroaren abenduaren
  urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua
  ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr
  januari februari maret april mei juni juli agustus september oktober november desember
  jan peb mar apr mei jun jul agu sep okt nop des
  januari pebruari maret april mei juni juli agt september oktober nopember desember
  januari februari mac april mei jun julai ogos september oktober november disember
  jan feb mac apr mei jun jul ogo sep okt nov dis
  januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
  enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
  янв фев мар апр май июн июл авг сен окт ноя дек
  янв февр мар апр мая июн июл авг сент окт нояб дек
  січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
  січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
  січ лют бер кві тра чер лип сер вер жов лис гру
  січ лют берез квіт трав черв лип серп верес жовт листоп груд
  студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня
  студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань
  януари февруари март април май юни юли август септември октомври ноември декември
  яну фев мар апр май юни юли авг сеп окт ное дек
  јануар фебруар март април мај јун јул август септембар октобар новембар децембар
  јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра
  јануари февруари март април мај јуни јули август септември октомври ноември декември
  қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
  ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
  ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου
  ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος
  ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ
  ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπτ οκτ νοε δεκ
  ιαν φεβρ μαρτ απρ μαΐ ιουν ιουλ αυγ σεπτ οκτ νοεμ δεκ
  ιαν φεβ μάρ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ
  հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի
  հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր
  იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი
  يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
  يناير فبراير مارس ابريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
  يناير شباط آذار إبريل أيار حزيران تموز آب أيلول تشرين نوفمبر ديسمبر
  يناير شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين نوفمبر ديسمبر
  جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
  يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر
  ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
  ژانویه فوریه مارس آوریل می ژوئن جولای آگوست سپتامبر اکتبر نوامبر دسامبر
  جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
  ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
  בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
  לינואר לפברואר למרץ לאפריל למאי ליוני ליולי לאוגוסט לספטמבר לאוקטובר לנובמבר לדצמבר
  ינואר פברואר מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
  जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
  जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर
  जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर
  জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
  জানুয়ারী ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই অগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
  જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ સપ્ટેમ્બર ઑક્ટોબર નવેમ્બર ડિસેમ્બર
  ਜਨਵਰੀ ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ
  ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்
  జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జూలై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్
  జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై ఆగస్టు సెప్టెంబరు అక్టోబరు నవంబరు డిసెంబరు
  ಜನವರಿ ಫೆಬ್ರವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್
  ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മേയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ് സെപ്റ്റംബർ ഒക്ടോബർ നവംബർ ഡിസംബർ
  كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول
  """

private let buddhistNames = """
  มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
  มกรา กุมภา มีนา เมษา พฤษภา มิถุนา กรกฎา สิงหา กันยา ตุลา พฤศจิกา ธันวา
  ม ค|ก พ|มี ค|เม ย|พ ค|มิ ย|ก ค|ส ค|ก ย|ต ค|พ ย|ธ ค
  """

private let persianNames = """
  فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
  فروردين ارديبهشت خرداد تير مرداد شهريور مهر آبان آذر دي بهمن اسفند
  """

private let monthCodes: WordTable<UInt8> = {
  var entries: [(UInt64, UInt8)] = []
  for (names, calendar) in [
    (gregorianNames, MonthName.Calendar.gregorian), (buddhistNames, .buddhist), (persianNames, .persian),
  ] {
    // By bytes: where characters end is costly to find in Indic scripts, and no matter here.
    for line in names.utf8.split(separator: UInt8(ascii: "\n")) {
      let separator = UInt8(ascii: line.contains(UInt8(ascii: "|")) ? "|" : " ")
      for (index, name) in line.split(separator: separator).enumerated() {
        let isPhrase = name.contains(UInt8(ascii: " "))
        let key = isPhrase ? WordHash.phrase(Substring(name)) : WordHash(folded: Substring(name)).value
        entries.append((key, UInt8(index + 1) | calendar.rawValue << 4))
      }
    }
  }
  return WordTable(entries)
}()
