using System.Text;
using Cuttings.Collation;

namespace Cuttings.Web.Site.Collation;

/// <summary>Each warning in words, once: beside its line, or above the first one.</summary>
internal sealed partial class ReadingView
{
    private readonly List<(string About, IEnumerable<Warning> Warnings)> pending = [];
    private readonly HashSet<int> told = [];

    private void Queue(CollatedSentence sentence)
    {
        if (sentence.Warnings.Length > 0 && !collated.Elsewhere.Contains(sentence.Number) && told.Add(sentence.Number))
        {
            pending.Add((sentence.Number == 0 ? "headline" : $"sentence {sentence.Number}", sentence.Warnings));
        }
    }

    private void Queue(LeftOut? omission)
    {
        if (omission is { Warnings.Length: > 0 })
        {
            pending.Add((omission.Words > 0 ? "left out" : "a mark between sentences", omission.Warnings));
        }
    }

    // What stands at no line of the source is told above the first one.
    private void TellTheRest(int top)
    {
        foreach (var sentence in collated.Sentences.Prepend(collated.Headline).OfType<CollatedSentence>())
        {
            Queue(sentence);
        }

        if (pending.Count > 0)
        {
            var line = new StringBuilder("<div class=\"line\"><div class=\"text\"></div>");
            Beside(line);
            html.Insert(top, line.Append("</div>"));
        }
    }

    private void Beside(StringBuilder line)
    {
        line.Append("<div class=\"beside\">");
        foreach (var (about, warnings) in pending)
        {
            Differences.Warnings(line, warnings, about);
        }

        line.Append("</div>");
        pending.Clear();
    }
}
