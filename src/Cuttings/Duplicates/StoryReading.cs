namespace Cuttings.Duplicates;

/// <summary>Lays the text of one article beside others, read when it is first needed.</summary>
internal sealed class StoryReading(long id, string? text, Func<long, string?>? textOf)
{
    private StoryText? read;

    /// <summary>How alike the two are; null where a text is not at hand.</summary>
    public Likeness? With(long other)
    {
        if (textOf is null || (read ??= Read(text ?? textOf(id))) is not { } mine || Read(textOf(other)) is not { } theirs)
        {
            return null;
        }

        return Likeness.Between(mine, theirs);
    }

    private static StoryText? Read(string? text) => text is null ? null : StoryText.Of(text);
}
