namespace Cuttings.Tests.Duplicates;

/// <summary>Articles as papers of the strait print them: one story in several settings, and others that only look alike.</summary>
internal static class Copies
{
    public const string Agency = """
        VELL, March 3 (R&V) -- The night ferry Marjan left Vell at ten on Tuesday for the first time since the channel was closed eleven months ago, with 214 passengers and a hold half full of letters.

        The strait authority said the crossing would run three times a week until the autumn storms. Tickets for the first nine crossings were sold within an hour, at 46 marks each, and a second office had to be opened in the fish hall.

        “We had stopped counting the months,” said Pilot Ida Lund, who has steered the crossing for nineteen years. “The buoys are new. The water is the same.”

        The channel was closed in April after a dredger broke up on the bar and spilled its gravel. Clearing it took two barges and 71 divers, and cost the port of Vell about 3.1 million marks, half of which the insurers have yet to pay.

        Customs officers on the far side searched every third passenger. Among the goods held back were forty jars of eel, a church clock without its hands and a parrot that its owner said was only visiting.

        A spokesman for the harbour of Orsa said that a second boat was not planned. The mayor, Anders Brekk, said that it was.

        [Reuben & Vale News Agency]
        """;

    public const string CutToTheHalf = """
        By a staff writer

        The night ferry Marjan left Vell at ten on Tuesday for the first time since the channel was closed eleven months ago, with 214 passengers and a hold half full of letters.

        The strait authority said the crossing would run three times a week until the autumn storms. Tickets for the first nine crossings were sold within an hour, at 46 marks each, and a second office had to be opened in the fish hall.

        “We had stopped counting the months,” said Pilot Ida Lund, who has steered the crossing for nineteen years. “The buoys are new. The water is the same.” (R&V)
        """;

    public const string WithALocalLead = """
        Eleven people from Lower Tarn were on board when the ferry sailed again this week, among them the whole of the village band, which had been promised a cabin and was given the deck.

        The night ferry Marjan left Vell at ten on Tuesday for the first time since the channel was closed eleven months ago, with 214 passengers and a hold half full of letters.

        The strait authority said the crossing would run three times a week until the autumn storms. Tickets for the first nine crossings were sold within an hour, at 46 marks each, and a second office had to be opened in the fish hall.

        The channel was closed in April after a dredger broke up on the bar and spilled its gravel. Clearing it took two barges and 71 divers, and cost the port of Vell about 3.1 million marks, half of which the insurers have yet to pay.
        """;

    public const string Edited = """
        The Marjan, the night ferry, left Vell at ten on Tuesday for the first time since the channel closed eleven months ago. It carried 214 passengers and a hold half full of letters.

        The crossing will run three times a week until the autumn storms, the strait authority said. Tickets for the first nine crossings went within an hour, at 46 marks each; a second office had to be opened in the fish hall.

        “We had stopped counting the months,” said the pilot, Ida Lund, who has steered the crossing for nineteen years. “The buoys are new. The water is the same.”

        The channel was closed in April when a dredger broke up on the bar and spilled its gravel. Clearing it took two barges and 71 divers and cost the port of Vell some 3.1 million marks, of which the insurers have still to pay half.

        Customs officers on the other side searched every third passenger. Held back were forty jars of eel, a church clock without its hands and a parrot which, its owner said, was only visiting.
        """;

    public const string AnotherReportOfIt = """
        When the gangway of the Marjan came down at Orsa early on Wednesday, the first to leave it was a postman. He had eleven months of letters to explain.

        The strait has its night boat back. It was two hours late, which nobody on the mole thought worth a remark, and it was full: more than two hundred people had paid to be rocked until morning in a ship whose heating is a matter of belief.

        Most of them went straight to the market. A few stayed on board, having only wanted the crossing.

        “I do it for the sound,” said a retired clerk from Vell, who gave his name and then took it back. He had brought his own blanket and a list of the lights in the order in which they ought to appear.

        The authority is pleased. It has printed a timetable, and means to keep to it for three days of every week.
        """;

    public const string WeatherOfMonday = """
        Weather for the strait on Monday. Wind from the west at 14 knots, rising to 22 knots by noon, with showers over Orsa and the eastern grounds. Temperatures between 4 and 9 degrees at Vell, between 3 and 8 degrees at Tarn.

        Waves of 1.2 metres in the channel and 2.4 metres off the bar. Visibility 6 miles, falling to 2 miles in rain. High water at Vell at 5.12 and 17.40, at Orsa at 6.05 and 18.31.

        Small craft should keep to the inner channel after 15.00. The harbour office will answer questions by telephone until 20.00. The next report will be issued at 18.00.
        """;

    public const string WeatherOfTuesday = """
        Weather for the strait on Tuesday. Wind from the north at 8 knots, rising to 11 knots by noon, with showers over Orsa and the eastern grounds. Temperatures between 1 and 5 degrees at Vell, between 0 and 6 degrees at Tarn.

        Waves of 0.6 metres in the channel and 1.1 metres off the bar. Visibility 9 miles, falling to 4 miles in rain. High water at Vell at 6.02 and 18.27, at Orsa at 6.55 and 19.20.

        Small craft should keep to the inner channel after 16.00. The harbour office will answer questions by telephone until 20.00. The next report will be issued at 18.00.
        """;

    public const string WinterTimetable = """
        The night ferry will sail to the following times from November until March. From Vell on Mondays at 21.40, on Wednesdays at 22.15 and on Fridays at 22.50. From Orsa on Tuesdays at 20.10, on Thursdays at 20.35 and on Saturdays at 19.55. Children under 6 travel free of charge. Vehicles must be on the mole 45 minutes before the boat leaves. Letters are taken until 18.30 at the window of the customs house. The fare is 46 marks in the saloon and 31 marks on deck.
        """;

    public const string SummerTimetable = """
        The night ferry will sail to the following times from April until October. From Vell on Mondays at 22.30, on Wednesdays at 23.05 and on Fridays at 23.20. From Orsa on Tuesdays at 21.15, on Thursdays at 21.50 and on Saturdays at 20.40. Children under 6 travel free of charge. Vehicles must be on the mole 45 minutes before the boat leaves. Letters are taken until 18.30 at the window of the customs house. The fare is 52 marks in the saloon and 37 marks on deck.
        """;

    public const string CourtOnAune = """
        The district court at Vell on Thursday fined Jens Aune, 44, a carter of Lower Tarn, 400 marks for bringing lamp oil over the border without a permit. The prosecution had asked for four times as much.

        Aune told the court that he had not known what was in the barrels. The clerk of evidence said that he had signed for all of them. Judge Helga Moe said that a man who signs should read, and that a man who cannot read should ask.

        Aune has fourteen days in which to appeal. His counsel, Tove Rask, said that Aune would think about it. The oil remains with the court.
        """;

    public const string CourtOnHolm = """
        The district court at Vell on Thursday fined Peder Holm, 61, a baker of Upper Saltby, 650 marks for bringing lamp oil over the border without a permit. The prosecution had asked for four times as much.

        Holm told the court that he had not known what was in the barrels. The clerk of evidence said that he had signed for all of them. Judge Helga Moe said that a man who signs should read, and that a man who cannot read should ask.

        Holm has fourteen days in which to appeal. His counsel, Oda Kvist, said that Holm would think about it. The oil remains with the court.
        """;

    public const string Correction = """
        A report on Tuesday about the night ferry gave a wrong number of divers. Clearing the channel took 17 divers, not 71. The port of Vell has asked us to add that none of them was paid by the hour. We regret the error.
        """;

    public const string NewsletterOfMay = """
        Good morning from the Tidewater Gazette, and thank you for reading us with your coffee. This letter comes to you every weekday before the first boat.

        The eel market opens again on Saturday after the repair of its roof. Stallholders drew lots for the corner nearest the stove, and the same family won it for the fourth year, to a silence that our reporter timed.

        You receive this letter because you left your address with us at the office or on the mole. If you no longer want it, tell the boy who brings the paper, or write to the desk and we shall strike you from the list. Advertisements are taken until noon. The Gazette is printed at Saltby on paper made from old Gazettes.
        """;

    public const string NewsletterOfJune = """
        Good morning from the Tidewater Gazette, and thank you for reading us with your coffee. This letter comes to you every weekday before the first boat.

        A lighthouse lens has been stolen from the depot behind the chapel, where it had stood in a crate marked turnips. Police ask anybody who sees a strong light where there was none to think twice before thanking Providence for it.

        You receive this letter because you left your address with us at the office or on the mole. If you no longer want it, tell the boy who brings the paper, or write to the desk and we shall strike you from the list. Advertisements are taken until noon. The Gazette is printed at Saltby on paper made from old Gazettes.
        """;

    public const string KoreanAgency = """
        (벨=동해통신) 김하늘 기자 = 야간 여객선 마리얀호가 열한 달 만에 다시 해협을 건넜다. 해협관리청은 화요일 밤 10시 승객 214명을 태운 배가 벨 항을 떠났다고 밝혔다.

        관리청은 가을 폭풍이 오기 전까지 일주일에 세 번 배를 띄울 계획이라고 설명했다. 첫 아홉 차례의 표는 한 시간 만에 모두 팔렸으며 값은 46마르크였다.

        항로는 지난해 4월 준설선이 모래톱에서 부서지며 자갈을 쏟아 막혔다. 치우는 데 바지선 두 척과 잠수사 71명이 들어갔고 벨 항은 310만 마르크를 썼다.

        건너편 세관은 승객 셋 가운데 한 명의 짐을 뒤졌다. 압수한 물건 가운데는 장어 마흔 병과 바늘이 없는 교회 시계가 있었다.

        저작권자 ⓒ 동해통신, 무단전재 및 재배포 금지
        """;

    public const string KoreanCut = """
        야간여객선 마리얀호가 열한 달만에 다시 해협을 건넜다. 해협관리청은 화요일 밤 10시 승객 214명을 태운 배가 벨항을 떠났다고 밝혔다.

        관리청은 가을 폭풍이 오기 전까지 일주일에 세 번 배를 띄울 계획이라고 설명했다. 첫 아홉 차례의 표는 한시간 만에 모두 팔렸으며 값은 46마르크였다.

        박바다 기자 bada@quay.example
        """;

    public const string KoreanForecast = """
        내일 해협의 날씨입니다. 바람은 서쪽에서 초속 7미터로 불고 낮에는 초속 11미터까지 강해지겠습니다. 벨의 아침 기온은 4도, 낮 기온은 9도로 예상됩니다. 물결은 앞바다에서 1.2미터, 먼바다에서 2.4미터로 일겠습니다. 작은 배는 오후 3시 이후 안쪽 항로를 이용하시기 바랍니다. 다음 예보는 저녁 6시에 발표합니다.
        """;

    public const string KoreanForecastOfTheNextDay = """
        내일 해협의 날씨입니다. 바람은 북쪽에서 초속 3미터로 불고 낮에는 초속 5미터까지 강해지겠습니다. 벨의 아침 기온은 1도, 낮 기온은 6도로 예상됩니다. 물결은 앞바다에서 0.6미터, 먼바다에서 1.1미터로 일겠습니다. 작은 배는 오후 4시 이후 안쪽 항로를 이용하시기 바랍니다. 다음 예보는 저녁 6시에 발표합니다.
        """;

    public const string ChineseAgency = """
        望海社东港3月3日电（记者 林舟）停航十一个月后，夜班渡轮“玛尔扬”号周二晚十时再次驶离东港，船上载有214名乘客和半舱信件。

        海峡管理局表示，秋季风暴来临之前，渡轮每周往返三次。头九个航次的船票在一小时内售完，每张46马克，鱼市大厅不得不加开第二个售票处。

        航道去年四月因一艘挖泥船在沙洲上断裂、碎石散落而关闭。清理工作动用了两艘驳船和71名潜水员，东港为此花费约310万马克，其中一半保险公司尚未支付。

        对岸海关检查了三分之一的乘客。被扣下的物品有四十罐鳗鱼、一座没有指针的教堂大钟，还有一只鹦鹉。

        责任编辑：周浅
        """;

    public const string ChineseCut = """
        【本报综合】停航十一个月后，夜班渡轮“玛尔扬”号周二晚十时再次驶离东港，船上载有214名乘客和半舱信件。海峡管理局称，秋季风暴来临之前，渡轮每周往返三次。头九个航次的船票在一小时内售完，每张46马克，鱼市大厅不得不加开第二个售票处。
        """;

    public const string ChineseVerdict = """
        东港地方法院周四以无证携带灯油过境为由，对下塔恩村车夫赵石处以400马克罚款。检方原先要求四倍的金额。赵石在庭上说，他不知道桶里装的是什么。书记员指出，所有的桶都由赵石签收。法官说，签字的人应当先读，读不懂的人应当先问。赵石可在十四天内上诉。灯油仍由法院保管。
        """;

    public const string ChineseVerdictOnAnother = """
        东港地方法院周四以无证携带灯油过境为由，对上盐村面包师孙河处以650马克罚款。检方原先要求四倍的金额。孙河在庭上说，他不知道桶里装的是什么。书记员指出，所有的桶都由孙河签收。法官说，签字的人应当先读，读不懂的人应当先问。孙河可在十四天内上诉。灯油仍由法院保管。
        """;

    public static string Named(string name) => (string)typeof(Copies).GetField(name)!.GetValue(null)!;
}
