using System.Xml;

namespace Cuttings.Import.Feeds.Markup;

/// <summary>Reads a feed as well-formed XML (XML 1.0, Namespaces in XML 1.0). Nothing outside the text is ever asked for, and no entity is expanded.</summary>
internal static class StrictReading
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static void Read(string text, TreeBuilder tree)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var empty = reader.IsEmptyElement;
                    if (tree.Start(Vocabulary(reader), reader.LocalName) is { } element)
                    {
                        Attributes(reader, tree, element);
                        tree.Opened(element);
                    }

                    if (empty)
                    {
                        tree.End();
                    }

                    break;
                case XmlNodeType.EndElement:
                    tree.End();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    tree.Text(reader.Value);
                    break;
            }
        }
    }

    // What stands in an unknown vocabulary without a prefix is the feed's own.
    private static string? Vocabulary(XmlReader reader) => reader.NamespaceURI.Length == 0 ? "" : Namespaces.Find(reader.NamespaceURI, reader.Prefix) ?? (reader.Prefix.Length == 0 ? "" : null);

    private static void Attributes(XmlReader reader, TreeBuilder tree, Element element)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns")
            {
                if (reader.Name == "xmlns" && element.Parent is null)
                {
                    tree.Attribute(element, "xmlns", reader.Value);
                }

                continue;
            }

            var name = reader.LocalName.ToLowerInvariant();
            var vocabulary = reader.NamespaceURI.Length == 0 ? "" : Namespaces.Find(reader.NamespaceURI, reader.Prefix) ?? "?";
            tree.Attribute(element, vocabulary.Length == 0 ? name : vocabulary + ":" + name, reader.Value);
        }

        reader.MoveToElement();
    }
}
