using System.Buffers;

namespace Cuttings.Collation.Warnings;

/// <summary>The signs between words that tell where a clause, a quotation or a name ends.</summary>
internal static class Signs
{
    /// <summary>A clause ends or begins here.</summary>
    public static SearchValues<char> ClauseEnd { get; } = SearchValues.Create(",;:”\"“—–()");

    /// <summary>A pause, or the end of a quotation.</summary>
    public static SearchValues<char> Pause { get; } = SearchValues.Create(",;:”\"—–’");

    /// <summary>More than a comma.</summary>
    public static SearchValues<char> Harder { get; } = SearchValues.Create(";:”\"“—–(");

    /// <summary>A quotation ends here.</summary>
    public static SearchValues<char> Closing { get; } = SearchValues.Create("”\"’'»");

    /// <summary>A quotation begins here, or what introduces one.</summary>
    public static SearchValues<char> Opening { get; } = SearchValues.Create(",:“\"‘");

    /// <summary>A quotation begins here, or a colon stands.</summary>
    public static SearchValues<char> OpeningOrColon { get; } = SearchValues.Create(":“\"‘");

    /// <summary>A comma, or the end of a quotation.</summary>
    public static SearchValues<char> CommaOrQuote { get; } = SearchValues.Create(",”\"");

    /// <summary>A comma or a stop.</summary>
    public static SearchValues<char> Stop { get; } = SearchValues.Create(",.;");
}
