using System.Buffers;
using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Cli.Reporting;
using Cuttings.Exchange;
using Cuttings.Vocabulary;

namespace Cuttings.Cli.Exporting;

/// <summary>`export`: the exchange format, one cutting a line.</summary>
internal sealed class ExportCommand : CuttingsCommand
{
    private const int Chunk = 64 * 1024;

    private readonly Option<string> format = new("--format") { Description = "jsonl, the exchange format; warc or wacz, the kept copies as a web archive (with --all, since they are others' pages).", HelpName = "FORMAT", DefaultValueFactory = _ => "jsonl" };
    private readonly Option<bool> all = new("--all") { Description = "Everything, also drafts and what was withdrawn; without it, what is published." };
    private readonly Option<string?> output = new("-o", "--output") { Description = "The file to write, whole or not at all; without it, standard output.", HelpName = "PATH" };

    public ExportCommand()
        : base("export", "Writes the archive's cuttings in the exchange format, which import reads; or its kept copies as a web archive.", "cuttings export --all -o archive.jsonl", "cuttings export --all --format wacz -o copies.wacz")
    {
        format.AcceptOnlyFromAmong("jsonl", "warc", "wacz");
        Add(format);
        Add(all);
        Add(output);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var form = parsed.GetRequiredValue(format);
        if (form != "jsonl" && !parsed.GetValue(all))
        {
            throw new CuttingsException(ErrorKind.Usage, $"Kept copies are whole pages of others: --format {form} is for your own keeping, and needs --all.");
        }

        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        if (parsed.GetValue(output) is not { } path)
        {
            await using var standard = Console.OpenStandardOutput();
            await WriteAsync(archive, form, parsed.GetValue(all), standard, new Progress<long>(), cancel);
            return 0;
        }

        var unfinished = path + ".unfinished";
        long count;
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                count = await LongWork.CountAsync("exported", progress => WriteAsync(archive, form, parsed.GetValue(all), file, progress, cancel));
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CuttingsException(ErrorKind.Storage, $"{path} cannot be written: {error.Message.Replace(unfinished, path, StringComparison.Ordinal)}", error);
        }
        finally
        {
            // Where its folder is missing, deleting would fail too, and hide why.
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }

        await Console.Error.WriteLineAsync($"wrote {count} {(form == "jsonl" ? "cutting" : "kept cop")}{(form == "jsonl" ? (count == 1 ? "" : "s") : count == 1 ? "y" : "ies")} to {path}");
        return 0;
    }

    private static Task<long> WriteAsync(IArchive archive, string form, bool all, Stream output, IProgress<long> progress, CancellationToken cancel) => form switch
    {
        "warc" => CaptureExport.WarcAsync(archive, output, progress, cancel),
        "wacz" => CaptureExport.WaczAsync(archive, output, progress, cancel),
        _ => WriteAsync(archive, all, output, progress, cancel),
    };

    private static Cutting WithoutTexts(Cutting cutting) => cutting with
    {
        Sources = [.. cutting.Sources.Select(source => source with { Editions = [.. source.Editions.Select(edition => edition with { Text = [] })] })],
    };

    private static async Task<long> WriteAsync(IArchive archive, bool all, Stream output, IProgress<long> progress, CancellationToken cancel)
    {
        var bytes = new ArrayBufferWriter<byte>(Chunk);
        var count = 0L;
        // What may not be shown whole is not given away whole either.
        var open = all ? [] : (await archive.VocabularyAsync(TermKind.Outlet, cancel)).Where(outlet => outlet.Sources == SourceRule.Full).Select(outlet => (int?)outlet.Term.Id).ToHashSet();
        await foreach (var stored in archive.ReadAllAsync(all, cancel))
        {
            ExchangeWriter.Write(bytes, all || open.Contains(stored.Outlet?.Id) ? stored.Cutting : WithoutTexts(stored.Cutting));
            bytes.Write("\n"u8);
            progress.Report(++count);
            if (bytes.WrittenCount >= Chunk)
            {
                await output.WriteAsync(bytes.WrittenMemory, cancel);
                bytes.ResetWrittenCount();
            }
        }

        await output.WriteAsync(bytes.WrittenMemory, cancel);
        await output.FlushAsync(cancel);
        return count;
    }
}
