namespace Cuttings.Import.Feeds.Markup;

/// <summary>Tags, as ill-formed feeds have them.</summary>
internal sealed partial class LooseReading
{
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(" \t\r\n<>");
    private const int LongestName = 100;
    private const int MostDeclared = 200;
    private const int MostAttributes = 100;

    private bool StartTag()
    {
        var place = at + 1;
        var name = Name(ref place);
        if (name.IsEmpty)
        {
            return false;
        }

        var attributes = new List<(string Name, string Value)>();
        var empty = false;
        while (place < text.Length && text[place] != '>')
        {
            if (text[place] == '<')
            {
                // The tag was never closed; the next one begins here.
                damage.Add("A tag does not end.");
                place--;
                break;
            }

            empty = text[place] == '/';
            if (empty || char.IsWhiteSpace(text[place]))
            {
                place++;
                continue;
            }

            var start = place;
            var attribute = Name(ref place).ToString();
            if (place == start)
            {
                place++;
                continue;
            }

            var value = Value(ref place);
            if (attributes.Count < MostAttributes)
            {
                attributes.Add((attribute, value));
            }
        }

        at = Math.Min(place + 1, text.Length);
        Open(name.ToString(), attributes);
        if (empty)
        {
            End();
        }

        return true;
    }

    private void Open(string name, List<(string Name, string Value)> attributes)
    {
        foreach (var (attribute, value) in attributes)
        {
            if (declared.Count < MostDeclared && (attribute == "xmlns" || attribute.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase)))
            {
                declared.Add((tree.Depth, attribute == "xmlns" ? "" : attribute[6..], value));
            }
        }

        var (prefix, local) = Split(name);
        var vocabulary = Vocabulary(prefix);
        var key = vocabulary is null ? "?" : vocabulary.Length == 0 ? AtomRoot ? "atom:" + local.ToLowerInvariant() : local.ToLowerInvariant() : vocabulary + ":" + local.ToLowerInvariant();
        CloseBefore(key);
        if (tree.Start(vocabulary, local) is not { } element)
        {
            return;
        }

        foreach (var (attribute, value) in attributes)
        {
            if (attribute.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase))
            {
                if (element.Parent is null && attribute == "xmlns")
                {
                    tree.Attribute(element, "xmlns", value);
                }

                continue;
            }

            var (of, plain) = Split(attribute);
            var from = of.Length == 0 ? "" : of.Equals("xml", StringComparison.OrdinalIgnoreCase) ? "xml" : Vocabulary(of) ?? "?";
            tree.Attribute(element, from.Length == 0 ? plain.ToLowerInvariant() : from + ":" + plain.ToLowerInvariant(), value);
        }

        tree.Opened(element);
        if (tree.InItem && Empty.Contains(local) && vocabulary is "" or "xhtml")
        {
            End();
        }
    }

    private bool AtomRoot => tree.Root?.Key is "atom:feed" or "feed";

    // What was forgotten to be closed ends where the feed plainly goes on.
    private void CloseBefore(string key)
    {
        if (key is "item" or "atom:entry")
        {
            while (tree.InItem)
            {
                damage.Add("An entry is not closed.");
                End();
            }
        }

        if (tree.Open is { } open && (OnlyText.Contains(open.Key) && (FeedsOwn.Contains(key) || OnlyText.Contains(key)) || (Marked.Contains(open.Key) || Bare.Contains(open.Key) && !key.StartsWith("media:", StringComparison.Ordinal)) && FeedsOwn.Contains(key)) && !(open.Key == "atom:author" || open.Key == "author" && key.StartsWith("atom:", StringComparison.Ordinal)))
        {
            damage.Add($"The element {open.Name} is not closed.");
            End();
        }
    }

    private bool EndTag()
    {
        var place = at + 2;
        var name = Name(ref place);
        if (name.IsEmpty)
        {
            return false;
        }

        var close = text.AsSpan(place).IndexOfAny('>', '<');
        at = close < 0 ? text.Length : text[place + close] == '>' ? place + close + 1 : place + close;
        var (_, local) = Split(name.ToString());
        var open = tree.Open;
        var steps = 1;
        while (open is not null && !open.Name.Equals(local, StringComparison.OrdinalIgnoreCase))
        {
            open = open.Parent;
            steps++;
        }

        // `</title>` may close what began as `<Title>`, and one that closes nothing is passed over.
        if (open is null)
        {
            damage.Add($"An end tag {Quoted.Shortly(local)} closes nothing.");
            return true;
        }

        if (steps > 1)
        {
            damage.Add("Elements are not closed.");
        }

        tree.EndOmitted();
        for (; steps > 0; steps--)
        {
            End();
        }

        return true;
    }

    private void End()
    {
        tree.End();
        while (declared.Count > 0 && declared[^1].Depth >= tree.Depth)
        {
            declared.RemoveAt(declared.Count - 1);
        }
    }

    private ReadOnlySpan<char> Name(ref int place)
    {
        var start = place;
        if (place >= text.Length || !(char.IsLetter(text[place]) || text[place] == '_'))
        {
            return [];
        }

        while (place < text.Length && place - start < LongestName && (char.IsLetterOrDigit(text[place]) || text[place] is '_' or '-' or '.' or ':'))
        {
            place++;
        }

        return text.AsSpan(start, place - start);
    }

    private string Value(ref int place)
    {
        var before = place;
        SkipSpace(ref place);
        if (place >= text.Length || text[place] != '=')
        {
            place = before;
            return "";
        }

        place++;
        SkipSpace(ref place);
        if (place >= text.Length)
        {
            return "";
        }

        if (text[place] is '"' or '\'')
        {
            var quote = text[place];
            var end = text.AsSpan(place + 1, Math.Min(text.Length - place - 1, 8192)).IndexOfAny(quote, '<');
            if (end >= 0 && text[place + 1 + end] == quote)
            {
                var value = text.AsSpan(place + 1, end);
                place += end + 2;
                return entities.Decode(value);
            }

            damage.Add("The value of an attribute does not end.");
            place++;
        }

        var stop = text.AsSpan(place, Math.Min(text.Length - place, 8192)).IndexOfAny(Ends);
        var bare = text.AsSpan(place, stop < 0 ? Math.Min(text.Length - place, 8192) : stop);
        bare = bare is [.., '/'] && stop >= 0 && text[place + stop] == '>' ? bare[..^1] : bare;
        place += bare.Length;
        return entities.Decode(bare.TrimEnd('"').TrimEnd('\''));
    }

    private void SkipSpace(ref int place)
    {
        while (place < text.Length && char.IsWhiteSpace(text[place]))
        {
            place++;
        }
    }

    private static (string Prefix, string Local) Split(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", name) : (name[..colon], name[(colon + 1)..]);
    }

    private string? Vocabulary(string prefix)
    {
        for (var n = declared.Count - 1; n >= 0; n--)
        {
            if (declared[n].Prefix == prefix)
            {
                return Namespaces.Find(declared[n].Address) ?? (prefix.Length == 0 ? "" : null);
            }
        }

        return prefix.Length == 0 ? "" : Namespaces.OfPrefix(prefix);
    }

    private bool Doctype()
    {
        var place = at + 2;
        while (place < text.Length && text[place] is not ('>' or '['))
        {
            place++;
        }

        if (place < text.Length && text[place] == '[')
        {
            var end = noSubset ? -1 : text.AsSpan(place).IndexOf("]>");
            noSubset |= end < 0;
            var inner = text.AsSpan(place, end < 0 ? Math.Min(text.Length - place, 65536) : Math.Min(end, 65536));
            Declare(inner);
            place = end < 0 ? text.AsSpan(place).IndexOf('>') is >= 0 and var stop ? place + stop : text.Length : place + end + 1;
        }

        at = Math.Min(place + 1, text.Length);
        return true;
    }

    private void Declare(ReadOnlySpan<char> inner)
    {
        for (var start = inner.IndexOf("<!ENTITY"); start >= 0; start = inner.IndexOf("<!ENTITY"))
        {
            inner = inner[(start + 8)..];
            var end = inner.IndexOf('>');
            var words = inner[..(end < 0 ? inner.Length : end)].Trim();
            var gap = words.IndexOfAny(" \t\r\n");
            var value = gap < 0 ? default : words[gap..].Trim();
            if (value is ['"', .., '"'] or ['\'', .., '\''])
            {
                entities.Declare(words[..gap].ToString(), value[1..^1]);
            }
        }
    }
}
