namespace Cuttings.Import.WordPress;

/// <summary>
/// Finds the elements of an export one after another, in constant memory. An XML reader stops at the first fault; exports have many
/// (`]]&gt;` inside a text, prefixes that nothing declares, HTML entities, an end that is lost), so that this one knows no more of XML than exports use, and goes on.
/// Nothing is declared, included or expanded.
/// </summary>
internal sealed partial class WxrScanner(WxrText text)
{
    /// <summary>The longest element, in UTF-16 code units.</summary>
    public const int Longest = 16 * 1024 * 1024;

    /// <summary>The most tags and texts that one element may have.</summary>
    public const int MostTokens = 400_000;

    private char[] buffer = new char[128 * 1024];
    private int start;
    private int end;
    private bool ended;
    private int at;
    private long discarded;

    /// <summary>The parts of the piece that was found last.</summary>
    public List<WxrToken> Tokens { get; } = [];

    /// <summary>The name of the piece's element.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether the channel's end was seen.</summary>
    public bool Complete { get; private set; }

    /// <summary>The prefixes in use.</summary>
    public WxrNames Names { get; } = new();

    private ReadOnlySpan<char> Here => buffer.AsSpan(start, end - start);

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Of(WxrToken token) => buffer.AsSpan(start + token.At, token.Length);

    /// <summary>The name of a tag, with its usual prefix.</summary>
    public ReadOnlySpan<char> NameOf(WxrToken tag) => Names.Of(buffer.AsSpan(start + tag.At, tag.Name));

    /// <summary>The attributes of a start tag.</summary>
    public ReadOnlySpan<char> AttributesOf(WxrToken tag) => buffer.AsSpan(start + tag.At + tag.Name, tag.Length - tag.Name);

    /// <summary>The next piece; what was found before is gone.</summary>
    public async ValueTask<WxrPiece> NextAsync(CancellationToken cancel)
    {
        while (true)
        {
            Discard(at);
            if (Tag() is { } tag)
            {
                if (tag == Found.Nothing)
                {
                    continue;
                }

                return await ElementAsync(cancel);
            }

            if (!await FillAsync(cancel))
            {
                if (Here.IsEmpty)
                {
                    return WxrPiece.End;
                }

                // What begins here has no end; it is the end of nothing, and the file may be cut inside it.
                Complete = false;
                barren[EndOf(Here)] = discarded + end - start;
                at = 1;
            }
        }
    }

    private async ValueTask<WxrPiece> ElementAsync(CancellationToken cancel)
    {
        while (true)
        {
            switch (Scan())
            {
                case Step.Done:
                    return WxrPiece.Element;
                case Step.Broken:
                    return WxrPiece.Broken;
            }

            if (Tokens.Count > MostTokens)
            {
                return await SkipAsync(cancel);
            }

            if (await FillAsync(cancel))
            {
                continue;
            }

            // Where a text never ends, the next item stands in it.
            if (Name == "item" && NextItem() is { } next)
            {
                at = next;
                return WxrPiece.Broken;
            }

            if (!ended)
            {
                return await SkipAsync(cancel);
            }

            at = end - start;
            return WxrPiece.CutOff;
        }
    }

    // The item's title has been read by now; the rest of it goes.
    private async ValueTask<WxrPiece> SkipAsync(CancellationToken cancel)
    {
        Skipped = Tokens.Count > 0 ? Title() : null;
        Tokens.Clear();
        var last = $"</{Name}>";
        while (true)
        {
            var found = Here[Math.Min(at, Here.Length)..].IndexOf(last);
            if (found >= 0)
            {
                at += found + last.Length;
                return WxrPiece.TooLong;
            }

            Discard(Math.Max(Math.Min(at, end - start), end - start - last.Length));
            if (!await FillAsync(cancel))
            {
                at = end - start;
                return WxrPiece.CutOff;
            }
        }
    }

    /// <summary>The title of an item that was passed over, as it stands.</summary>
    public string? Skipped { get; private set; }

    /// <summary>The text of the piece's title element, or null; as it stands.</summary>
    public string? Title()
    {
        for (var n = 0; n + 1 < Tokens.Count; n++)
        {
            if (Tokens[n].Part == WxrPart.Start && NameOf(Tokens[n]) is "title")
            {
                return Tokens[n + 1].Part is WxrPart.Text or WxrPart.CData ? Of(Tokens[n + 1]).ToString() : null;
            }
        }

        return null;
    }

    private void Discard(int count)
    {
        count = Math.Min(count, end - start);
        start += count;
        discarded += count;
        at = 0;
    }

    // False at the end of the file, or where the piece is too long.
    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        if (ended || end - start >= Longest)
        {
            return false;
        }

        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end > buffer.Length / 2)
        {
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, Longest + 1024));
        }
        else if (buffer.Length > 1024 * 1024 && end < 64 * 1024)
        {
            Array.Resize(ref buffer, 128 * 1024);
        }

        while (end < buffer.Length - 1)
        {
            var read = await text.ReadAsync(buffer.AsMemory(end), cancel);
            ended |= read == 0;
            end += read;
            if (read == 0)
            {
                break;
            }
        }

        return true;
    }

    private enum Found
    {
        Nothing,
        Element,
    }

    private enum Step
    {
        More,
        Done,
        Broken,
    }
}
