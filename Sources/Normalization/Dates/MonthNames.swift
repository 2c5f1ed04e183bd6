/// The number of a month by the hash of its name or of a usual short form, in lower case and without a full stop.
func month(_ name: UInt64) -> Int? { monthNumbers[name] }

/// The names of the months in the languages whose dates are read, January to December.
private let monthNames: [String] = [
  // English
  "january february march april may june july august september october november december",
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "jan febr marc apr may june july aug sept oct nov dec",
  // German, Austrian
  "januar februar märz april mai juni juli august september oktober november dezember",
  "jänner feber mrz apr mai jun jul aug sep okt nov dez",
  "jän feb mär apr mai juni juli aug sept okt nov dez",
  // French
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "janv févr mars avr mai juin juil août sept oct nov déc",
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
  // Spanish
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "ene feb mar abr may jun jul ago set oct nov dic",
  "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
  // Italian
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "gen feb mar apr mag giu lug ago set ott nov dic",
  // Portuguese
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "jan fev mar abr mai jun jul ago set out nov dez",
  // Dutch
  "januari februari maart april mei juni juli augustus september oktober november december",
  "jan feb mrt apr mei jun jul aug sep okt nov dec",
  // Danish, Norwegian, Swedish, Finnish
  "januar februar marts april maj juni juli august september oktober november december",
  "januari februari mars april maj juni juli augusti september oktober november december",
  "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
    + " marraskuuta joulukuuta",
  "januar februar mars april mai juni juli august september oktober november desember",
  // Croatian, before Polish: what is October there is November here, and the later line wins.
  "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
  // Polish, Czech, Russian, Ukrainian: the genitive, as dates have it
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  "ledna února března dubna května června července srpna září října listopadu prosince",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  // Turkish, Indonesian, Romanian, Greek
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  "januari februari maret april mei juni juli agustus september oktober november desember",
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
  "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου"
    + " δεκεμβρίου",
  "ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
  "ianuarie feb mart apr mai iun iul aug sept oct noi dec",
  // Short forms of the North and of the Slavs
  "jan feb mars apr mai jun jul aug sep okt nov des",
  "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
  "sty lut mar kwi maj cze lip sie wrz paź lis gru",
  "янв фев мар апр май июн июл авг сен окт ноя дек",
  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
  "січ лют бер кві тра чер лип сер вер жов лис гру",
  // Slovak, Slovene, Serbian, Bulgarian
  "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
  "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
  "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
  "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
  "януари февруари март април май юни юли август септември октомври ноември декември",
  // Hungarian, Turkish short, Catalan, Icelandic
  "január február március április május június július augusztus szeptember október november december",
  "oca şub mar nis may haz tem ağu eyl eki kas ara",
  "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
  "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
  // Estonian, Latvian, Lithuanian
  "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
  "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
  "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
  // Indonesian and Malay short, Malay, Swahili, Filipino, Afrikaans
  "jan feb mar apr mei jun jul agu sep okt nov des",
  "januari februari mac april mei jun julai ogos september oktober november disember",
  "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
  "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
  "januarie februarie maart april mei junie julie augustus september oktober november desember",
  // Arabic of Egypt and of the Levant, Persian transcription, Hebrew, Hindi, Bengali, Urdu
  "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
  "يناير شباط آذار إبريل أيار حزيران تموز آب أيلول تشرين نوفمبر ديسمبر",
  "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
  "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
  "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
  "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
  "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
  "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
]

private let monthNumbers = WordTable(
  monthNames.flatMap { names in
    names.split(separator: " ").enumerated().map { (WordHash(folded: $1).value, $0 + 1) }
  })
