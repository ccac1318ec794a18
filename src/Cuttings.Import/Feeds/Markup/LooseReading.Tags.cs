namespace Cuttings.Import.Feeds.Markup;

/// <summary>Tags, as ill-formed feeds have them.</summary>
internal sealed partial class LooseReading
{
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
        if (tree.InItem && Empty.Contains(local) && vocabulary is "" or "atom" or "xhtml")
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

        while (tree.Open is { } open && EndsBefore(open.Key, key))
        {
            damage.Add($"The element {open.Name} is not closed.");
            End();
        }
    }

    private static bool EndsBefore(string open, string key)
    {
        if (open == "atom:author" || open == "author" && key.StartsWith("atom:", StringComparison.Ordinal))
        {
            return false;
        }

        // A title has no link in it, HTML's <link> neither.
        return open == "atom:title" && key == "atom:link" || (OnlyText.Contains(open) ? FeedsOwn.Contains(key) || OnlyText.Contains(key)
            : Marked.Contains(open) ? FeedsOwn.Contains(key)
            : Bare.Contains(open) && !key.StartsWith("media:", StringComparison.Ordinal) && (FeedsOwn.Contains(key) || OnlyText.Contains(key) || Marked.Contains(key) || Bare.Contains(key)));
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
                return Namespaces.Find(declared[n].Address, prefix) ?? (prefix.Length == 0 ? "" : null);
            }
        }

        return prefix.Length == 0 ? "" : Namespaces.OfPrefix(prefix);
    }
}
