using System.Collections.Frozen;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The commonest small words of the languages that Latin and Cyrillic letters write, by which a text tells its own.</summary>
internal static class LanguageWords
{
    private static readonly KeyValuePair<string, string>[] Lists =
    [
        new("en", "the of and to in is that it was for on are with as be this have from at by not but they his her which will would there their has had were been who said its more about when what"),
        new("de", "der die und das den ist nicht von zu mit sich des auf für im dem ein eine als auch es an werden aus er hat dass sie nach wird bei einer noch wie einem über so war zum aber"),
        new("fr", "le la les des et en un une du est que qui dans pour pas sur au par plus avec ce il sont se ne aux cette ont été mais ou leur comme nous elle son ses d'une c'est"),
        new("es", "el la de que y en los se del las por un para con no una su al lo como más pero sus le ya este porque esta cuando muy sin sobre también hasta hay donde quien desde está son fue"),
        new("it", "il di che la e in un per è non una sono da del della con le si dei alla nel come anche più ha delle gli lo ma al nella essere questo ed dal degli stato suo sul"),
        new("pt", "o de que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já está também só pelo pela até isso são foi pelo"),
        new("nl", "de het een van en in is dat op te zijn met voor niet die er aan om ook als bij maar naar uit door over nog wordt hij wel geen worden dan hebben heeft deze ze werd meer"),
        new("pl", "w i na z się nie do to jest że o jak po co tak za od przez ale jego już dla czy przy tym był które oraz są tylko może być jako także było roku ich pod"),
        new("cs", "a se v na je že o s z do to i za ve jsem by k pro ale jako co jak po od tak si jeho jsou byl které který podle při už také nebo která roku"),
        new("sv", "och i att det som en på är av för med den till inte har om de ett han var men sig från vi så kan när år under också efter eller nu där ska vid mot skulle"),
        new("da", "og i at det er en til på de af som for den med har ikke der om et han var men sig fra vi så kan når efter også eller nu skal ved mod blev være havde"),
        new("no", "og i det er en til på av som for med har ikke de om et han var men seg fra vi så kan når etter også eller nå skal ved mot ble være hadde å sier"),
        new("fi", "ja on ei että se hän oli joka mutta myös ovat kun niin kuin sen ole mukaan jos vuoden mitä tai jo vain nyt sitä voi jotka siitä tämä ovat olla"),
        new("ro", "de și în la a că cu o pe nu din un este care pentru mai au fost sunt sau ce prin dar după ca lui să se acest ale fi două"),
        new("tr", "ve bir bu da de için ile çok olarak daha olan gibi ne ama kadar sonra en var her o ise yok değil göre olduğunu şu ki"),
        new("id", "yang dan di untuk dengan dari ini itu pada dalam tidak akan ke juga oleh ada saya adalah sebagai bisa telah kami mereka karena kata"),
        new("vi", "và của là có không được cho các một trong những với người này đã khi để đến về từ như ra cũng tại năm theo"),
        new("ru", "и в не на что с по это как к но из у за от так же его для о то все было он а мы она был если они также при только уже этого"),
        new("uk", "і в не на що з до та це як за у від про його для але є й він був так які також або вже було при після щоб може"),
        new("bg", "и на в да се за от не с по е са че като до ще при което които беше или но това който тази само има още след бе няма ги му те ни която през"),
        new("sr", "и у је на се да за од са су не које који то што као али био би због након из или је која он према код бити када још само има биће"),
        new("hr", "i u je na se da za od s su ne koji koje što kao ali bi zbog nakon iz ili koja on prema kod biti kada još samo ima sam bio će te samo"),
        new("sk", "a v sa na je že o s z do to za vo ako by k pre ale už aj jeho sú bol ktorý ktoré ktorá podľa pri tiež alebo bude roku však od po"),
        new("hu", "a az és hogy nem is egy ez meg volt már csak el de ha még mint ki azt én van lehet vagy szerint lesz után között minden amely aki pedig most nagy"),
        new("lt", "ir į iš kad su yra tai kaip o per už apie buvo bet dėl jau ne tik ar nuo dar būti po pat prie jo kai šiuo taip metu metų"),
        new("lv", "un ir ka no ar par uz kas to lai bet arī pie pēc kā nav tas tika būs gan šo ko vai jau tiek viņš līdz pret bija gada"),
        new("et", "ja on ei et oli see ka kui mis ning aga oma ta kes siis nii või veel juba pole selle üks pärast kuid enne seda mida ma aasta saab"),
        new("ca", "el la de i que a en els les per un amb una és no del al es com però més ha ser als seva aquest aquesta també seu han fins quan molt són sense"),
    ];

    private static readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> Known = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many languages there are.</summary>
    public static int Count => Lists.Length;

    /// <summary>A language's tag.</summary>
    public static string Language(int number) => Lists[number].Key;

    /// <summary>The languages that have the word, a bit each.</summary>
    public static uint With(ReadOnlySpan<char> word) => Known.TryGetValue(word, out var languages) ? languages : 0;

    private static FrozenDictionary<string, uint> Read()
    {
        var known = new Dictionary<string, uint>(StringComparer.Ordinal);
        for (var language = 0; language < Lists.Length; language++)
        {
            foreach (var word in Lists[language].Value.Split(' '))
            {
                known[word] = known.GetValueOrDefault(word) | (1u << language);
            }
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
