using System.Xml;

namespace Cuttings.Import.Feeds.Opml;

/// <summary>Writes lists of subscriptions as OPML 2.0 (opml.org/spec2), UTF-8, folders as nested outlines.</summary>
public static class OpmlWriter
{
    /// <summary>Writes the feeds, in order; those of a folder stand together, where its first one stands.</summary>
    /// <param name="feeds">The feeds.</param>
    /// <param name="title">What the list is called.</param>
    /// <param name="made">When it was made.</param>
    /// <param name="to">Where it goes; left open.</param>
    public static void Write(IEnumerable<OutlinedFeed> feeds, string title, DateTimeOffset made, Stream to)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        var root = new Folder("");
        foreach (var feed in feeds)
        {
            feed.Folders.Aggregate(root, (folder, name) => folder.Inner(Clean(name))).Entries.Add(feed);
        }

        using var xml = XmlWriter.Create(to, new() { Indent = true, Encoding = new System.Text.UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", Clean(title));
        xml.WriteElementString("dateCreated", made.ToUniversalTime().ToString("r"));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        root.Write(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Control characters have no place in XML 1.0.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));

    private sealed class Folder(string name)
    {
        private readonly Dictionary<string, Folder> inner = new(StringComparer.Ordinal);

        /// <summary>Feeds and folders, in order.</summary>
        public List<object> Entries { get; } = [];

        private string Name => name;

        public Folder Inner(string named)
        {
            if (!inner.TryGetValue(named, out var folder))
            {
                inner.Add(named, folder = new(named));
                Entries.Add(folder);
            }

            return folder;
        }

        public void Write(XmlWriter xml)
        {
            foreach (var entry in Entries)
            {
                xml.WriteStartElement("outline");
                if (entry is Folder folder)
                {
                    xml.WriteAttributeString("text", folder.Name);
                    folder.Write(xml);
                }
                else
                {
                    Write(xml, (OutlinedFeed)entry);
                }

                xml.WriteEndElement();
            }
        }

        private static void Write(XmlWriter xml, OutlinedFeed feed)
        {
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("text", Clean(feed.Title ?? feed.Address));
            if (feed.Title is { } title)
            {
                xml.WriteAttributeString("title", Clean(title));
            }

            xml.WriteAttributeString("xmlUrl", feed.Address);
            if (feed.Site is { } site)
            {
                xml.WriteAttributeString("htmlUrl", site);
            }
        }
    }
}
