using System.Text;
using Cuttings.Collation;

namespace Cuttings.Tests.Collation;

/// <summary>Counts, over all pairs, what the collator says against what the labels say.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> verdicts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Right, int Missed, int False)> kinds = new(StringComparer.Ordinal);

    public StringBuilder Faults { get; } = new();

    public int Sentences { get; private set; }

    public int RightVerdicts { get; private set; }

    public int UnmarkedOmissions { get; private set; }

    public int OmissionsFound { get; private set; }

    public int Misquotations { get; private set; }

    public int MisquotationsFound { get; private set; }

    public int Editions { get; private set; }

    public int WrongEditions { get; private set; }

    public int Right => kinds.Values.Sum(kind => kind.Right);

    public int Missed => kinds.Values.Sum(kind => kind.Missed);

    public int False => kinds.Values.Sum(kind => kind.False);

    public double Precision => Right / (double)Math.Max(1, Right + False);

    public double Recall => Right / (double)Math.Max(1, Right + Missed);

    public void Add(Pair pair)
    {
        var collated = Collator.Collate(pair.Input);
        foreach (var label in pair.Labels)
        {
            if (label.Place.StartsWith("after", StringComparison.Ordinal))
            {
                AddGap(pair, collated, label);
            }
            else
            {
                AddSentence(pair, label.Place == "headline" ? collated.Headline : collated.Sentences.FirstOrDefault(sentence => sentence.Number.ToString() == label.Place), label);
            }
        }

        foreach (var extra in collated.Sentences.Where(sentence => !pair.Labels.Any(label => label.Place == sentence.Number.ToString())))
        {
            Fault(pair, $"{extra.Number} is one sentence too many: {Head(extra.Text)}");
        }

        foreach (var extra in collated.Omissions.Where(omission => omission.Words > 0 && !pair.Labels.Any(label => label.Place == $"after {omission.After}")))
        {
            Fault(pair, $"after {extra.After}: nothing was left out there by the label: {Head(extra.Source.Of(collated.SourceText))}");
            Count(pair, $"after {extra.After}", [], extra.Warnings.Select(warning => warning.Kind), extra.Source.Of(collated.SourceText));
        }

        Editions += pair.AnotherEdition ? 1 : 0;
        if (pair.AnotherEdition != collated.AnotherEdition)
        {
            WrongEditions++;
            Fault(pair, $"another edition: {collated.AnotherEdition}, by the label {pair.AnotherEdition}");
        }
    }

    public string Table()
    {
        var all = Enum.GetNames<Verdict>().Select(name => name.ToLowerInvariant()).ToList();
        var table = new StringBuilder("| label \\ found | " + string.Join(" | ", all) + " |\n| --- |" + string.Concat(all.Select(_ => " --: |")) + "\n");
        foreach (var label in all)
        {
            table.Append("| ").Append(label).Append(" | ").AppendJoin(" | ", all.Select(found => verdicts.GetValueOrDefault($"{label} {found}"))).Append(" |\n");
        }

        table.Append("\n| warning | right | missed | false |\n| --- | --: | --: | --: |\n");
        foreach (var (kind, (right, missed, wrong)) in kinds)
        {
            table.Append("| ").Append(kind).Append(" | ").Append(right).Append(" | ").Append(missed).Append(" | ").Append(wrong).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Head(string text) => text.Length > 60 ? text[..60].ReplaceLineEndings(" ") + " …" : text.ReplaceLineEndings(" ");

    private void AddSentence(Pair pair, CollatedSentence? sentence, Label label)
    {
        Sentences++;
        if (sentence is null || !Begins(sentence.Text, label.Begins))
        {
            Fault(pair, $"{label.Place} begins otherwise: {Head(sentence?.Text ?? "(none)")} / {label.Begins}");
            return;
        }

        var verdict = sentence.Verdict.ToString().ToLowerInvariant();
        var key = $"{label.Verdict} {verdict}";
        verdicts[key] = verdicts.GetValueOrDefault(key) + 1;
        if (verdict == label.Verdict)
        {
            RightVerdicts++;
        }
        else
        {
            Fault(pair, $"{label.Place}: {verdict}, by the label {label.Verdict}: {Head(sentence.Text)} {string.Join("; ", sentence.Variants.Select(variant => $"{variant.Kind} [{variant.Source}] -> [{variant.Cutting}]{(variant.Marked ? " marked" : "")}"))}");
        }

        Count(pair, label.Place, label.Warnings, sentence.Warnings.Select(warning => warning.Kind), string.Join(' ', sentence.Warnings.Select(warning => warning.Text)) + " // " + sentence.Text + " // " + string.Join("; ", sentence.Variants.Select(variant => $"[{variant.Source}] -> [{variant.Cutting}]{(variant.InQuotation ? " q" : "")}")));
    }

    private void AddGap(Pair pair, Collated collated, Label label)
    {
        var omissions = collated.Omissions.Where(omission => label.Place == $"after {omission.After}").ToList();
        var omission = omissions.Find(one => Begins(one.Source.Of(collated.SourceText), label.Begins)) ?? omissions.FirstOrDefault();
        UnmarkedOmissions += label.Verdict == "unmarked" ? 1 : 0;
        if (omission is null)
        {
            Fault(pair, $"{label.Place}: no omission found: {label.Begins}");
            Count(pair, label.Place, label.Warnings, [], label.Begins);
            return;
        }

        if (omission.Marked != (label.Verdict == "marked"))
        {
            Fault(pair, $"{label.Place}: marked {omission.Marked}, by the label {label.Verdict}");
        }
        else
        {
            OmissionsFound += label.Verdict == "unmarked" ? 1 : 0;
        }

        Count(pair, label.Place, label.Warnings, omissions.Count > 1 && label != pair.Labels.First(one => one.Place == label.Place) ? omission.Warnings.Select(warning => warning.Kind) : omissions.Count(one => one.After == omission.After) > 1 && pair.Labels.Count(one => one.Place == label.Place) == 1 ? omissions.SelectMany(one => one.Warnings).Select(warning => warning.Kind) : omission.Warnings.Select(warning => warning.Kind), omission.Source.Of(collated.SourceText));
    }

    private void Count(Pair pair, string place, IReadOnlyCollection<string> wanted, IEnumerable<string> found, string text)
    {
        var given = found.Distinct().ToList();
        foreach (var kind in wanted.Union(given))
        {
            var (right, missed, wrong) = kinds.GetValueOrDefault(kind);
            var (told, was) = (given.Contains(kind), wanted.Contains(kind));
            kinds[kind] = (right + (told && was ? 1 : 0), missed + (!told && was ? 1 : 0), wrong + (told && !was ? 1 : 0));
            if (kind == WarningKind.Misquotation && was)
            {
                Misquotations++;
                MisquotationsFound += told ? 1 : 0;
            }

            if (told != was)
            {
                Fault(pair, $"{place}: {kind} {(was ? "missed" : "false")}: {(text.Length > 420 ? text[..420] : text).ReplaceLineEndings(" ")}");
            }
        }
    }

    private static bool Begins(string text, string words) => Letters(text).StartsWith(Letters(words), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Take(200).Where(char.IsLetterOrDigit));

    private void Fault(Pair pair, string what) => Faults.Append(pair.Name).Append(" · ").Append(what).Append('\n');
}
