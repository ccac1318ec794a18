using Cuttings.Import.Pages.Facts;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

public class LanguageOfTextTests
{
    [Theory]
    [InlineData("hu", "A komp szerda este indult el a kikötőből, és csak hajnalban ért a szigetre, mert a jég még nem olvadt el. A kapitány szerint az út most is nehéz volt, de az utasok között senki nem panaszkodott. Azt mondta, hogy lesz még egy járat, ha a szél engedi.")]
    [InlineData("bg", "Фериботът тръгна от пристанището в сряда вечерта и стигна до острова чак на сутринта, защото ледът още не се беше стопил. Капитанът каза, че пътят е бил труден, но никой от пътниците не се е оплакал. Той добави, че ще има още един курс, ако вятърът го позволи.")]
    [InlineData("ru", "Паром вышел из порта в среду вечером и пришёл на остров только утром, потому что лёд ещё не растаял. Капитан сказал, что путь был трудным, но никто из пассажиров не жаловался. Он добавил, что будет ещё один рейс, если ветер это позволит.")]
    [InlineData("ca", "El vaixell va sortir del port dimecres al vespre i no va arribar a l'illa fins a la matinada, perquè el gel encara no s'havia fos. El capità va dir que el camí és molt difícil, però que els passatgers no es van queixar. També hi ha una altra sortida si el vent ho permet, com sempre quan fa bon temps.")]
    [InlineData("es", "El barco salió del puerto el miércoles por la tarde y no llegó a la isla hasta la madrugada, porque el hielo aún no se había fundido. El capitán dijo que el camino es muy difícil, pero que los pasajeros no se quejaron. También hay otra salida si el viento lo permite, como siempre cuando hace buen tiempo.")]
    [InlineData("el", "Το πλοίο έφυγε από το λιμάνι την Τετάρτη το βράδυ και έφτασε στο νησί μόλις το πρωί, επειδή ο πάγος δεν είχε λιώσει ακόμη.")]
    [InlineData("ar", "غادرت العبارة الميناء مساء الأربعاء ولم تصل إلى الجزيرة إلا في الصباح لأن الجليد لم يذب بعد كما قال القبطان للركاب.")]
    [InlineData("fa", "کشتی عصر چهارشنبه بندر را ترک کرد و تازه صبح به جزیره رسید، چون یخ هنوز آب نشده بود و ناخدا این را به مسافران گفت.")]
    [InlineData("he", "המעבורת עזבה את הנמל ביום רביעי בערב והגיעה אל האי רק בבוקר, כי הקרח עדיין לא נמס, אמר הקברניט לנוסעים על הרציף.")]
    [InlineData("th", "เรือข้ามฟากออกจากท่าเรือในเย็นวันพุธและมาถึงเกาะในตอนเช้าเท่านั้นเพราะน้ำแข็งยังไม่ละลายกัปตันกล่าวกับผู้โดยสาร")]
    [InlineData(null, "Orsa Harbour")]
    public void A_text_tells_its_language(string? language, string text) => Assert.Equal(language, LanguageOfText.Of([text]));
}
