namespace Cuttings;

/// <summary>What went wrong, as a caller can act on it. One table maps it to HTTP status and exit code: <see cref="Failure"/>.</summary>
public enum ErrorKind
{
    /// <summary>The request or command line is wrong.</summary>
    Usage,

    /// <summary>What was handed in cannot be read as what it claims to be.</summary>
    BadInput,

    /// <summary>No such cutting, list or page.</summary>
    NotFound,

    /// <summary>It was here and has been withdrawn.</summary>
    Gone,

    /// <summary>It clashes with what is kept already.</summary>
    Conflict,

    /// <summary>The archive or the network cannot be reached.</summary>
    Unreachable,

    /// <summary>The archive or its index is damaged, or the disk is full.</summary>
    Storage,
}

/// <summary>The one family of exceptions: the message names the item, file or address, and is fit to be shown.</summary>
public sealed class CuttingsException(ErrorKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of error it is.</summary>
    public ErrorKind Kind { get; } = kind;
}

/// <summary>The one table from error to HTTP status and to exit code.</summary>
public static class Failure
{
    /// <summary>The HTTP status that answers this kind of error.</summary>
    public static int HttpStatus(ErrorKind kind) => kind switch
    {
        ErrorKind.Usage or ErrorKind.BadInput => 400,
        ErrorKind.NotFound => 404,
        ErrorKind.Gone => 410,
        ErrorKind.Conflict => 409,
        _ => 503,
    };

    /// <summary>The exit code of the program: 2 usage, 3 bad input as a whole, 4 archive or network out of reach.</summary>
    public static int ExitCode(ErrorKind kind) => kind switch
    {
        ErrorKind.Usage or ErrorKind.NotFound or ErrorKind.Gone or ErrorKind.Conflict => 2,
        ErrorKind.BadInput => 3,
        _ => 4,
    };
}
