using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Requests;

/// <summary>What <c>If-Match</c> says: any version, one of some, or nothing at all (RFC 9110, section 13.1.1).</summary>
/// <param name="Versions">The versions named; null when every version will do.</param>
public readonly record struct ExpectedVersion(IReadOnlyList<long>? Versions)
{
    /// <summary>Every version will do.</summary>
    public static ExpectedVersion Any => default;

    /// <summary>Goes on only when the aggregate is at a version that the caller has seen.</summary>
    /// <exception cref="PreconditionFailedError">It is not.</exception>
    public void Require(IAggregateRoot aggregate)
    {
        if (Versions is not null && !Versions.Contains(aggregate.Version))
        {
            throw new PreconditionFailedError();
        }
    }
}
