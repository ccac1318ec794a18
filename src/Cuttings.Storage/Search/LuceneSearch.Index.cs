using System.Globalization;
using Cuttings.Archiving;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Cuttings.Storage.Search;

/// <content>How the index on disk follows the archive.</content>
public sealed partial class LuceneSearch
{
    // The last revision that the index on disk has applied; null where there is no sound index of this form.
    private long? Applied()
    {
        try
        {
            using var directory = FSDirectory.Open(folder);
            if (!DirectoryReader.IndexExists(directory))
            {
                return null;
            }

            using var reader = DirectoryReader.Open(directory);
            return reader.IndexCommit.UserData is { } data && data.TryGetValue("form", out var form) && form == Form && data.TryGetValue("revision", out var revision) && data.ContainsKey("ordinals")
                ? long.Parse(revision, CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception error) when (IsDamage(error))
        {
            return null;
        }
    }

    // What another process has done by now is not done again.
    private async ValueTask BringUpAsync(long last, IProgress<long>? progress, CancellationToken cancel)
    {
        var applied = Applied();
        if (applied is null || applied > last || opened is null && !IsSound())
        {
            Discard();
            applied = 0;
        }

        if (applied == last)
        {
            return;
        }

        try
        {
            await ApplyAsync(applied.Value, progress, cancel);
        }
        catch (Exception error) when (IsDamage(error) && applied > 0)
        {
            Discard();
            await ApplyAsync(0, progress, cancel);
        }
    }

    // Held by one process at a time, whoever else has the archive; the system lets go of it where a process dies.
    private async ValueTask<FileStream> LockAsync(CancellationToken cancel)
    {
        var path = Path.Combine(archive.FilesFolder, "index.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(20, cancel);
            }
        }
    }

    // Reads every byte of a small index against its checksums; a large one only when it is checked.
    private bool IsSound(long most = SmallIndex)
    {
        try
        {
            if (new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) > most)
            {
                return true;
            }

            using var directory = FSDirectory.Open(folder);
            using var reader = DirectoryReader.Open(directory);
            foreach (var leaf in reader.Leaves)
            {
                leaf.AtomicReader.CheckIntegrity();
            }

            return true;
        }
        catch (Exception error) when (IsDamage(error))
        {
            return false;
        }
    }

    private void Discard()
    {
        opened?.Dispose();
        opened = null;
        if (System.IO.Directory.Exists(folder))
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private async ValueTask ApplyAsync(long since, IProgress<long>? progress, CancellationToken cancel)
    {
        System.IO.Directory.CreateDirectory(folder);
        using var directory = FSDirectory.Open(folder);
        var ordinals = since == 0 ? new Ordinals() : Read(directory);
        var language = (await archive.SettingsAsync(cancel)).Language;
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new Lucene.Net.Analysis.Core.KeywordAnalyzer()) { RAMBufferSizeMB = 48, WriteLockTimeout = 60_000, MergePolicy = new TieredMergePolicy { MaxMergedSegmentMB = LargestSegment }, OpenMode = since == 0 ? Lucene.Net.Index.OpenMode.CREATE : Lucene.Net.Index.OpenMode.CREATE_OR_APPEND });
        var seen = since;
        while (await archive.ChangesAsync(seen, Batch, cancel) is { Count: > 0 } changes)
        {
            foreach (var change in changes)
            {
                var key = new Lucene.Net.Index.Term(Entry.NumberTerm, change.Number.ToString(CultureInfo.InvariantCulture));
                if (since > 0 || change.Cutting is null || change.Cutting.Revision != change.Sequence)
                {
                    writer.DeleteDocuments(key);
                }

                if (change.Cutting is not null && change.Cutting.Revision <= change.Sequence)
                {
                    writer.AddDocument(Entry.Of(change.Cutting, language, ordinals.Of));
                }
                else if (change.Cutting is not null && change.Cutting.Revision > change.Sequence)
                {
                    // A later change of it follows.
                    writer.DeleteDocuments(key);
                }
            }

            seen = changes.Max(change => change.Sequence);
            progress?.Report(seen - since);
        }

        writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = Form, ["revision"] = seen.ToString(CultureInfo.InvariantCulture), ["ordinals"] = ordinals.Write() });
        writer.Commit();
    }

    private static Ordinals Read(FSDirectory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        return Ordinals.Read(reader.IndexCommit.UserData["ordinals"]);
    }

    private async ValueTask ReopenAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        if (Applied() is not { } revision)
        {
            return;
        }

        var before = opened;
        var directory = MMapDirectory.Open(folder);
        var reader = before is not null && DirectoryReader.OpenIfChanged(before.Reader) is { } changed ? changed : DirectoryReader.Open(directory);
        opened = new Opened(directory, reader, Ordinals.Read(reader.IndexCommit.UserData["ordinals"]), revision);
        before?.Dispose();
    }

    // What Lucene.NET throws over bytes that are not what it wrote.
    private static bool IsDamage(Exception error) =>
        error is IOException or IndexOutOfRangeException or ArgumentException or FormatException or OverflowException or NullReferenceException or InvalidOperationException or InvalidCastException or KeyNotFoundException or OutOfMemoryException;
}
