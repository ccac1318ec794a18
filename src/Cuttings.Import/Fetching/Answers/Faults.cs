using System.Net.Sockets;
using System.Security.Authentication;
using Cuttings.Fetching;
using Cuttings.Import.Fetching.Addresses;

namespace Cuttings.Import.Fetching.Answers;

/// <summary>What an exception of the HTTP stack means, in an outcome and a sentence.</summary>
internal static class Faults
{
    public static FetchFault Of(Exception e, FetchAddress address, Deadline deadline)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is FetchFault fault)
            {
                return fault;
            }
        }

        if (deadline.Token.IsCancellationRequested)
        {
            return new(FetchOutcome.TimedOut, deadline.IsWholeOver ? $"{address.Line} took too long in all." : $"{address.Line} {deadline.Missed}.");
        }

        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AuthenticationException:
                    return new(FetchOutcome.Unreachable, $"No secure connection to {address.Line} can be made: TLS failed.");
                case SocketException:
                    return new(FetchOutcome.Unreachable, $"{address.Line} cut the connection off.");
                case HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }:
                    return new(FetchOutcome.BadAnswer, $"{address.Line} sent less than it promised.");
                case HttpIOException or HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }:
                    return new(FetchOutcome.BadAnswer, $"{address.Line} answered with something that is no HTTP.");
                case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: not AuthenticationException }:
                    return new(FetchOutcome.Unreachable, $"No secure connection to {address.Line} can be made: TLS failed.");
            }
        }

        // The client's own complaint, with nothing below it, is about what it read.
        return e is IOException or HttpRequestException { InnerException: not null }
            ? new(FetchOutcome.Unreachable, $"{address.Line} cut the connection off.")
            : new(FetchOutcome.BadAnswer, $"{address.Line} answered with something that is no HTTP.");
    }
}
