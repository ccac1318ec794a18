using Cuttings.Fetching;

namespace Cuttings.Collecting;

/// <summary>Writes what was fetched as records of a web archive (WARC 1.1, ISO 28500:2017).</summary>
public interface ICaptureWriter
{
    /// <summary>The request and response records of a fetch, each a gzip member, one after another.</summary>
    ReadOnlyMemory<byte> Records(Fetched fetched);

    /// <summary>The warcinfo record that a new file of this name begins with, as a gzip member.</summary>
    ReadOnlyMemory<byte> Head(string file);
}

/// <summary>Asks a time-stamping authority to sign that a digest existed (RFC 3161).</summary>
public interface ITimestamper
{
    /// <summary>The token (DER) over a SHA-256 digest; null with one sentence where none was given.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="cancel">Stops asking.</param>
    ValueTask<(ReadOnlyMemory<byte>? Token, string? Why)> StampAsync(ReadOnlyMemory<byte> digest, CancellationToken cancel = default);
}
