using System.Text;

namespace Cuttings.Vocabulary;

/// <summary>How names are compared: compatibility forms, case and runs of white space do not tell them apart.</summary>
public static class TermName
{
    /// <summary>The form in which two names that mean the same term are equal.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        try
        {
            return words.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return words.ToLowerInvariant();
        }
    }
}
