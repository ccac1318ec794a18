namespace Cuttings.DuplicateBench;

internal static class Methods
{
    public static void Run(Corpus corpus, int count, int tries) => Console.WriteLine($"{corpus.Stock.Stop} {count} {tries}");
}
