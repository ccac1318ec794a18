using System.Collections.Frozen;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The words that stand around names in bylines, in the languages read here.</summary>
internal static class WriterWords
{
    /// <summary>Names of nobody.</summary>
    public static FrozenSet<string> Nobody { get; } = Set("admin|administrator|administrador|editor|webmaster|guest|unknown|anonymous|author|authors|by|follow|follow author|contributor|contributors|share|comments|comment|read more|view profile|profile|none|null|undefined|n/a|na|user|root|posted|posted by|written by|published|updated|about the author|see all|all posts|more|website|twitter|facebook|email|e-mail|print|home|news|advertisement|subscribe|sign in|log in|login|default|wordpress|no author|author name|super user|superuser|view all posts|more from|full bio|bio|the author|name|guest author|web|online|photo|video|opinion|analysis|share this|edit|reply|permalink|tags|category|categories|source|sources|date|time|your name|see more|follow us|contact|editors|others|more|et al|colleagues|sponsored|staff report|read bio|email this|save|tweet|like|recommend|listen|subscribe now|become a fan|godz|godz.|uhr|klo|kl|hrs|imprimir|enviar|compartir|imprimer|envoyer|partager|drucken|teilen|stampa|invia|condividi");

    /// <summary>Words of bodies, so that they are no persons.</summary>
    public static FrozenSet<string> Bodies { get; } = Set("press|news|times|post|gazette|staff|agency|agencies|reuters|afp|ap|upi|dpa|efe|ansa|tass|yonhap|xinhua|kyodo|bloomberg|magazine|media|team|desk|network|journal|herald|radio|tv|bbc|cnn|cnbc|nbc|abc|cbs|npr|service|services|bureau|wire|wires|newsroom|editors|editorial|board|redaktion|redaction|rédaction|redacción|redazione|redação|redactie|correspondents|reporters|writers|reporting|university|institute|institution|foundation|association|society|council|committee|company|inc|ltd|llc|corp|corporation|group|department|ministry|office|center|centre|union|project|projects|studio|studios|weekly|daily|tribune|chronicle|telegraph|guardian|observer|mail|courier|echo|today|online|digital|publishing|publications|blog|website|club|coalition|campaign|organization|organisation|international|contributors|community|agence|agencia|agenzia|agentur|presse|prensa|zeitung|통신|뉴스|일보|신문|방송|편집국|편집부|디지털뉴스부|온라인뉴스팀|뉴스팀|新闻|通讯社|编辑部|編集部|新聞|通信|共同|時事");

    /// <summary>Titles of office that follow a name.</summary>
    public static FrozenSet<string> Roles { get; } = Set("reporter|correspondent|editor|writer|columnist|journalist|author|contributor|producer|photographer|critic|freelancer|fellow|analyst|anchor|chief|director|intern|researcher|professor|lecturer|economist|president|ceo|founder|cofounder|manager|head|md|phd|ph.d|ph.d.|m.d.|ma|mba|msc|rn|dr|jr|esq|redakteur|redakteurin|korrespondent|korrespondentin|journaliste|redacteur|rédacteur|rédactrice|correspondant|correspondante|redactor|redactora|corresponsal|periodista|inviato|corrispondente|repórter|staff|senior|special|political|chief|assistant|associate|managing|deputy|national|foreign|business|sports|science|health|technology|tech|environment|climate|education|economics|defence|defense|legal|royal|media|arts|religion|transport|energy|europe|asia|africa|americas|middle|east|beijing|brussels|moscow|london|westminster|chief|diplomatic|executive|contributing|former|lead|local|city|state|white|house|pentagon|washington|news|guest|opinion|consumer|medical|security|features|multimedia|digital|data|investigations|investigative|crime|politics|culture|travel|food|deskundige|verslaggever");

    /// <summary>Small words inside names.</summary>
    public static FrozenSet<string> Particles { get; } = Set("de|del|della|di|da|das|dos|do|du|des|la|le|van|von|der|den|ter|ten|zu|zur|al|el|bin|ibn|bint|y|e|af|av|st|st.|o|san|santa|ben|abu|d'|l'|vom|vander|vande|het|'t|te");

    private static FrozenSet<string> Set(string words) => words.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
