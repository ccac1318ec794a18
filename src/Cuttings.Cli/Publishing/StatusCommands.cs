using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Importing;

namespace Cuttings.Cli.Publishing;

/// <summary>Changes where a cutting stands; an edit like any other, so that a later import does not take it back.</summary>
internal abstract class StatusCommand : CuttingsCommand
{
    private readonly Argument<string> slug = new("SLUG") { Description = "The last part of the cutting's address, or its id." };
    private readonly CuttingStatus status;

    protected StatusCommand(string name, string description, string example, CuttingStatus status)
        : base(name, description, example)
    {
        this.status = status;
        Add(slug);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var wanted = parsed.GetRequiredValue(slug);
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using (var session = await archive.BeginAsync(cancel))
        {
            var stored = await session.FindSlugAsync(wanted, cancel) ?? await session.FindIdAsync(wanted, cancel)
                ?? throw new CuttingsException(ErrorKind.NotFound, $"There is no cutting '{wanted}'.");
            if (stored.Cutting.Status != status)
            {
                Check(stored.Cutting, parsed);
                await session.UpdateAsync(stored.Number, stored.Cutting with { Status = status }, RevisionKind.Edited, null, cancel);
                await session.CommitAsync(cancel);
            }

            Console.Out.WriteLine($"{status.ToString().ToLowerInvariant()}: {stored.Cutting.Headline}");
        }

        await IndexUpdate.RunAsync(archive, cancel);
        return 0;
    }

    /// <summary>Refuses what must not be done unasked.</summary>
    protected virtual void Check(Cutting cutting, ParseResult parsed)
    {
    }
}

/// <summary>`withdraw SLUG`.</summary>
internal sealed class WithdrawCommand() : StatusCommand(
    "withdraw",
    "Takes a cutting back from the public: its address answers 410, and no page, feed, search or plain export shows it.",
    "cuttings withdraw ferry-service-resumes",
    CuttingStatus.Withdrawn);

/// <summary>`publish SLUG`.</summary>
internal sealed class PublishCommand : StatusCommand
{
    private readonly Option<bool> anyway = new("--anyway") { Description = "Also one that was private, or behind a password, on the blog it comes from." };

    public PublishCommand()
        : base(
            "publish",
            "Makes a cutting public, also one that was withdrawn. One that was private or behind a password where it comes from needs --anyway.",
            "cuttings publish ferry-service-resumes",
            CuttingStatus.Published) => Add(anyway);

    // Readers of the blog were not to see it: that somebody wants them to now has to be said.
    protected override void Check(Cutting cutting, ParseResult parsed)
    {
        if (FormerStanding.WhyHidden(cutting) is { } why && !parsed.GetValue(anyway))
        {
            throw new CuttingsException(ErrorKind.Usage, $"It {why} on the blog it comes from: give --anyway to make it public all the same.");
        }
    }
}
