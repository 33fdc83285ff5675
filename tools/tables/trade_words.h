/// Words of customs declarations in the languages whose files come in old encodings. They join
/// the country, language and currency names of CLDR as the sample from which make_text_tables
/// counts letters and letter pairs. Written by us, 2026-11; order does not matter.
#pragma once

namespace tables {

struct TradeWords {
  char const* locale;
  char const* words;
};

inline constexpr TradeWords kTradeWords[] = {
    {"ru",
     "общество с ограниченной ответственностью акционерное открытое закрытое компания фирма завод "
     "торговый дом индивидуальный предприниматель предприятие производство производитель "
     "отправитель получатель декларант наименование товара описание товаров изделия части "
     "запасные детали оборудование прочие для автомобилей машин двигателей насос подшипник "
     "шариковый роликовый клапан фильтр плитка керамическая мебель одежда обувь ткань бумага "
     "картон пластмасса резина стекло сталь чугун медь алюминий провод кабель микросхема "
     "интегральная полупроводниковый прибор прицел оптический тепловизионный бронежилет защитный "
     "шлем винтовка патрон беспилотный летательный аппарат антенна приёмник передатчик "
     "аккумулятор батарея вес нетто брутто количество стоимость цена валюта доллар рубль евро "
     "страна происхождения отправления назначения торгующая Россия Москва Санкт-Петербург "
     "Екатеринбург Новосибирск область край район город улица проспект дом корпус офис строение "
     "таможня таможенный пост дата регистрации номер декларации условия поставки транспорт "
     "контейнер грузовой место упаковка коробка шт штук кг штука килограмм новый не содержит "
     "является предназначен использования бытовой промышленный электрический китай турция "
     "технологии система управление развитие строительство логистика импорт экспорт внешний "
     "адрес телефон почта директор контракт договор от и в на из по без при "
     "ООО АО ЗАО ПАО ОАО НАО ИП НПО НПП НПК НПЦ НИИ КБ ТД ТК ПК ПКФ ГК УК СП ФГУП ГУП ЧП ТОО КХ "
     "ИНН КПП ОГРН ОКПО БИН ИИН УНП РНН БИК СНГ РФ РК РБ МО СПб КНР США ЕАЭС ГТД ДТ ТНВЭД ФТС ФИО "
     "ул пр пер пл наб обл респ г д стр корп оф пом кв п/я н/д б/н и/п"},
    {"uk",
     "товариство з обмеженою відповідальністю підприємство виробник отримувач відправник "
     "найменування товару кількість вага країна походження київ область вулиця митниця "
     "обладнання частини інші"},
    {"tr",
     "sanayi ve ticaret limited şirketi anonim ithalat ihracat dış pazarlama inşaat taşımacılık "
     "gümrük müşavirliği beyanname gönderici alıcı ürün eşya tanımı cinsi ağırlık brüt miktar "
     "değer ülke menşe çıkış varış istanbul ankara izmir bursa mahallesi caddesi sokağı çelik "
     "demir makine yedek parça otomotiv tekstil giyim ayakkabı gıda kağıt plastik kauçuk seramik "
     "karo yapı malzemeleri elektrik elektronik savunma koruyucu yelek balistik kask silah av "
     "tüfeği parçaları mühimmat uçak insansız hava aracı yazılım bilişim danışmanlık ortaklığı "
     "şubesi başka diğer için olan ile kullanılan yeni değil türk işletmeleri güvenlik ürünleri "
     "yağ sıvı ısıtma soğutma döküm kalıp ışık ağaç bağlantı boğaz doğu batı güney kuzey"},
    {"de",
     "Gesellschaft mit beschränkter Haftung Aktiengesellschaft Maschinenbau Geräte Straße "
     "Großhandel Stück Gewicht Ausfuhr Einfuhr für und über Übersee Zubehör Teile Schlüssel "
     "Österreich München Köln Düsseldorf Nürnberg Zürich Ware Ursprungsland Empfänger Versender"},
    {"fr",
     "société anonyme à responsabilité limitée matériel pièces détachées véhicules équipement "
     "électrique numéro désignation déclaration pays d'origine expéditeur destinataire quantité "
     "poids net brut général français système sécurité pour les des ne été"},
    {"es",
     "sociedad anónima compañía importación exportación descripción mercancía número país "
     "españa méxico peso cantidad vehículo máquina repuestos señor año camión eléctrico"},
    {"pt",
     "importação exportação comércio indústria máquinas peças país descrição não são paulo "
     "veículos construção equipamentos elétricos serviços mercadoria"},
    {"sv", "aktiebolag för företag försäljning göteborg malmö västerås kullager vägen tillverkare"},
    {"da", "aktieselskab københavn århus maskiner værktøj udførsel indførsel vægt mængde"},
    {"it", "società responsabilità quantità qualità città perché più attività proprietà"},
    {"ar",
     "شركة مؤسسة تجارة التجارة العامة المحدودة ذات مسؤولية الخليج العربية المتحدة دبي الشارقة "
     "أبوظبي الصناعية صناعة استيراد وتصدير قطع غيار السيارات معدات أجهزة الكترونية كهربائية "
     "الوزن الصافي الإجمالي القيمة الكمية بلد المنشأ المستورد المصدر رقم البيان الجمركي تاريخ "
     "وصف البضاعة عدد الطرود ميناء الشحن النقل البحري الدولية للتجارة منطقة حرة طائرة بدون طيار "
     "خوذة سترة واقية من الرصاص جديدة أخرى مواد بناء حديد صلب نحاس زيوت محمد أحمد علي حسن "
     "عبد الله إبراهيم يوسف ابن في على إلى"},
    {"zh_Hans",
     "有限公司股份有限责任公司集团进出口贸易国际科技技术电子实业工业机械设备制造厂商业发展投资"
     "物流货运代理深圳市广州市上海市北京市天津市重庆市浙江省江苏省广东省山东省福建省宁波杭州"
     "苏州义乌青岛厦门大连东莞佛山温州中国香港台湾新疆乌鲁木齐哈尔滨区路号街道镇村工业园大厦"
     "楼室产品名称规格型号数量重量毛重净重单价总价美元人民币原产国目的国发货人收货人报关单"
     "日期提单集装箱货物描述汽车配件零件轴承电机电池集成电路芯片无人机防弹衣头盔光学仪器热"
     "成像瞄准镜服装鞋类家具陶瓷砖塑料橡胶钢铁铜铝纸玻璃纺织品玩具灯具五金工具阀门泵压缩机"
     "的和及用于其他新全一二三四五六七八九十年月日个件套台箱千克公斤李王张刘陈杨赵黄周吴"},
    {"zh_Hant",
     "有限公司股份有限責任公司集團進出口貿易國際科技技術電子實業工業機械設備製造廠商業發展投資"
     "物流貨運代理台北市高雄市台中市台南市新竹市桃園市香港九龍中國台灣臺灣區路號街道樓室產品"
     "名稱規格型號數量重量毛重淨重單價總價美元新台幣港幣原產地目的國發貨人收貨人報關單日期"
     "提單貨櫃貨物描述汽車零件軸承電機電池積體電路晶片無人機防彈衣頭盔光學儀器熱像瞄準鏡服裝"
     "鞋類家具陶瓷磚塑膠橡膠鋼鐵銅鋁紙玻璃紡織品玩具燈具五金工具閥門泵壓縮機的和及用於其他"
     "新全一二三四五六七八九十年月日個件套台箱千克公斤李王張劉陳楊趙黃周吳林"},
    {"ja",
     "株式会社有限会社合同会社製作所工業産業商事貿易輸出輸入電機電子機械自動車部品精密光学"
     "東京都大阪府名古屋市横浜市神戸市京都市北海道区町丁目番地号室階日本国内海外支店営業所"
     "商品名品名数量重量総重量正味単価金額円荷送人荷受人原産国仕向地申告番号年月日船荷証券"
     "トヨタホンダソニーパナソニックキヤノンニコンセンサーモーターポンプベアリングバルブ"
     "カメラレンズバッテリーケーブルコネクタシステムサービスグループセンターインターナショナル"
     "のにはをがとでもからまでですますしたしているこれその他および又は新品中古用"},
};

}  // namespace tables
